"""The correction: something public that a publication would change, and the reason to give for it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from monitoring.domain.balance import CellState
from monitoring.domain.changes import Change
from monitoring.domain.numbering import COUNTED_UP, counted_key_of, newest_numbers, number_of
from monitoring.domain.record import Item, Record
from monitoring.domain.stored import Stored

PROGRESS = {
    "measures": frozenset(
        {"status", "status_reason", "decision", "decision_date", "decision_document", "financing"}
    ),
    "milestones": frozenset({"reached"}),
    "effects": frozenset({"derivation", "method", "determined_by", "determined_on"}),
}
"""What goes on in a measure, such as measuring what was estimated; nothing of it was wrong before."""


def is_progress(was: Record, name: str | None) -> bool:
    """Whether a change adds what was missing or tells how a measure goes on, and corrects nothing.

    >>> from monitoring.domain.measure import Measure
    >>> was = Measure(id="M", programme="P", title="T", savings_t=9.0)
    >>> [is_progress(was, name) for name in ("savings_t", "goal", "status", None)]
    [False, True, True, False]
    """
    if name is None:
        return False
    before = getattr(was, name)
    return before in (None, (), CellState.NOT_ESTIMATED) or name in PROGRESS.get(was.KIND, ())


@dataclass(frozen=True, slots=True)
class Corrected:
    """What a reason is given for: a field of a record, the whole record where empty.

    `key` is the business key as texts. Of a recalculated balance year or a changed target it is what its
    editions or versions are counted within, and `field` is „edition“ or „version“.
    """

    kind: str
    key: tuple[str, ...]
    field: str = ""

    @classmethod
    def value(cls, record: Record, name: str | None) -> Corrected:
        """A field of a record, or with no name the whole record."""
        return cls(record.KIND, tuple(str(part) for part in record.key), name or "")

    @classmethod
    def number(cls, record: Record) -> Corrected:
        """The edition of a balance year, or the version of a target."""
        key = tuple(str(part) for part in counted_key_of(record))
        return cls(record.KIND, key, COUNTED_UP[record.KIND])

    @property
    def code(self) -> str:
        """A short name that stays the same, for a field of a form."""
        return _code(self.kind, *self.key, self.field)


@dataclass(frozen=True, slots=True)
class Correction:
    """One public thing that would change: the records before and after; `reason` is why, for the office."""

    about: Corrected
    was: Record
    now: Record | None
    reason: str | None = None

    @property
    def name(self) -> str | None:
        """The field, the edition or the version that changed; None where the record is removed."""
        return self.about.field or None

    @property
    def is_new_number(self) -> bool:
        """Whether a new edition or version stands beside the old one."""
        return self.now is not None and self.was.key != self.now.key


def _code(*parts: str) -> str:
    return hashlib.sha256("\x00".join(parts).encode()).hexdigest()[:16]


def corrections(changes: Iterable[Change], public: Stored) -> list[Correction]:
    """What is public and would be different: values, removed records, and new editions and versions."""
    newest, found = newest_numbers(public), dict[Corrected, Correction]()
    for change in changes:
        for each in _of_change(change, newest, public):
            found.setdefault(each.about, each)
    return list(found.values())


def _of_change(change: Change, newest: Mapping[Item, int], public: Stored) -> Iterator[Correction]:
    was, now = change.before, change.after
    if was is None:
        if now is not None and (before := _numbered_before(now, newest, public)) is not None:
            yield Correction(Corrected.number(now), before, now)
    elif now is None:
        yield Correction(Corrected.value(was, None), was, None)
    else:
        wrong = (name for name in change.differences() if not is_progress(was, name))
        yield from (Correction(Corrected.value(was, name), was, now) for name in wrong)


def _numbered_before(now: Record, newest: Mapping[Item, int], public: Stored) -> Record | None:
    """A record of the edition or version that was the newest in public, where this one is newer."""
    if now.KIND not in COUNTED_UP:
        return None
    counted = counted_key_of(now)
    number = newest.get((now.KIND, counted))
    if number is None or number_of(now) <= number:
        return None
    known = (each.record for each in public[now.KIND].values())
    return next(each for each in known if counted_key_of(each) == counted and number_of(each) == number)


@dataclass(frozen=True, slots=True)
class CommonReason:
    """Corrections for which the office gave the same reason, or none; `code` is a name for a form."""

    reason: str
    corrections: tuple[Correction, ...]

    @property
    def code(self) -> str:
        """A short name that stays the same as long as the reason does."""
        return _code(self.reason)


def by_reason(found: Iterable[Correction]) -> list[CommonReason]:
    """The corrections under their reasons, in the order in which these are met.

    >>> from monitoring.domain.inhabitants import Inhabitants
    >>> row = Inhabitants(year=2020, inhabitants=9)
    >>> gone = [Correction(Corrected("x", (str(n),)), row, None, why) for n, why in enumerate("aba")]
    >>> [(each.reason, len(each.corrections)) for each in by_reason(gone)]
    [('a', 2), ('b', 1)]
    """
    groups: dict[str, list[Correction]] = {}
    for each in found:
        groups.setdefault((each.reason or "").strip(), []).append(each)
    return [CommonReason(reason, tuple(own)) for reason, own in groups.items()]


def with_reasons(found: Iterable[Correction], reasons: Mapping[Corrected, str | None]) -> list[Correction]:
    """The corrections with the reason that the office gave when it made each change."""
    return [replace(each, reason=reasons.get(each.about)) for each in found]
