"""The acceptance: somebody looked at a doubted value, says why it is right, and is not asked again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class DoubtedValue:
    """Which value a check doubted: code of the check, kind and key of the record, field, and value as text.

    Another value in its place is doubted anew.
    """

    code: str
    kind: str
    key: str
    field: str
    value: str


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Who accepted a value, when and why."""

    about: DoubtedValue
    comment: str
    at: datetime
    by: str
