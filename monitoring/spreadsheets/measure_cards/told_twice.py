"""Measures that a file tells of twice: in a list of all, and each on a card of its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from monitoring.domain.draft import Draft
from monitoring.domain.measure import Measure, MeasureStatus
from monitoring.domain.measure_register import plain
from monitoring.spreadsheets.column import Reads
from monitoring.spreadsheets.formats import format_of
from monitoring.spreadsheets.remarks import Remarks

_SAYS_NOTHING = (None, (), MeasureStatus.UNKNOWN)


def told_once(drafts: Iterable[Draft], card_sheets: frozenset[str], remarks: Remarks) -> list[Draft]:
    """Each measure once: the list says what its card does not, the card tells the rest.

    Where both say different things, prose is taken from the card, all else from the list, with a warning.
    """
    every = list(drafts)
    if not card_sheets:
        return every
    listed = [each for each in every if each.kind == Measure.KIND and each.sheet not in card_sheets]
    merged: dict[int, Draft] = {}
    gone: set[int] = set()
    for card in (each for each in every if each.kind == Measure.KIND and each.sheet in card_sheets):
        own = next((each for each in listed if id(each) not in gone and _is_same(each, card)), None)
        if own is not None:
            merged[id(own)] = _both(own, card, remarks)
            gone |= {id(card), id(own)}
    return [merged.get(id(each), each) for each in every if id(each) not in gone or id(each) in merged]


def _is_same(one: Draft, other: Draft) -> bool:
    """By number where both have one, else by title; of the same programme as far as both name theirs."""
    programmes = {plain(each.values["programme"]) for each in (one, other) if each.values.get("programme")}
    numbers = [plain(each.values.get("number")) for each in (one, other)]
    titles = [plain(each.values.get("title")) for each in (one, other)]
    same = numbers if all(numbers) else titles
    return len(programmes) < 2 and bool(same[0]) and same[0] == same[1]


def _both(listed: Draft, card: Draft, remarks: Remarks) -> Draft:
    values, origins = dict(listed.values), dict(listed.origins)
    for name, value in card.values.items():
        own = values.get(name)
        if value in _SAYS_NOTHING or plain(own) == plain(value):
            continue
        if own in _SAYS_NOTHING or _is_prose(name):
            values[name] = value
            if name in card.origins:
                origins[name] = card.origins[name]
        else:
            _say(name, listed, card, remarks)
    return replace(listed, values=values, origins=origins)


def _is_prose(name: str) -> bool:
    column = next((each for each in format_of(Measure.KIND).columns if each.field == name), None)
    return column is not None and column.reads is Reads.TEXT and name not in ("number", "title")


def _say(name: str, listed: Draft, card: Draft, remarks: Remarks) -> None:
    origin, other = card.origins.get(name), listed.origins.get(name)
    details: dict[str, Any] = {
        "kind": Measure.KIND,
        "field": name,
        "other_sheet": listed.sheet,
        "other_cell": other.cell if other else listed.cell,
    }
    value = origin.text if origin else str(card.values[name])
    remarks.warning("told_differently", card.sheet, origin.cell if origin else card.cell, value, **details)
