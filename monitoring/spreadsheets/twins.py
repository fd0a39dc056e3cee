"""Measures of one list with the same title and no number: different ones, or the same one said twice."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from monitoring.domain.draft import Draft
from monitoring.domain.measure_reference import reference_field
from monitoring.domain.measure_register import plain
from monitoring.domain.named_place import NamedPlace
from monitoring.spreadsheets.remarks import Remarks

MEASURES = "measures"
DIFFERENT, FIRST_ONLY = "different", "first_only"
EXAMPLES_NAMED = 3

Name = tuple[str, str, str, NamedPlace | None]
"""Sheet, programme, title and municipality of what has no number."""


def with_twins(drafts: Sequence[Draft], remarks: Remarks) -> list[Draft]:
    """The drafts, with measures of the same name told apart by their rows, and what belongs to each.

    In different fields of action they are different measures, and it is said so; else their owner is asked.
    Of those that are not told apart the first row counts alone.
    """
    groups = _groups(drafts)
    if not groups:
        return list(drafts)
    by_field = {name: each for name, each in groups.items() if _have_fields_of_their_own(each)}
    for name, group in by_field.items():
        title = _title(group[0])
        for again in group[1:]:
            remarks.gather("titles_in_fields", name[0], again.cell, title, name[0])
    others = {name: group for name, group in groups.items() if name not in by_field}
    apart = {*by_field, *_told_apart(others, remarks)}
    return list(_with_rows(drafts, groups, apart))


def _groups(drafts: Iterable[Draft]) -> dict[Name, list[Draft]]:
    """Measures that share their name and say different things."""
    named: dict[Name, list[Draft]] = {}
    for draft in drafts:
        if draft.kind == MEASURES and not draft.values.get("number") and (name := _name(draft)):
            group = named.setdefault(name, [])
            if all(each.values != draft.values for each in group):
                group.append(draft)
    return {name: group for name, group in named.items() if len(group) > 1}


def _name(draft: Draft) -> Name | None:
    said = {
        part: draft.values.get(reference_field(draft.kind, part))
        for part in ("id", "number", "programme", "title")
    }
    if said["id"] or said["number"] or not said["title"]:
        return None
    return draft.sheet, plain(said["programme"]), plain(said["title"]), draft.place


def _title(draft: Draft) -> str:
    return f"„{draft.values['title']}“"


def _have_fields_of_their_own(group: Sequence[Draft]) -> bool:
    fields = {plain(each.values.get("field_of_action")) for each in group}
    return len(fields) == len(group) and "" not in fields


def _told_apart(groups: Mapping[Name, Sequence[Draft]], remarks: Remarks) -> Iterator[Name]:
    """The names whose measures are different ones as their owner says, asked once for each sheet."""
    for sheet in dict.fromkeys(name[0] for name in groups):
        own = {name: group for name, group in groups.items() if name[0] == sheet}
        cells = [each.cell for group in own.values() for each in group]
        titles = [_title(group[0]) for group in own.values()]
        details = {"count": len(titles), "examples": ", ".join(titles[:EXAMPLES_NAMED])}
        about = {"vocabulary": "twins", "details": details}
        answers = [
            remarks.ask(("twins", sheet), "twins", (DIFFERENT, FIRST_ONLY), sheet, cell, **about)
            for cell in cells
        ]
        if answers[0] == DIFFERENT:
            yield from own


def _with_rows(
    drafts: Iterable[Draft], groups: Mapping[Name, Sequence[Draft]], apart: Iterable[Name]
) -> Iterator[Draft]:
    """What stands in or below the row of a twin belongs to it; else only what belongs to the first stays."""
    different = set(apart)
    for draft in drafts:
        name = _name(draft)
        group = groups.get(name) if name else None
        if group is None:
            yield draft
            continue
        row = _row_of_twin(draft, group)
        if name in different:
            yield replace(draft, twin=row)
        elif row == group[0].row:
            yield draft


def _row_of_twin(draft: Draft, group: Sequence[Draft]) -> int:
    """The row of the measure that a draft is, says again, or belongs to."""
    if draft.kind == MEASURES:
        return next(each.row for each in group if each.values == draft.values)
    above = bisect_right([each.row for each in group], draft.row)
    return group[max(above - 1, 0)].row
