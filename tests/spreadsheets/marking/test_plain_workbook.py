"""A new .xlsx from what was read: the same values, formats and hidden parts when it is read again."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO

import openpyxl
import pytest

from monitoring.spreadsheets.marking.plain_workbook import plain_workbook
from monitoring.spreadsheets.reading import read
from monitoring.spreadsheets.understanding import understand
from monitoring.spreadsheets.workbook import Sheet, Value, Workbook

TODAY = date(2026, 1, 1)
VALUES: list[Value] = [
    "Text", " mit Rand ", "=1+1", "a\nb", "<&\"'>", 0, -3, 1.25, 1e-12, 2**60, True, False,
    date(2024, 3, 1), datetime(2024, 3, 1, 14, 30, 5), "007", "1.10", "1,5", None,
]  # fmt: skip


def again(workbook: Workbook) -> Workbook:
    """The workbook written and read again."""
    return read("neu.xlsx", plain_workbook(workbook)[0])


@pytest.mark.parametrize("value", VALUES)
def test_each_value_stays_what_it_was(value: Value) -> None:
    sheet = Sheet("S", [("x", value, "y")])
    assert again(Workbook("a.ods", (sheet,))).sheets[0].rows == sheet.rows


def test_formats_and_hidden_parts_stay() -> None:
    sheet = Sheet(
        "Bilanz",
        [(0.58, 12.5, None), (None, None, "Ende"), ("v", None, None)],
        number_formats={(1, 1): "0%", (1, 2): '0.0" kt"'},
        hidden_rows=frozenset({2}),
        hidden_columns=frozenset({3}),
        merged=((2, 1, 2, 2),),
        problems={(3, 2): "error:#DIV/0!"},
    )
    hidden = Sheet("Alt", [(1,)], hidden=True)
    assert again(Workbook("a.ods", (sheet, hidden))).sheets == (sheet, hidden)


def test_a_formula_without_a_value_is_not_taken_for_an_empty_cell() -> None:
    sheet = Sheet("S", [(1, None)], problems={(1, 2): "formula_without_value"})
    assert again(Workbook("a.ods", (sheet,))).sheets[0].problems == {(1, 2): "error:#N/A"}


def test_fills_stay() -> None:
    content, _ = plain_workbook(Workbook("a.ods", (Sheet("S", [("läuft", 1)], fills={(1, 1): "01873B"}),)))
    sheet = openpyxl.load_workbook(BytesIO(content))["S"]
    assert sheet["A1"].fill.fgColor.rgb == "FF01873B"
    assert sheet["B1"].fill.fill_type is None


def test_names_that_no_sheet_can_have_are_changed() -> None:
    sheets = tuple(Sheet(name, [(1,)]) for name in ("Bilanz 2019/20", "Bilanz 2019:20", "x" * 40))
    content, names = plain_workbook(Workbook("a.ods", sheets))
    assert list(names.values()) == ["Bilanz 2019 20", "Bilanz 2019 20 (2)", "x" * 31]
    assert [sheet.name for sheet in read("a.xlsx", content).sheets] == list(names.values())


BALANCES = {
    "commas.csv": "year,category,co2 in kt\n2019,Verkehr,131.717\n2019,Haushalte,84.120\n2020,Verkehr,9.5\n",
    "semicolons.csv": "Jahr;Sektor;THG [kt]\n2019;Verkehr;131,7\n2019;HH;84,12\n2020;Verkehr;1.120,5\n",
    "quoted.csv": 'Jahr,Sektor,THG [t]\n2019,Verkehr,"1.131,7"\n2019,HH,"84.120"\n2020,Verkehr,"1,5"\n',
    "tabs.csv": "Jahr\tSektor\tTHG [t]\n2019\tVerkehr\t1,131.717\n2019\tHaushalte\t84.12\n",
}


@pytest.mark.parametrize("name", BALANCES)
def test_numbers_of_text_tables_mean_the_same(name: str) -> None:
    stem = name.partition(".")[0]
    text = read(name, BALANCES[name].encode())
    written = read(f"{stem}.xlsx", plain_workbook(text)[0])
    before, after = understand(text, today=TODAY), understand(written, today=TODAY)
    assert before.drafts
    assert [each.values for each in after.drafts] == [each.values for each in before.drafts]
    assert [each.key for each in after.questions] == [each.key for each in before.questions]
