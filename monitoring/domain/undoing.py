"""Undoing: what a revision changed becomes again what it was; of what was changed since, people decide."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from monitoring.domain.changes import Change, effective
from monitoring.domain.errors import Invalid
from monitoring.domain.kinds import MEASURE_KINDS
from monitoring.domain.provenance import Provenance
from monitoring.domain.record import Item, Record
from monitoring.domain.stored import Known, Stored


@dataclass(frozen=True, slots=True)
class Done:
    """One record before and after a revision, and where its earlier values came from."""

    kind: str
    before: Record | None
    after: Record | None
    earlier: Mapping[str, Provenance]

    @property
    def item(self) -> Item:
        """Which record it is."""
        record = self.after or self.before
        assert record is not None
        return record.item


@dataclass(frozen=True, slots=True)
class ChangedSince:
    """A record that a revision changed and that is not as it left it: one decides what becomes of it.

    `later` are records added since to a measure that the undo would remove with them.
    """

    done: Done
    now: Record | None
    later: tuple[Item, ...] = ()


def changed_since(done: Iterable[Done], now: Stored, since: AbstractSet[Item]) -> list[ChangedSince]:
    """What an undo must not decide alone: a record that is again as the revision left it is no question.

    Args:
        now: the current records.
        since: every record written or closed after the revision.
    """
    every = tuple(done)
    differing = since - {each.item for each in every if current(each.item, now) == each.after}
    later = _later_by_measure(now, differing)
    found = []
    for each in every:
        today = current(each.item, now)
        added = tuple(later.get(each.item[1][0], ())) if _is_added_measure(each) else ()
        if (each.item in differing or added) and today != each.before:
            found.append(ChangedSince(each, today, added))
    return found


def _is_added_measure(done: Done) -> bool:
    return done.kind == "measures" and done.before is None


def _later_by_measure(now: Stored, since: AbstractSet[Item]) -> dict[Any, list[Item]]:
    """What was added to each measure since and is still there."""
    found: dict[Any, list[Item]] = {}
    for kind in MEASURE_KINDS:
        for key in now.get(kind, {}):
            if (kind, key) in since:
                found.setdefault(key[0], []).append((kind, key))
    return found


def reversal(
    done: Iterable[Done], now: Stored, undecided: Iterable[ChangedSince], restore: Collection[Item]
) -> list[Change]:
    """The changes that undo a revision: of the undecided records only those to restore, of the others all.

    What belongs to a removed measure goes with it; what belonged to one that is gone does not come back
    alone.

    Raises:
        Invalid: something to restore belongs to a measure that is gone, or everything is as it was.
    """
    kept = {each.done.item for each in undecided} - set(restore)
    changes = effective(
        Change(each.kind, current(each.item, now), each.before, each.earlier)
        for each in done
        if each.item not in kept and (each.before or current(each.item, now))
    )
    measures = _measures_after(changes, now)
    lonely = [each for each in changes if _lacks_measure(each, measures)]
    if asked := [each.item for each in lonely if each.item in restore]:
        raise Invalid("measure_is_gone", items=asked)
    found = [each for each in changes if not _lacks_measure(each, measures)]
    if not found:
        raise Invalid("undone_already")
    return found + _gone_with_measures(found, now)


def current(item: Item, now: Stored) -> Record | None:
    """The record as it is today; None where there is none."""
    known: Known | None = now.get(item[0], {}).get(item[1])
    return known.record if known else None


def _measures_after(changes: Iterable[Change], now: Stored) -> set[Any]:
    """The ids of the measures there will be."""
    measures = {key[0] for key in now.get("measures", {})}
    for each in changes:
        if each.kind == "measures":
            (measures.discard if each.after is None else measures.add)(each.record.key[0])
    return measures


def _lacks_measure(change: Change, measures: AbstractSet[Any]) -> bool:
    return change.kind in MEASURE_KINDS and change.after is not None and change.record.key[0] not in measures


def _gone_with_measures(changes: Iterable[Change], now: Stored) -> list[Change]:
    removed = {each.record.key[0] for each in changes if each.kind == "measures" and each.after is None}
    named = {each.item for each in changes}
    return [
        Change(kind, known.record, None)
        for kind in MEASURE_KINDS
        for key, known in now.get(kind, {}).items()
        if key[0] in removed and (kind, key) not in named
    ]
