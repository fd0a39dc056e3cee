"""One known table in every layout × number style × unit × heading: what is read is compared cell for cell."""

from __future__ import annotations

import csv
import io

import openpyxl
import pytest

from monitoring.spreadsheets.reading import read
from monitoring.spreadsheets.understanding import understand
from monitoring.spreadsheets.workbook import Sheet
from tests.spreadsheets.known_layouts import FLAT, TABLES
from tests.spreadsheets.written_tables import (
    STYLES,
    TODAY,
    UNITS,
    YEARS,
    Layout,
    by_sector,
    read_tables,
    said,
    stored,
)  # fmt: skip


@pytest.mark.parametrize("heading", ["plain", "text", "worded", "provisional"])
@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("known", TABLES)
@pytest.mark.parametrize("layout", FLAT)
def test_every_layout_gives_the_same_numbers(
    layout: str, known: str, style: str, unit: str, heading: str
) -> None:
    expected = TABLES[known]()
    table = Layout(expected, unit, STYLES[style], heading)
    reading = read_tables(FLAT[layout](table))
    assert (said(reading), [each.key for each in reading.questions]) == ([], [])
    assert stored(reading) == pytest.approx(expected)


@pytest.mark.parametrize("layout", FLAT)
def test_years_may_run_backwards(layout: str) -> None:
    expected = by_sector()
    reading = read_tables(FLAT[layout](Layout(expected, "GWh", float, "plain", YEARS[::-1])))
    assert (said(reading), reading.questions) == ([], ())
    assert stored(reading) == pytest.approx(expected)


@pytest.mark.parametrize("layout", FLAT)
def test_values_lead_back_to_their_cells(layout: str) -> None:
    sheets = FLAT[layout](Layout(by_sector(), "GWh", float, "plain"))
    for draft in read_tables(sheets).drafts:
        origin = draft.origins["energy_mwh"]
        sheet = next(each for each in sheets if each.name == origin.sheet)
        letters, row = origin.cell.rstrip("0123456789"), int(origin.cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
        value = sheet.rows[row - 1][
            [sheet.column_name(at) for at in range(1, sheet.width + 1)].index(letters)
        ]
        assert isinstance(value, float)
        assert value * 1000 == pytest.approx(draft.values["energy_mwh"])


ONE_SHEET = sorted(FLAT.keys() - {"one_sheet_per_series", "one_sheet_per_year", "year_in_a_line_above"})
TEXT_FILES = [
    ("german", ";", "cp1252"),
    ("german", "\t", "utf-8-sig"),
    ("english", ",", "utf-8"),
    ("english", ";", "utf-8"),
]


def _csv(sheet: Sheet, delimiter: str, encoding: str) -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="\r\n").writerows(sheet.rows)
    return text.getvalue().encode(encoding)


@pytest.mark.parametrize(("style", "delimiter", "encoding"), TEXT_FILES)
@pytest.mark.parametrize("layout", ONE_SHEET)
def test_text_files_give_the_same_numbers(layout: str, style: str, delimiter: str, encoding: str) -> None:
    expected = TABLES["flattened"]()
    sheet = FLAT[layout](Layout(expected, "GWh", STYLES[style], "worded"))[0]
    workbook = read(f"{sheet.name}.csv", _csv(sheet, delimiter, encoding))
    reading = understand(workbook, today=TODAY)
    assert (said(reading), [each.key for each in reading.questions]) == ([], [])
    assert stored(reading) == pytest.approx(expected)


@pytest.mark.parametrize("layout", FLAT)
def test_workbooks_give_the_same_numbers(layout: str) -> None:
    expected = by_sector()
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.worksheets[0])
    for sheet in FLAT[layout](Layout(expected, "MWh", float, "plain")):
        written = workbook.create_sheet(sheet.name)
        for row in sheet.rows:
            written.append(row)
        for top, left, bottom, right in sheet.merged:
            written.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)
    content = io.BytesIO()
    workbook.save(content)
    reading = understand(read("werk.xlsx", content.getvalue()), today=TODAY)
    assert (said(reading), reading.questions) == ([], ())
    assert stored(reading) == pytest.approx(expected)
