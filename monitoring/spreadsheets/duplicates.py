"""Rows of one file that are about the same thing."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from monitoring.domain.draft import Draft
from monitoring.domain.kinds import KINDS
from monitoring.domain.measure_reference import reference_field
from monitoring.spreadsheets.fields import empty_value
from monitoring.spreadsheets.remarks import Remarks

Key = tuple[Any, ...]


def without_duplicates(
    drafts: Iterable[Draft], remarks: Remarks, faulty: Iterable[Draft] = ()
) -> tuple[Draft, ...]:
    """Each thing once, the first time it is named: said again alike is a notice, said differently an
    error. Rows with a fault are only held against the others, as far as they say what they are about.
    """
    first: dict[Key, Draft] = {}
    for draft in drafts:
        key = draft_key(draft)
        known = first.setdefault(key, draft)
        if known is not draft:
            _remark(known, draft, remarks)
    found = tuple(first.values())
    for draft in filter(_is_named, faulty):
        known = first.setdefault(draft_key(draft), draft)
        if known is not draft:
            _remark(known, draft, remarks)
    return found


def _is_named(draft: Draft) -> bool:
    """Whether every part of the key of a row could be read."""
    names = {reference_field(draft.kind, part) for part in ("id", "number", "title")}
    fields = KINDS[draft.kind].KEY
    if _is_about_measure(draft.kind) and not any(draft.values.get(name) for name in names):
        return False
    return not any(field in draft.origins and field not in draft.values for field in fields)


def draft_key(draft: Draft) -> Key:
    """What tells a draft from others of its file: its business key, its measure named by id, number or
    title.
    """
    kind, said = draft.kind, draft.values
    own = map(said.get, *_fields(kind))
    if _is_about_measure(kind):
        return (kind, *_measure_name(draft), *own, draft.place)
    return (kind, *own, draft.place)


@cache
def _fields(kind: str) -> tuple[tuple[str, ...], tuple[Any, ...]]:
    """The fields of a key beside the measure, and what they are where nothing is said."""
    record_type = KINDS[kind]
    fields = tuple(field for field in record_type.KEY if not _names_measure(kind, field))
    return fields, tuple(empty_value(record_type, field) for field in fields)


@cache
def _is_about_measure(kind: str) -> bool:
    return any(_names_measure(kind, field) for field in KINDS[kind].KEY)


def _names_measure(kind: str, field: str) -> bool:
    return field == "measure" or (kind == "measures" and field == "id")


def _measure_name(draft: Draft) -> Key:
    said = draft.values
    for part in ("id", "number", "title"):
        name = said.get(reference_field(draft.kind, part))
        if name is not None:
            break
    else:
        part, name = "row", draft.row
    programme = None if part == "id" else said.get(reference_field(draft.kind, "programme"))
    return (part, programme, name, draft.twin)


def _remark(known: Draft, again: Draft, remarks: Remarks) -> None:
    details = {"other_sheet": known.sheet, "other_cell": known.cell}
    if _substance(known) == _substance(again):
        remarks.notice("row_repeated", again.sheet, again.cell, _first_text(again), **details)
    else:
        remarks.error("duplicate_key", again.sheet, again.cell, _first_text(again), **details)


def _substance(draft: Draft) -> dict[str, Any]:
    return {field: value for field, value in draft.values.items() if field not in ("source", "note")}


def _first_text(draft: Draft) -> str | None:
    origin = next(iter(draft.origins.values()), None)
    return origin.text if origin else None
