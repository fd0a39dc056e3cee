"""Editions and versions: a recalculated balance or changed target stands beside the old one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from monitoring.domain.changes import Change, ChangeType
from monitoring.domain.numbering import COUNTED_UP, counted_key_of, newest_numbers, number_of
from monitoring.domain.question import Question
from monitoring.domain.record import Record
from monitoring.domain.stored import Item, Key, Stored

CORRECTION = "correction"
NEW_NUMBER = {"balance": "new_edition", "targets": "new_version"}
QUESTIONS = {"balance": "edition:balance", "targets": "version:targets"}
_COMPARED = {
    "balance": ("energy_mwh", "emissions_t", "state"),
    "targets": ("value", "reduction", "base_value", "base_year"),
}


def edition_questions(changes: Iterable[Change]) -> list[Question]:
    """Whether changed balance values or targets are corrections (the default) or a new edition or version."""
    by_kind: dict[str, list[Change]] = {}
    for change in changes:
        if change.kind in QUESTIONS and _changes_a_number(change):
            by_kind.setdefault(change.kind, []).append(change)
    return [
        Question(
            key=QUESTIONS[kind],
            code=QUESTIONS[kind].replace(":", "_"),
            choices=(CORRECTION, NEW_NUMBER[kind]),
            cells=tuple(_cells(changed)),
            vocabulary="edition",
            default=CORRECTION,
            remembered=False,
            details={"count": len(changed)},
        )
        for kind, changed in by_kind.items()
    ]


def _changes_a_number(change: Change) -> bool:
    return change.type is ChangeType.CHANGED and any(
        name in _COMPARED[change.kind] for name in change.differences()
    )


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
    stays as it was.
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
    for key, known in stored.get(kind, {}).items():
        counted = counted_key_of(known.record)
        if key not in left_out and counted in affected and number_of(known.record) == newest[kind, counted]:
            after = _renumbered(known.record, newest)
            new[after.key] = Change(kind, None, after, known.provenance)
    for change in moved:
        if change.after is not None:
            after = _renumbered(change.after, newest)
            new[after.key] = Change(kind, None, after, change.provenance)
    return list(new.values())


def _renumbered(record: Record, newest: Mapping[Item, int]) -> Record:
    number = newest[record.KIND, counted_key_of(record)] + 1
    return record.model_copy(update={COUNTED_UP[record.KIND]: number})


def apply_answers(changes: list[Change], stored: Stored, answers: Mapping[str, str]) -> list[Change]:
    """Changes after the questions on editions and versions were answered."""
    for kind, key in QUESTIONS.items():
        if answers.get(key) == NEW_NUMBER[kind]:
            changes = as_new_numbers(changes, stored, kind)
    return changes
