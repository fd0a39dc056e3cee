"""Files in, workbooks out: values, and what the values alone do not say."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime

import openpyxl
import pytest

from monitoring.spreadsheets.reading import read
from monitoring.spreadsheets.workbook import Notice
from tests.conftest import REAL_DATA
from tests.spreadsheets.archives import FILLED, TABLE, archive, ods, rows, xlsx

PERCENT = '<cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="164"/></cellXfs>'


def test_members_with_backslashes_are_found() -> None:
    content = xlsx(rows('<row r="1"><c r="A1" t="e"><v>#N/A</v></c><c r="B1"><v>1</v></c></row>'))
    with zipfile.ZipFile(io.BytesIO(content)) as members:
        renamed = {name.replace("/", "\\"): members.read(name) for name in members.namelist()}
    assert read("a.xlsx", archive(renamed)).sheets[0].problems == {(1, 1): "error:#N/A"}


def test_a_sheet_that_claims_a_million_rows_but_holds_few() -> None:
    styled = '<row r="1048576"><c r="XFD1048576" s="1"/></row>'
    sheet = read("a.xlsx", xlsx(rows(FILLED + styled, claim="A1:XFD1048576"))).sheets[0]
    assert sheet.rows == [(None, None), (None, 1)]


def test_an_open_document_that_repeats_a_million_empty_rows() -> None:
    empty = '<table:table-row table:number-rows-repeated="1048574"><table:table-cell/></table:table-row>'
    table = TABLE.format('<table:table-cell office:value-type="float" office:value="7"/>')
    sheet = read("a.ods", ods(table.replace("</table:table>", empty + "</table:table>"))).sheets[0]
    assert sheet.rows == [(7,)]


def test_errors_and_formulas_without_value_are_problems() -> None:
    xml = (
        '<row r="3"><c r="B3"><f>1+1</f></c><c r="C3"><f>1</f><v></v></c><c r="D3" t="e"><v>#N/A</v></c>'
        '<c r="E3" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="F3" t="str"><f>""</f><v></v></c>'
        '<c r="G3"><f>2+2</f><v>4</v></c></row>'
    )
    sheet = read("a.xlsx", xlsx(rows(xml, claim="B3:G3"))).sheets[0]
    assert sheet.problems == {
        (3, 2): "formula_without_value",
        (3, 3): "formula_without_value",
        (3, 4): "error:#N/A",
        (3, 5): "error:#DIV/0!",
    }
    assert sheet.value(3, 7) == 4
    assert sheet.cell(3, 5).address == "E3"


def test_prefixed_and_single_quoted_xml_is_searched_too() -> None:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    prefixed = (
        f"<x:worksheet xmlns:x='{main}'><x:sheetData><x:row r='1'><x:c r='A1' t='e'><x:v>#REF!</x:v></x:c>"
    )
    member = {
        "worksheets/sheet1.xml": prefixed
        + "<x:c r='B1'><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>"
    }
    sheet = read("a.xlsx", xlsx("", more=member)).sheets[0]
    assert sheet.problems == {(1, 1): "error:#REF!"}


def test_percent_and_literal_units_of_number_formats() -> None:
    formats = '<numFmts><numFmt numFmtId="164" formatCode="#,##0 &quot;kt&quot;"/></numFmts>' + PERCENT
    xml = '<row r="1"><c r="A1" s="1"><v>0.58</v></c><c r="B1" s="2"><v>5</v></c></row>'
    sheet = read("a.xlsx", xlsx(rows(xml, claim="A1:B1"), styles=formats)).sheets[0]
    assert sheet.number_formats == {(1, 1): "0%", (1, 2): '#,##0 "kt"'}
    assert sheet.cell(1, 1).is_percent


def _real_workbook() -> bytes:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.append([date(2024, 3, 1), datetime(2024, 3, 1, 12, 30), 2020.0, 1.5, True, "Text", None])
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["B"].hidden = True
    sheet.append(["verborgen"])
    sheet.merge_cells("A4:B5")
    workbook.create_sheet("Verborgen").sheet_state = "hidden"
    content = io.BytesIO()
    workbook.save(content)
    return content.getvalue()


def test_values_keep_their_types_and_hidden_and_merged_parts_are_known() -> None:
    sheet, hidden = read("a.xlsx", _real_workbook()).sheets
    assert sheet.rows[0] == (date(2024, 3, 1), datetime(2024, 3, 1, 12, 30), 2020, 1.5, True, "Text")
    assert [type(value) for value in sheet.rows[0][2:4]] == [int, float]
    assert (sheet.hidden_rows, sheet.hidden_columns) == (frozenset({2}), frozenset({2}))
    assert sheet.is_hidden(2, 1)
    assert sheet.merged == ((4, 1, 5, 2),)
    assert hidden.hidden


def test_open_document_errors_percent_hidden_and_merged() -> None:
    cells = (
        '<table:table-cell office:value-type="percentage" office:value="0.58"/>'
        '<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" '
        'calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>'
        '<table:table-cell table:formula="of:=A1"/>'
        '<table:table-cell table:number-columns-spanned="2" office:value-type="string"><text:p>x</text:p>'
        "</table:table-cell><table:covered-table-cell/>"
    )
    hidden = TABLE.format(cells).replace("<table:table-row>", '<table:table-row table:visibility="collapse">')
    sheet = read("a.ods", ods(hidden)).sheets[0]
    assert sheet.problems == {(1, 2): "error:#DIV/0!", (1, 3): "formula_without_value"}
    assert sheet.number_formats == {(1, 1): "0%"}
    assert sheet.merged == ((1, 4, 1, 5),)
    assert sheet.hidden_rows == {1}
    assert sheet.rows == [(0.58, None, None, "x")]


def test_macros_are_left_out_and_said() -> None:
    workbook = read("a.xlsm", xlsx(rows(FILLED), more={"vbaProject.bin": b"..."}))
    assert workbook.has_macros
    assert workbook.notices == (Notice.MACROS_IGNORED,)


@pytest.mark.skipif(not REAL_DATA.exists(), reason="the folder with real files is absent")
@pytest.mark.parametrize(
    ("file", "height", "width", "delimiter"),
    [
        ("localzero/mainz_massnahmen.xlsx", 56, 11, None),
        ("localzero/LocalMeasures.csv", 458, 9, ","),
        ("muenster/Emissionen-1990-2017.ods", 45, 29, None),
        ("klimawatch/bonn.csv", 80, 5, ","),
        ("klimawatch/moers.csv", 49, 5, ","),
        ("klimawatch/leipzig.csv", 57, 5, ","),
        ("klimawatch/muenster_sachstand.csv", 336, 7, ","),
        ("klimatkollen/emissions_per_municipality.csv", 19664, 17, ";"),
        ("uk-la/local_authority_emissions.csv", 6305, 35, ","),
        ("xhain/02-thg-sector-2021-tons.csv", 5, 3, ";"),
    ],
)
def test_real_files(file: str, height: int, width: int, delimiter: str | None) -> None:
    path = REAL_DATA / file
    workbook = read(path.name, path.read_bytes())
    assert (workbook.sheets[0].height, workbook.sheets[0].width) == (height, width)
    assert workbook.delimiter == delimiter
