"""The acceptance: somebody looked at a doubted value, says why it is right, and is not asked again."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from monitoring.domain.record import Record

_as_json = json.JSONEncoder(ensure_ascii=False).encode


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

    @classmethod
    def of(cls, code: str, record: Record, field: str) -> DoubtedValue:
        """The value that a record has in a field now."""
        key = _as_json([str(part) for part in record.key])
        return cls(code, record.KIND, key, field, str(getattr(record, field)))


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Who accepted a value, when and why."""

    about: DoubtedValue
    comment: str
    at: datetime
    by: str
