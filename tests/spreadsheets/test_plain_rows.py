"""Rows read a column at a time say exactly what they say when they are read cell by cell."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitoring.spreadsheets import plain_rows
from monitoring.spreadsheets.column import SheetFormat
from monitoring.spreadsheets.formats import FORMATS
from monitoring.spreadsheets.reading import read
from monitoring.spreadsheets.row import ODD
from monitoring.spreadsheets.understanding import Reading, understand
from monitoring.spreadsheets.values import plain_text, plain_texts
from monitoring.spreadsheets.workbook import Sheet, Value, Workbook
from monitoring.spreadsheets.written import written

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 11, 22)
FILES = sorted(
    path
    for folder in ("tests/workbooks", "data/sample", "data/templates")
    for path in (ROOT / folder).rglob("*")
    if path.suffix in {".xlsx", ".ods", ".csv"}
)
CELLS: tuple[Value, ...] = (
    None, "", "  ", "k. A.", "-", "NE", "IE (GHD)", "offen", "Solar", " Solar ", "Zeile\r\nzwei", "\x07Ton",
    "=1+1", 0, 1, -1, 7, 3.5, -0.0, 0.005, 1e18, True, False, "1", "007", "1.234", "1.234,5", "1,234.5",
    "12,5", "12.5", "ca. 20", "bis zu 5", "(3)", "5 kt", "58 %", "20.000 €", "hoch", "ja", "nein", "geplant",
    "Summe", "Einwohner", "Gesamt", "Verkehr", "Erdgas", "laufend", "verspätet", "beschlossen",
    "in Umsetzung", 2020, "2020", 2020.0, 1850, 2035, "2020*", "Q1 2024", "03/2024", "ab 2024",
    date(2024, 3, 1), date(1850, 1, 1), datetime(2024, 3, 1, 12, 0), "M1", "A;B", "x" * 400,
)  # fmt: skip

FORMATS_OF_NUMBERS = ("0%", '#,##0.0 "kt"', '0 "GWh"', '0 "T€"', '0 "€/a"', '0 "Stück"', '"ca. "0')


def both_ways(
    workbook: Workbook, monkeypatch: pytest.MonkeyPatch, answers: Mapping[str, str] | None = None
) -> tuple[Reading, Reading]:
    quick = understand(workbook, today=TODAY, answers=answers or {})
    with monkeypatch.context() as patched:
        patched.setattr(plain_rows, "may_be_plain", lambda _: False)
        return quick, understand(workbook, today=TODAY, answers=answers or {})


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_files_are_read_the_same(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    quick, careful = both_ways(read(path.name, path.read_bytes()), monkeypatch)
    assert quick == careful


@pytest.mark.parametrize("sheet_format", FORMATS, ids=lambda each: each.kind)
@pytest.mark.parametrize("seed", range(3))
def test_odd_cells_are_read_the_same(
    sheet_format: SheetFormat, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    workbook = _with_odd_cells(sheet_format, random.Random(seed))
    quick, careful = both_ways(workbook, monkeypatch)
    assert quick == careful
    answers = {each.key: each.choices[seed % len(each.choices)] for each in careful.questions}
    quick, careful = both_ways(workbook, monkeypatch, answers)
    assert quick == careful


def _with_odd_cells(sheet_format: SheetFormat, chance: random.Random) -> Workbook:
    """A sheet whose cells are mostly examples of their column, and odd here and there."""
    headings = tuple(column.heading for column in sheet_format.columns)
    usual = [written(column, column.example) for column in sheet_format.columns]
    rows = [
        tuple(chance.choice(CELLS) if chance.random() < share else each for each in usual)
        for share in (0.0, 0.02, 0.1, 0.3)
        for _ in range(60)
    ]
    sheet = Sheet(
        sheet_format.title,
        [headings, *rows],
        problems={(7, 1): "error:#DIV/0!", (9, 2): "formula_without_value"},
        number_formats={
            (row, column): chance.choice(FORMATS_OF_NUMBERS)
            for column in range(1, len(headings) + 1)
            for row in range(2, len(rows))
            if column % 3 == 0 and chance.random() < 0.8
        },
        merged=((12, 1, 14, 1),),
    )
    return Workbook("w.xlsx", (sheet,))


def test_most_rows_are_plain(monkeypatch: pytest.MonkeyPatch) -> None:
    """Otherwise the tests above would compare the careful way with itself."""
    rows = [("Jahr", "Sektor", "Endenergie [MWh]"), *((year, "HH", 5.5) for year in range(2000, 2020))]
    reading = understand(Workbook("w.xlsx", (Sheet("Bilanz", rows),)), today=TODAY)  # type: ignore[arg-type]
    assert [draft.is_checked for draft in reading.drafts] == [True] * 20


def test_rows_are_plain_whatever_their_numbers_are_shown_as(monkeypatch: pytest.MonkeyPatch) -> None:
    """Otherwise a long sheet with a column in per cent would take half a minute."""
    rows = [("Jahr", "Sektor", "Endenergie"), *((year, "HH", 5.5) for year in range(2000, 2020))]
    formats = {(row, 3): '0.0 "GWh"' if row % 2 else '0 "MWh"' for row in range(2, 22)}
    sheet = Sheet("Bilanz", rows, number_formats=formats)  # type: ignore[arg-type]
    quick, careful = both_ways(Workbook("w.xlsx", (sheet,)), monkeypatch)
    assert quick == careful
    assert [draft.values["energy_mwh"] for draft in quick.drafts] == [5.5, 5500.0] * 10
    assert all(draft.is_checked for draft in quick.drafts)


@pytest.mark.parametrize(
    ("name", "first", "rows"),
    [
        ("Maßnahmen", ("Nr.", "Titel", "Beginn", "Ende"), [
            ("M1", "Solar", date(2024, 1, 1), date(2025, 1, 1)),
            ("M2", "Wind", date(2025, 1, 1), date(2024, 1, 1)),
            ("M3", None, date(2024, 1, 1), None),
            (None, "Wärme", None, date(2024, 1, 1)),
            ("Summe", None, None, date(2024, 1, 1)),
            (None, None, None, date(2024, 1, 1)),
        ]),
        ("Bilanz", ("Jahr", "Sektor", "Energieträger", "THG-Emissionen [t CO2e]"), [
            (2020, "HH", "Strom", 0.1 + 0.2), (2021, "HH", "Strom", None), (2022, None, "Strom", 5),
            (None, "HH", "Strom", 5), (2023, "HH", None, -0.0), (2024, "HH", "Strom", "12,5"),
        ]),
        ("Indikatorwerte", ("Indikator", "Jahr", "Wert"), [
            ("Dächer", 2020, 0.1 + 0.2), ("Dächer", 2021, None), (None, 2022, 5), ("Dächer", 2020.5, 1),
        ]),
    ],
)  # fmt: skip
def test_rows_that_lack_something_are_read_the_same(
    name: str, first: tuple[str, ...], rows: list[tuple[Value, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each row also among many plain ones, so that its column is read as a whole."""
    for many in (1, 60):
        whole = [first, *(rows[:1] * many), *rows]
        quick, careful = both_ways(Workbook("w.xlsx", (Sheet(name, whole),)), monkeypatch)
        assert quick == careful


@settings(deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(CELLS) | st.text() | st.integers()))
def test_texts_are_plain_together_where_each_is(cells: list[Value]) -> None:
    one_by_one = [plain_text(cell) for cell in cells]
    assert plain_texts(cells) == (None if ODD in one_by_one else one_by_one)


def test_plain_numbers_are_rounded_as_they_are_stored() -> None:
    rows = [("Indikator", "Jahr", "Wert"), *(("Dächer", year, 2 / 3) for year in range(2000, 2020))]
    reading = understand(Workbook("w.xlsx", (Sheet("Indikatorwerte", rows),)), today=TODAY)  # type: ignore[arg-type]
    found = [(draft.is_checked, draft.values["value"]) for draft in reading.drafts]
    assert found == [(True, 0.666666666667)] * 20
