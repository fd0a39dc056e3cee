"""Every check made while reading finds what it is for, with the severity the catalogue names."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, NamedTuple

import openpyxl
import pytest

from monitoring.domain.checks.while_reading import CHECKED_WHILE_READING
from monitoring.domain.contradictions import contradiction_findings
from monitoring.domain.draft import Draft
from monitoring.domain.finding import Finding
from monitoring.spreadsheets.reading import read
from monitoring.spreadsheets.understanding import understand
from tests.services.stage import Rows, book

BALANCE: Rows = [["Jahr", "Sektor", "THG-Emissionen [t CO2e]"], [2018, "HH", 400], [2018, "Summe", 1000]]
TABLE: Rows = [
    ["THG-Emissionen in t CO2e"],
    ["Sektor", 2018, 2020],
    ["Haushalte", 400, 360],
    ["Verkehr", 600, 570],
    ["Summe", 1000, 930],
]
MEASURE: Rows = [
    ["Programm", "Nr.", "Titel", "Beginn", "Ende"],
    ["K", "M1", "Solar", "2026-12-31", "2024-01-01"],
]


def _nothing(book: Any) -> None:
    """Nothing is hidden."""


class Example(NamedTuple):
    """A file in which one thing is odd, and the cell where that is said."""

    rows: Rows
    cell: str | None
    hide: Callable[[Any], None] = _nothing


def _hide_row(book: Any) -> None:
    book["Bilanz"].row_dimensions[2].hidden = True


def _hide_column(book: Any) -> None:
    book["Bilanz"].column_dimensions["C"].hidden = True


def _hide_sheet(book: Any) -> None:
    book["Bilanz"].sheet_state = "hidden"


EXAMPLES = {
    "duplicate_key": Example([*BALANCE, [2018, "HH", 401]], "A4"),
    "row_repeated": Example([*BALANCE, [2018, "Gesamt", 1000]], "A4"),
    "value_repeated": Example([*TABLE, ["Gesamt", 1000, 930]], "B6"),
    "end_before_start": Example(MEASURE, "E2"),
    "in_the_future": Example([*BALANCE, [2026, "HH", 380]], "A4"),
    "formula_without_value": Example([*BALANCE, [2020, "HH", "=1+2"]], "C4"),
    "error_value": Example([*BALANCE, [2020, "HH", "#DIV/0!"]], "C4"),
    "hidden_rows": Example(BALANCE, "A2", _hide_row),
    "hidden_columns": Example(BALANCE, "C1", _hide_column),
    "hidden_sheet": Example(BALANCE, None, _hide_sheet),
}


def _findings(example: Example) -> Sequence[Finding]:
    sheets: dict[str, Rows] = {"Bilanz": example.rows, "Anderes": [["Jahr", "Einwohner"], [2020, 1000]]}
    if example.rows is MEASURE:
        sheets = {"Maßnahmen": MEASURE}
    made = openpyxl.load_workbook(io.BytesIO(book(sheets).content))
    example.hide(made)
    content = io.BytesIO()
    made.save(content)
    return understand(read("m.xlsx", content.getvalue()), today=date(2025, 6, 2), answers={}).findings


@pytest.mark.parametrize("code", EXAMPLES)
def test_finds_what_it_is_for(code: str) -> None:
    (found,) = [each for each in _findings(EXAMPLES[code]) if each.code == code]
    assert (found.severity, found.cell) == (CHECKED_WHILE_READING[code], EXAMPLES[code].cell)


def test_files_that_contradict_each_other_are_one_finding() -> None:
    rows = [Draft("inhabitants", {"year": 2020}, {}, "E", row, file="neu.xlsx") for row in (2, 3)]
    other = Draft("inhabitants", {"year": 2021}, {}, "E", 2, file="alt.xlsx")
    (found,) = contradiction_findings([(each, other) for each in rows])
    assert (found.code, found.severity) == ("files_contradict", CHECKED_WHILE_READING["files_contradict"])


def test_no_check_is_without_example() -> None:
    assert CHECKED_WHILE_READING.keys() == EXAMPLES.keys() | {"files_contradict"}
