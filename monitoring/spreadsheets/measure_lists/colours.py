"""The status of measures where only a colour says it: one question for each colour, never a guess."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import pairwise

from monitoring.domain.colour import colour_name
from monitoring.spreadsheets.headings import without_years
from monitoring.spreadsheets.measure_lists.measure_list import MeasureList
from monitoring.spreadsheets.measure_lists.written_colours import NO_COLOUR, written_colour
from monitoring.spreadsheets.vocabulary import code_of, codes_of, is_status_word, word_of
from monitoring.spreadsheets.workbook import Cell, Position, Sheet

STATUS = "measure_status"
NO_MEANING = "no_meaning"
MOST_COLOURS = 10
_NO_STATUS = frozenset({"grey", "white", "black"})

Coloured = dict[Position, str]
"""Cells by position with their colour."""


def take_colours(list_: MeasureList, reported: Iterable[Position]) -> dict[Position, Cell]:
    """The status that colours mean, by cell of a measure or report; asks where nobody said."""
    own = list_.column_of("status") or _coloured_column(list_)
    cells: dict[int, list[Position]] = defaultdict(list)
    for at in (*((row, own) for row in list_.rows if own), *reported):
        cells[at[1]].append(at)
    said: dict[Position, Cell] = {}
    for column, positions in cells.items():
        found = _written(list_, positions) or _filled(list_, positions)
        heading = without_years(list_.own_headings().get(column, "")) or list_.sheet.column_name(column)
        said |= _answered(list_, found, heading)
        if column == own and not found:
            _say_conditional(list_, column)
    return said


def _written(list_: MeasureList, cells: Iterable[Position]) -> Coloured:
    texts = {at: list_.text_at(*at) for at in cells}
    return {at: colour for at, text in texts.items() if text and (colour := written_colour(text))}


def _filled(list_: MeasureList, cells: Iterable[Position]) -> Coloured:
    """The fills of cells without a status in words."""
    fills = {at: list_.sheet.fills.get(at) for at in cells}
    texts = [list_.text_at(*at) or "" for at in cells]
    if any(map(is_status_word, texts)):
        fills = {at: colour for at, colour in fills.items() if _stands_for_word(list_, at)}
    return {at: colour for at, colour in fills.items() if colour}


def _stands_for_word(list_: MeasureList, at: Position) -> bool:
    """Whether an empty cell is coloured otherwise than its row, beside others that hold words."""
    row, column = at
    others = {list_.sheet.fills.get((row, other)) for other in list_.columns if other != column}
    own = list_.sheet.fills.get(at)
    is_telling = own is not None and own not in others and colour_name(own) not in _NO_STATUS
    return is_telling and list_.text_at(row, column) is None


def _answered(list_: MeasureList, found: Coloured, heading: str) -> dict[Position, Cell]:
    """For each coloured cell the same cell with the word that its colour stands for."""
    if len(set(found.values())) > MOST_COLOURS:
        row, column = next(iter(found))
        list_.remarks.notice(
            "too_many_colours", list_.sheet.name, list_.address(row, column), None, heading=heading
        )
        return {}
    legend = legend_of(list_.sheet, set(found))
    return {
        at: replace(list_.sheet.cell(*at), value=_meaning(list_, at, colour, heading, legend))
        for at, colour in found.items()
    }


def _meaning(
    list_: MeasureList, at: Position, colour: str, heading: str, legend: Mapping[str, str]
) -> str | None:
    if colour == NO_COLOUR:
        return None
    answer = list_.remarks.ask(
        ("colour", heading, colour), "colour", (*codes_of(STATUS), NO_MEANING), list_.sheet.name,
        list_.address(*at),
        vocabulary=STATUS, default=legend.get(colour),
        details={"heading": heading, "colour": colour, "colour_name": colour_name(colour)},
    )  # fmt: skip
    code = answer or legend.get(colour)
    return word_of(STATUS, code) if code and code != NO_MEANING else None


def legend_of(sheet: Sheet, without: set[Position]) -> dict[str, str]:
    """What a legend in the sheet says that colours mean: a status in a coloured cell or right of one."""
    found: dict[str, str] = {}
    for (row, column), colour in sheet.fills.items():
        if (row, column) in without:
            continue
        own, beside = sheet.value(row, column), sheet.value(row, column + 1)
        text = own if isinstance(own, str) and own.strip() else beside
        code = code_of(STATUS, text) if isinstance(text, str) else None
        if code:
            found.setdefault(colour, code)
    return found


def _say_conditional(list_: MeasureList, column: int) -> None:
    """Colours that depend on conditions cannot be read: said where a status column is empty."""
    is_empty = not any(list_.text_at(row, column) for row in list_.rows)
    if is_empty and list_.rows and list_.sheet.conditional:
        cell = list_.address(list_.header_row, column)
        list_.remarks.warning(
            "conditional_colours", list_.sheet.name, cell, list_.own_headings().get(column, "")
        )


def _coloured_column(list_: MeasureList) -> int | None:
    """Where no column is about the status: the column in whose rows several colours may say it."""
    headings = list_.headings()
    bare = [at for at in range(1, list_.sheet.width + 1) if at not in headings and not list_.has_texts(at)]
    for column in (*bare, list_.column_of("number"), list_.column_of("title")):
        fills = [list_.sheet.fills.get((row, column)) for row in list_.rows] if column else []
        colours = {each for each in fills if each and colour_name(each) not in _NO_STATUS}
        if column and len(colours) > 1 and not _is_striped(fills):
            return column
    return None


def _is_striped(fills: list[str | None]) -> bool:
    """Whether two colours take turns row by row: that only helps the eye.

    >>> _is_striped(["#DDEBF7", "#FFF2CC", "#DDEBF7", "#FFF2CC"])
    True
    """
    return len(fills) > 3 and len(set(fills)) == 2 and all(one != other for one, other in pairwise(fills))
