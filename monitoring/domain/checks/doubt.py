"""The doubt: what a check finds odd about one new value, and the check that says so."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from monitoring.domain.finding import Severity
from monitoring.domain.record import Record

if TYPE_CHECKING:
    from monitoring.domain.checks.after_import import AfterImport


@dataclasses.dataclass(frozen=True, slots=True)
class Doubt:
    """One odd value: the record and field to point at, and what the sentence names.

    `others` are further records that the same cause makes look odd: later checks pass over them.
    """

    record: Record
    field: str
    details: Mapping[str, Any] = dataclasses.field(default_factory=dict)
    others: tuple[Record, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True)
class Check:
    """One check: its code has a sentence and a reason in the texts.

    Of checks with the same `cause` the first that doubts a record speaks, so that one slip is one finding.
    """

    code: str
    severity: Severity
    find: Callable[[AfterImport], Iterable[Doubt]]
    cause: str | None = None
