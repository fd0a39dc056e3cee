"""Merging: drafts held against stored records give the changes an import would make."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from monitoring.domain.changes import Change
from monitoring.domain.draft import Draft
from monitoring.domain.finding import Finding, error
from monitoring.domain.kinds import KINDS
from monitoring.domain.provenance import Provenance, from_file
from monitoring.domain.record import Record

Key = tuple[Any, ...]
COUNTED_UP = {"balance": "edition", "targets": "version"}
"""The key field that numbers the editions or versions of a kind; a file seldom names it."""


@dataclass(frozen=True, slots=True)
class Known:
    """A record with the provenance of its fields."""

    record: Record
    provenance: Mapping[str, Provenance] = field(default_factory=dict)


Stored = Mapping[str, Mapping[Key, Known]]
"""What a municipality has: kind → business key → record."""


@dataclass(slots=True)
class Merged:
    """The changes of one import and the rows that cannot become records."""

    changes: dict[tuple[str, Key], Change] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def merge(drafts: Iterable[Draft], stored: Stored) -> Merged:
    """What the drafts would change.

    A field the draft does not name stays; one it names as None is cleared. Drafts with the same key follow
    each other.
    """
    merged = Merged()
    newest = _newest_numbers(stored)
    for draft in drafts:
        key = _key(draft, newest)
        if key is None:
            merged.findings.append(error("key_missing", sheet=draft.sheet, cell=draft.cell))
            continue
        earlier = merged.changes.get((draft.kind, key))
        known = Known(earlier.after, earlier.provenance) if earlier and earlier.after else None
        known = known or stored.get(draft.kind, {}).get(key)
        try:
            after = _record(draft, key, known)
        except ValidationError as problem:
            merged.findings.extend(_findings(draft, problem))
            continue
        before = earlier.before if earlier else (known.record if known else None)
        provenance = _provenance(draft, known, after)
        merged.changes[(draft.kind, key)] = Change(draft.kind, before, after, provenance)
    return merged


def _newest_numbers(stored: Stored) -> dict[tuple[str, Key], int]:
    """The newest edition or version stored for each key without that number."""
    newest: dict[tuple[str, Key], int] = {}
    for kind, counter in COUNTED_UP.items():
        for known in stored.get(kind, {}).values():
            place = (kind, _series_key(known.record.model_dump(), kind))
            newest[place] = max(newest.get(place, 1), getattr(known.record, counter))
    return newest


def _series_key(values: Mapping[str, Any], kind: str) -> Key:
    """What counts editions (area and year of a balance) or versions (the name of a target)."""
    return (values["area"], values["year"]) if kind == "balance" else (values["name"],)


def _key(draft: Draft, newest: Mapping[tuple[str, Key], int]) -> Key | None:
    record_type = KINDS[draft.kind]
    values = {name: _given_or_default(draft, record_type, name) for name in record_type.KEY}
    counter = COUNTED_UP.get(draft.kind)
    if counter and draft.values.get(counter) is None and None not in values.values():
        values[counter] = newest.get((draft.kind, _series_key(values, draft.kind)), 1)
    key = tuple(values.values())
    return None if any(part is None or part == "" for part in key) else key


def _given_or_default(draft: Draft, record_type: type[Record], name: str) -> Any:
    value = draft.values.get(name)
    if value is not None:
        return value
    default = record_type.model_fields[name]
    return None if default.is_required() else default.default


def _record(draft: Draft, key: Key, known: Known | None) -> Record:
    record_type = KINDS[draft.kind]
    before = known.record.model_dump() if known else {}
    given = {name: value for name, value in draft.values.items() if name in record_type.model_fields}
    values = before | given | dict(zip(record_type.KEY, key, strict=True))
    return record_type(
        **{name: value for name, value in values.items() if _is_said(record_type, name, value)}
    )


def _is_said(record_type: type[Record], name: str, value: Any) -> bool:
    """A cleared field falls back to its default, which for most is „nothing“."""
    return value is not None or record_type.model_fields[name].is_required()


def _provenance(draft: Draft, known: Known | None, after: Record) -> dict[str, Provenance]:
    """Changed and new values carry their own cell, untouched ones keep the cell they had."""
    provenance = dict(known.provenance) if known else {}
    for name, origin in draft.origins.items():
        unchanged = (
            known is not None and name in provenance and _value(known.record, name) == _value(after, name)
        )
        if not unchanged and name in type(after).model_fields:
            provenance[name] = from_file(origin, draft.upload)
    return provenance


def _value(record: Record, name: str) -> Any:
    return getattr(record, name, None)


def _findings(draft: Draft, problem: ValidationError) -> list[Finding]:
    """One finding for each broken rule, at the cell of its field."""
    found = []
    for fault in problem.errors(include_url=False):
        name = str(fault["loc"][0]) if fault["loc"] else ""
        origin = draft.origins.get(name)
        is_rule = fault["type"] == "value_error"
        code = str(fault["ctx"]["error"]) if is_rule else f"invalid_{fault['type']}"
        code = (
            code
            if is_rule
            else ("field_missing" if fault["type"] in ("missing", "string_type") else "value_not_allowed")
        )
        found.append(
            error(
                code,
                sheet=draft.sheet,
                cell=origin.cell if origin else draft.cell,
                value=origin.text if origin else None,
                details={"kind": draft.kind, "field": name, "limit": str(fault.get("ctx", {}))},
            )
        )
    return found


def removals(changes: Mapping[tuple[str, Key], Change], stored: Stored) -> list[Change]:
    """What a complete file no longer mentions: of the kinds, and for balances of the years, that it contains.

    What belongs to a removed measure goes with it.
    """
    kinds = {kind for kind, _ in changes}
    years = {change.record.key[1] for (kind, _), change in changes.items() if kind == "balance"}
    gone = [
        Change(kind, known.record, None)
        for kind in kinds
        for key, known in stored.get(kind, {}).items()
        if (kind, key) not in changes and (kind != "balance" or key[1] in years)
    ]
    measures = {change.record.key[0] for change in gone if change.kind == "measures"}
    return gone + _orphans(measures, changes, stored, {(change.kind, change.record.key) for change in gone})


def _orphans(
    measures: set[str], changes: Mapping[tuple[str, Key], Change], stored: Stored, gone: set[tuple[str, Key]]
) -> list[Change]:
    return [
        Change(kind, known.record, None)
        for kind, records in stored.items()
        if "measure" in KINDS[kind].KEY
        for key, known in records.items()
        if known.record.key[0] in measures and (kind, key) not in changes and (kind, key) not in gone
    ]
