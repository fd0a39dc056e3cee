"""Changes: what a file or an edit would do to the stored records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

from monitoring.domain.provenance import EDITED, Provenance
from monitoring.domain.record import Item, Record
from monitoring.domain.stored import Known


class ChangeType(StrEnum):
    """What happens to a record."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REMOVED = "removed"


@dataclass(slots=True)
class Change:
    """One record before and after, with the provenance of the record after; final, as a draft is."""

    kind: Final[str]
    before: Final[Record | None]
    after: Final[Record | None]
    provenance: Final[Mapping[str, Provenance]] = field(default_factory=dict)

    @property
    def type(self) -> ChangeType:
        """New, changed, unchanged or removed."""
        if self.before is None:
            return ChangeType.NEW
        if self.after is None:
            return ChangeType.REMOVED
        return ChangeType.UNCHANGED if self.before == self.after else ChangeType.CHANGED

    @property
    def record(self) -> Record:
        """The record after, or the one that is removed."""
        record = self.after or self.before
        assert record is not None
        return record

    @property
    def item(self) -> Item:
        """Which record it is about."""
        return self.record.item

    def differences(self) -> dict[str, tuple[Any, Any]]:
        """The fields that differ, each with its old and new value."""
        if self.before is None or self.after is None:
            return {}
        pairs = (
            (name, getattr(self.before, name), getattr(self.after, name))
            for name in type(self.after).model_fields
        )
        return {name: (old, new) for name, old, new in pairs if old != new}


def between(kind: str, before: Known | None, after: Known | None) -> Change:
    """The change that leads from one stored state of a record to another; None where there is no record."""
    return Change(
        kind,
        before.record if before else None,
        after.record if after else None,
        after.provenance if after else {},
    )


def by_hand(known: Known | None, after: Record) -> Change:
    """The change that typing a record makes: what differs from the known one no longer comes from a cell."""
    if known is None:
        filled = [name for name in type(after).model_fields if getattr(after, name) is not None]
        return Change(after.KIND, None, after, dict.fromkeys(filled, EDITED))
    differing = Change(after.KIND, known.record, after).differences()
    return Change(after.KIND, known.record, after, {**known.provenance, **dict.fromkeys(differing, EDITED)})


def counts(changes: Iterable[Change]) -> dict[str, dict[ChangeType, int]]:
    """How many records of each kind are new, changed, unchanged and removed; kinds in the order met."""
    found: dict[str, Counter[ChangeType]] = {}
    for change in changes:
        found.setdefault(change.kind, Counter())[change.type] += 1
    return {kind: {each: number[each] for each in ChangeType} for kind, number in found.items()}


def effective(changes: Iterable[Change]) -> list[Change]:
    """The changes that change anything."""
    return [change for change in changes if change.type is not ChangeType.UNCHANGED]
