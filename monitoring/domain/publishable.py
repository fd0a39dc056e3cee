"""What a publication would change in public, what chosen items need, what looks like a person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from monitoring.domain.changes import Change, ChangeType, effective
from monitoring.domain.finding import Blocks, Finding, warning
from monitoring.domain.kinds import MEASURE_KINDS
from monitoring.domain.merging import Key, Known, Stored
from monitoring.domain.record import INTERNAL, Record, has_mark

Item = tuple[str, Key]
"""A kind and a business key."""
PERSON_PATTERNS = (
    re.compile(r"\b(?:Herrn?|Frau|Hr\.|Fr\.)\s+(?:(?:Dr|Prof)\.\s*)*[A-ZÄÖÜ]\w+"),
    re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    re.compile(r"(?:\+49|\(?0\d{2,5}\)?)[\s/-]\s*\d[\d\s/-]{4,}\d"),
)
"""Herr, Frau, e-mail addresses, telephone numbers."""


def changes(public: Stored, current: Stored) -> list[Change]:
    """What distinguishes the current state from the public one, internal fields left out of both."""
    found = []
    for kind in current:
        keys = dict.fromkeys([*public.get(kind, {}), *current[kind]])
        for key in keys:
            before, after = public.get(kind, {}).get(key), current[kind].get(key)
            provenance = after.provenance if after else {}
            found.append(
                Change(kind, before.record if before else None, after.record if after else None, provenance)
            )
    return effective(found)


def with_needs(
    chosen: set[tuple[str, Key]], waiting: Iterable[Change], current: Stored
) -> dict[str, set[tuple[Any, ...]]]:
    """The chosen items with what they need: all of a measure, its programme and field, all years of a target.

    A balance year is chosen by any of its rows and released as a whole, with the inhabitants of that year.
    What belongs to a measure that is not public yet brings that measure along.
    """
    changes = list(waiting)
    wanted = _with_whole_items(chosen, changes, current)
    keys: dict[str, set[tuple[Any, ...]]] = {}
    for change in changes:
        if (change.kind, change.record.key) in wanted or _is_needed(change, wanted, current):
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


def _is_needed(change: Change, wanted: set[Item], current: Stored) -> bool:
    key, measures = change.record.key, _first_parts(wanted, "measures")
    if change.kind in _NAMED_BY_MEASURES:
        rows = (known.record for each, known in _of(current, "measures") if each[0] in measures)
        return any(getattr(row, _NAMED_BY_MEASURES[change.kind]) == key[0] for row in rows)
    if change.kind in ("targets", "indicator_values"):
        return key[0] in _first_parts(wanted, _WHOLE[change.kind])
    balances = {each[:2] for kind, each in wanted if kind == "balance"}
    if change.kind == "balance":
        return key[:2] in balances
    if change.kind == "inhabitants":
        return key[0] in {year for _, year in balances}
    return getattr(change.record, "measure", None) in measures


_NAMED_BY_MEASURES = {"programmes": "programme", "fields_of_action": "field_of_action"}
_WHOLE = {"targets": "targets", "indicator_values": "indicators"}
"""Rows that are published together: all years of a target, all values of an indicator."""


def findings(records: Iterable[Record]) -> list[Finding]:
    """Text that would become public and looks like a person: a question to answer before publishing."""
    return [
        warning(
            "looks_like_a_person",
            value=match,
            blocks=Blocks.PUBLISH,
            details={"kind": record.KIND, "field": field},
        )
        for record in records
        for field, text in _public_texts(record).items()
        for match in _persons(text)
    ]


def _public_texts(record: Record) -> Mapping[str, str]:
    return {
        name: value
        for name in type(record).model_fields
        if type(value := getattr(record, name)) is str and not has_mark(type(record), name, INTERNAL)
    }


def _persons(text: str) -> list[str]:
    return [match.group(0) for pattern in PERSON_PATTERNS for match in pattern.finditer(text)]
