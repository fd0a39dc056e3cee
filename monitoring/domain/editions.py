"""Editions and versions: a recalculated balance or changed target stands beside the old one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from monitoring.domain.balance import Carrier, CellState, EmissionEntry, Sector
from monitoring.domain.changes import Change, ChangeType
from monitoring.domain.numbering import COUNTED_UP, counted_key_of, newest_numbers, number_of
from monitoring.domain.question import Question
from monitoring.domain.record import Item, Key, Record
from monitoring.domain.stored import Stored

CORRECTION = "correction"
NEW_NUMBER = {"balance": "new_edition", "targets": "new_version"}
QUESTIONS = {"balance": "edition:balance", "targets": "version:targets"}
LEAST_RECALCULATED = 3
"""Fewer changed values of a year are single corrections."""
VALUE_FIELDS = ("energy_mwh", "emissions_t")
_COMPARED = {
    "balance": (*VALUE_FIELDS, "state"),
    "targets": ("value", "reduction", "base_value", "base_year"),
}


def edition_questions(changes: Iterable[Change]) -> list[Question]:
    """Whether changed balance values or targets are corrections or a new edition or version; see `usual`."""
    every = list(changes)
    by_kind: dict[str, list[Change]] = {}
    for change in every:
        if change.kind in QUESTIONS and _changes_a_number(change):
            by_kind.setdefault(change.kind, []).append(change)
    return [
        Question(
            key=QUESTIONS[kind],
            code=QUESTIONS[kind].replace(":", "_"),
            choices=(CORRECTION, NEW_NUMBER[kind]),
            cells=tuple(_cells(changed)),
            vocabulary="edition",
            default=usual(kind, every),
            remembered=False,
            details={"count": len(changed)},
        )
        for kind, changed in by_kind.items()
    ]


def usual(kind: str, changes: Iterable[Change]) -> str:
    """What holds while nobody says: a balance year most of which is new was calculated anew."""
    if kind != EmissionEntry.KIND:
        return CORRECTION
    changed, repeated = Counter[Key](), Counter[Key]()
    for each in changes:
        if each.kind == kind and each.before is not None and each.after is not None:
            is_new = _changes_a_number(each)
            (changed if is_new else repeated)[counted_key_of(each.record)] += 1
    is_anew = any(n >= LEAST_RECALCULATED and n >= repeated[year] for year, n in changed.items())
    return NEW_NUMBER[kind] if is_anew else CORRECTION


def _changes_a_number(change: Change) -> bool:
    """Whether something is said anew; what was empty so far is only added."""
    if change.type is not ChangeType.CHANGED:
        return False
    compared = _COMPARED[change.kind]
    differing = {name: old for name, (old, _) in change.differences().items() if name in compared}
    is_added = any(name in differing for name in VALUE_FIELDS)
    return any(old is not None and not (name == "state" and is_added) for name, old in differing.items())


def _cells(changes: Iterable[Change]) -> list[str]:
    return [
        f"{each.provenance[name].sheet}!{each.provenance[name].cell}"
        for each in changes
        for name in each.differences()
        if name in each.provenance and each.provenance[name].cell
    ]


def as_new_numbers(changes: Iterable[Change], stored: Stored, kind: str) -> list[Change]:
    """Changes of a kind, with the next edition or version for every balance year or target they affect.

    The new edition is complete: what the file does not mention is carried over from the old one, which
    stays as it was. Old numbers of single carriers are not: beside a new one of their whole sector they would
    add up to something else.
    """
    own = [change for change in changes if change.kind == kind]
    others = [change for change in changes if change.kind != kind]
    affected = {counted_key_of(change.record) for change in own if _changes_a_number(change)}
    moved = [change for change in own if counted_key_of(change.record) in affected]
    kept = [change for change in own if counted_key_of(change.record) not in affected]
    return others + kept + _next_numbers(moved, stored, kind, affected)


def _next_numbers(moved: list[Change], stored: Stored, kind: str, affected: set[Key]) -> list[Change]:
    newest = newest_numbers(stored)
    new: dict[Key, Change] = {}
    left_out = {change.record.key for change in moved if change.after is None}
    whole = _stated_as_a_whole(moved)
    for key, known in stored.get(kind, {}).items():
        counted = counted_key_of(known.record)
        if key not in left_out and counted in affected and number_of(known.record) == newest[kind, counted]:
            kept = _without_outdated(known.record, whole)
            if kept is not None:
                after = _renumbered(kept, newest)
                new[after.key] = Change(kind, None, after, known.provenance)
    for change in moved:
        if change.after is not None:
            after = _renumbered(change.after, newest)
            new[after.key] = Change(kind, None, after, change.provenance)
    return list(new.values())


def _stated_as_a_whole(moved: Iterable[Change]) -> dict[tuple[Key, Sector], set[str]]:
    """Which numbers the file gives of a sector without its carriers, by balance year and sector."""
    found: dict[tuple[Key, Sector], set[str]] = {}
    for each in moved:
        entry = each.after
        if isinstance(entry, EmissionEntry) and entry.carrier is Carrier.ALL and each.before != entry:
            stated = {name for name in VALUE_FIELDS if getattr(entry, name) is not None}
            found[counted_key_of(entry), entry.sector] = stated
    return found


def _without_outdated(record: Record, whole: Mapping[tuple[Key, Sector], set[str]]) -> Record | None:
    """A record as the next edition keeps it: numbers of carriers give way to a new one of their sector."""
    if not isinstance(record, EmissionEntry) or record.carrier is Carrier.ALL:
        return record
    stated = whole.get((counted_key_of(record), record.sector), set())
    outdated = {name: None for name in stated if getattr(record, name) is not None}
    if not outdated:
        return record
    kept = record.model_copy(update=outdated)
    has_value = any(getattr(kept, name) is not None for name in VALUE_FIELDS)
    return kept if has_value or kept.state is not CellState.VALUE else None


def _renumbered(record: Record, newest: Mapping[Item, int]) -> Record:
    number = newest[record.KIND, counted_key_of(record)] + 1
    return record.model_copy(update={COUNTED_UP[record.KIND]: number})


def apply_answers(changes: list[Change], stored: Stored, answers: Mapping[str, str]) -> list[Change]:
    """Changes after the questions on editions and versions were answered, or with what is usual."""
    for kind, key in QUESTIONS.items():
        if (answers.get(key) or usual(kind, changes)) == NEW_NUMBER[kind]:
            changes = as_new_numbers(changes, stored, kind)
    return changes
