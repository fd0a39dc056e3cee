"""What a publication would change in public, what chosen items need, what looks like a person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from monitoring.domain.changes import Change, effective
from monitoring.domain.finding import Blocks, Finding, warning
from monitoring.domain.merging import Key, Stored
from monitoring.domain.record import INTERNAL, Record, has_mark

PERSON_PATTERNS = (
    re.compile(r"\b(?:Herrn?|Frau|Hr\.|Fr\.)\s+(?:(?:Dr|Prof)\.\s*)*[A-ZÄÖÜ]\w+"),
    re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+"),
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
    """
    keys: dict[str, set[tuple[Any, ...]]] = {}
    for change in waiting:
        if (change.kind, change.record.key) in chosen or _is_needed(change, chosen, current):
            keys.setdefault(change.kind, set()).add(change.record.key)
    return keys


def _is_needed(change: Change, chosen: set[tuple[str, Key]], current: Stored) -> bool:
    record = change.record
    measures = {key[0] for kind, key in chosen if kind == "measures"}
    rows = [
        current["measures"][(each,)].record for each in measures if (each,) in current.get("measures", {})
    ]
    if change.kind == "programmes":
        return any(getattr(row, "programme", None) == record.key[0] for row in rows)
    if change.kind == "fields_of_action":
        return any(getattr(row, "field_of_action", None) == record.key[0] for row in rows)
    if change.kind == "targets":
        return any(kind == "targets" and key[0] == record.key[0] for kind, key in chosen)
    if change.kind == "balance":
        return any(kind == "balance" and key[:2] == record.key[:2] for kind, key in chosen)
    if change.kind == "inhabitants":
        return any(kind == "balance" and key[1] == record.key[0] for kind, key in chosen)
    if change.kind == "indicator_values":
        return ("indicators", (record.key[0],)) in chosen
    return getattr(record, "measure", None) in measures


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
