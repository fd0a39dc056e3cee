"""Numbers of measures that begin anew with each field of action: „1“ of energy is not „1“ of transport."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from monitoring.domain.draft import Draft
from monitoring.domain.measure import Measure
from monitoring.domain.measure_reference import reference_field
from monitoring.domain.measure_register import plain
from monitoring.spreadsheets.remarks import Remarks

FIELD = "field_of_action"
Named = tuple[str, str | None, str | None]
"""Sheet, number and title, as drafts about a measure carry them."""


def with_fields_in_numbers(drafts: Iterable[Draft], remarks: Remarks) -> list[Draft]:
    """Drafts whose numbers lead with the field of action where only that tells them apart; says so."""
    every = list(drafts)
    sheets: dict[str, list[Draft]] = defaultdict(list)
    for draft in every:
        if draft.kind == Measure.KIND and draft.values.get("number"):
            sheets[draft.sheet].append(draft)
    renamed: dict[Named, str] = {}
    for sheet, found in sheets.items():
        if _begin_anew(found):
            first = found[0]
            remarks.notice("numbers_begin_anew", sheet, first.cell, first.values["number"], count=len(found))
            renamed |= {_name(each): f"{each.values[FIELD]} {each.values['number']}" for each in found}
    return [_renamed(draft, renamed) for draft in every] if renamed else every


def _begin_anew(measures: Sequence[Draft]) -> bool:
    """Whether numbers come again, each time in another field of action and with another title."""
    numbers = [plain(each.values["number"]) for each in measures]
    if len(set(numbers)) == len(numbers) or not all(each.values.get(FIELD) for each in measures):
        return False
    times = Counter(numbers)
    again = [each for each, number in zip(measures, numbers, strict=True) if times[number] > 1]
    apart = {(plain(each.values["number"]), plain(each.values[FIELD])) for each in again}
    titles = {(plain(each.values["number"]), plain(each.values.get("title"))) for each in again}
    return len(apart) == len(titles) == len(again)


def _name(draft: Draft) -> Named:
    number, title = (reference_field(draft.kind, part) for part in ("number", "title"))
    return draft.sheet, draft.values.get(number), draft.values.get(title)


def _renamed(draft: Draft, renamed: Mapping[Named, str]) -> Draft:
    number = renamed.get(_name(draft))
    if number is None:
        return draft
    return replace(draft, values={**draft.values, reference_field(draft.kind, "number"): number})
