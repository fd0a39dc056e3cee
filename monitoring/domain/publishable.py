"""What a publication would change in public, and what chosen items need."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from monitoring.domain.changes import Change, ChangeType, between, effective
from monitoring.domain.kinds import MEASURE_KINDS
from monitoring.domain.record import Item, Key
from monitoring.domain.stored import Known, Stored


def changes(public: Stored, current: Stored) -> list[Change]:
    """What distinguishes the current state from the public one, internal fields left out of both."""
    found = []
    for kind in current:
        keys = dict.fromkeys([*public.get(kind, {}), *current[kind]])
        for key in keys:
            found.append(between(kind, public.get(kind, {}).get(key), current[kind].get(key)))
    return effective(found)


def with_needs(chosen: set[Item], waiting: Iterable[Change], current: Stored) -> dict[str, set[Key]]:
    """The chosen items with what they need: all of a measure, its programme and field, all years of a target.

    A balance year is chosen by any of its rows and released as a whole, with the inhabitants of that year.
    What belongs to a measure that is not public yet brings that measure along.
    """
    changes = list(waiting)
    wanted = _with_whole_items(chosen, changes, current)
    needs = _needs(wanted, current)
    keys: dict[str, set[Key]] = {}
    for change in changes:
        if change.item in wanted or needs.include(change):
            keys.setdefault(change.kind, set()).add(change.record.key)
    return keys


def _with_whole_items(chosen: set[Item], changes: Iterable[Change], current: Stored) -> set[Item]:
    """The chosen items with the new measures they belong to, and the indicators of measures and targets."""
    new = {("measures", each.record.key) for each in changes if _is_new_measure(each)}
    wanted = chosen | (new & {("measures", key[:1]) for kind, key in chosen if kind in MEASURE_KINDS})
    measures, targets = _first_parts(wanted, "measures"), _first_parts(wanted, "targets")
    of_measures = {
        key for key, known in _of(current, "indicators") if getattr(known.record, "measure", None) in measures
    }
    of_targets = {
        (getattr(known.record, "indicator", None),)
        for key, known in _of(current, "targets")
        if key[0] in targets
    }
    of_values = {key[:1] for kind, key in chosen if kind == "indicator_values"}
    return wanted | {("indicators", key) for key in of_measures | of_targets | of_values}


def _is_new_measure(change: Change) -> bool:
    return change.kind == "measures" and change.type is ChangeType.NEW


def _of(current: Stored, kind: str) -> Iterable[tuple[Key, Known]]:
    return current.get(kind, {}).items()


def _first_parts(items: set[Item], kind: str) -> set[Any]:
    return {key[0] for each, key in items if each == kind}


@dataclass(frozen=True, slots=True)
class _Needs:
    """What is released along with the wanted items: rows by name or year, balance years, rows of measures."""

    first_parts: Mapping[str, set[Any]]
    balances: set[Key]
    measures: set[Any]

    def include(self, change: Change) -> bool:
        """Whether the row of a change is needed."""
        key = change.record.key
        if change.kind in self.first_parts:
            return key[0] in self.first_parts[change.kind]
        if change.kind == "balance":
            return key[:2] in self.balances
        return getattr(change.record, "measure", None) in self.measures


def _needs(wanted: set[Item], current: Stored) -> _Needs:
    measures = _first_parts(wanted, "measures")
    rows = [known.record for key, known in _of(current, "measures") if key[0] in measures]
    balances = {key[:2] for kind, key in wanted if kind == "balance"}
    first_parts = {
        "programmes": {getattr(row, "programme", None) for row in rows},
        "fields_of_action": {getattr(row, "field_of_action", None) for row in rows},
        "targets": _first_parts(wanted, "targets"),
        "indicator_values": _first_parts(wanted, "indicators"),
        "inhabitants": {year for _, year in balances},
    }
    return _Needs(first_parts, balances, measures)
