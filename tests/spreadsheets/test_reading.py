"""Files in, workbooks or refusals out: whatever arrives, this process stays alive and says why."""

from __future__ import annotations

import io
import threading
import time
import zipfile
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from monitoring.spreadsheets import reading
from monitoring.spreadsheets.limits import DETAILS, LIMITS, Unreadable, UnreadableCode
from monitoring.spreadsheets.reading import read
from monitoring.spreadsheets.workbook import Notice
from tests.spreadsheets.archives import archive, compound_file, ods, rows, xlsx

REAL_FILES = Path(__file__).parents[3] / "shared" / "realdata"
FILLED = '<row r="2"><c r="B2"><v>1</v></c></row>'
PERCENT = '<cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="164"/></cellXfs>'
FAR = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
BOMB = archive({"xl/workbook.xml": b"\x00" * 30_000_000})
ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
EXTERNAL = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
TABLE = '<table:table table:name="T"><table:table-row>{}</table:table-row></table:table>'
FAR_ODS = TABLE.format(
    '<table:table-cell table:number-columns-repeated="16000" office:value-type="float" office:value="1"/>'
)
LONG = f'<row r="1"><c r="A1" t="inlineStr"><is><t>{"x" * 40_000}</t></is></c></row>'

HOSTILE = [
    ("empty.xlsx", b"", "empty"),
    ("blank.csv", b"\xef\xbb\xbf \r\n\r\n", "empty"),
    ("delimiters.csv", b";;\n;;\n", "empty"),
    ("no_cells.xlsx", xlsx(rows("")), "empty"),
    ("zeros.xlsx", b"\x00" * 2000, "empty"),
    ("binary.csv", b"Jahr;Wert\x00\x01\x02", "not_a_spreadsheet"),
    ("program.bin", b"\x7fELF whatever", "not_a_spreadsheet"),
    ("text.xlsx", b"Jahr;Wert\n2019;1", "wrong_kind"),
    ("report.xlsx", b"%PDF-1.7 ...", "wrong_kind"),
    ("letter.xlsx", compound_file("WordDocument"), "wrong_kind"),
    ("letter2.xlsx", archive({"word/document.xml": "<x/>"}), "wrong_kind"),
    (
        "letter.ods",
        archive({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}),
        "wrong_kind",
    ),
    ("photos.xlsx", archive({"photo.jpg": b"..."}), "wrong_kind"),
    ("export.xls", b"<html><table><tr><td>1</td></tr></table></html>", "wrong_kind"),
    ("binary.xlsb", archive({"xl/workbook.bin": b"..."}), "wrong_kind"),
    ("secret.xlsx", compound_file("EncryptedPackage"), "encrypted"),
    (
        "secret.ods",
        archive({"content.xml": "<x/>", "META-INF/manifest.xml": "<m:encryption-data/>"}),
        "encrypted",
    ),
    ("ancient.xls", compound_file("Workbook"), "old_xls"),
    ("truncated.xlsx", xlsx(rows(FILLED))[:-200], "broken"),
    ("cut.xlsx", xlsx(rows(FILLED) + "<unclosed>"), "broken"),
    ("bomb.xlsx", BOMB, "zip_bomb"),
    ("entities.xlsx", xlsx(rows(FILLED), head=ENTITIES), "forbidden_xml"),
    ("external.xlsx", xlsx(rows(FILLED), head=EXTERNAL), "forbidden_xml"),
    ("hidden_entities.xlsx", xlsx(rows(FILLED), head=f"<!--{'x' * 5000}-->{ENTITIES}"), "forbidden_xml"),
    ("far.xlsx", xlsx(rows(FILLED + FAR)), "too_many_rows"),
    ("far_claimed.xlsx", xlsx(rows(FILLED + FAR, claim="A1:XFD1048576")), "too_many_rows"),
    ("far_denied.xlsx", xlsx(rows(FILLED + FAR, claim="A1:B2")), "too_many_rows"),
    ("wide.xlsx", xlsx(rows('<row r="1"><c r="GS1"><v>1</v></c></row>')), "too_many_columns"),
    ("wide.ods", ods(FAR_ODS), "too_many_columns"),
    ("many.xlsx", xlsx(*[rows(FILLED)] * 301), "too_many_sheets"),
    ("long_cell.xlsx", xlsx(rows(LONG)), "cell_too_long"),
    ("long_cell.csv", b"Jahr;Wert\n2019;" + b"x" * 40_000, "cell_too_long"),
    ("quote.csv", b'Jahr;Wert\n2019;"1\n2020;2\n', "unclosed_quote"),
    ("wide.csv", b";" * 201 + b"x\n", "too_many_columns"),
]


@pytest.mark.parametrize(("name", "content", "code"), HOSTILE, ids=[case[0] for case in HOSTILE])
def test_each_hostile_file_is_refused_for_its_own_reason(name: str, content: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        read(name, content)
    assert refusal.value.code == code
    assert set(refusal.value.details) == set(DETAILS[refusal.value.code])


def test_every_code_lists_its_details() -> None:
    assert set(DETAILS) == set(UnreadableCode)


def test_too_large() -> None:
    with pytest.raises(Unreadable) as refusal:
        read("large.csv", b"x" * (20 * 1024 * 1024 + 1))
    assert refusal.value.details == {"megabytes": 21, "limit": 20}


def test_far_cell_is_named() -> None:
    with pytest.raises(Unreadable) as refusal:
        read("far.xlsx", xlsx(rows(FILLED + FAR)))
    assert refusal.value.details == {"sheet": "S1", "cell": "XFD1048576", "limit": 120_000}


def test_too_many_cells() -> None:
    with pytest.raises(Unreadable, match="too_many_cells"):
        read("a.csv", b"1;2;3\n" * 10, LIMITS._replace(cells=29))
    with pytest.raises(Unreadable, match="too_many_cells"):
        read("a.xlsx", xlsx(rows(FILLED)), LIMITS._replace(cells=3))


def test_cells_are_counted_over_all_sheets() -> None:
    with pytest.raises(Unreadable) as refusal:
        read("a.xlsx", xlsx(rows(FILLED), rows(FILLED)), LIMITS._replace(cells=7))
    assert refusal.value.details == {"sheet": "S2", "limit": 7}


def test_an_answer_too_large_for_this_process_is_refused() -> None:
    with pytest.raises(Unreadable, match="out_of_memory"):
        read("a.xlsx", xlsx(rows(FILLED)), LIMITS._replace(answer_megabytes=0))


def test_members_with_backslashes_are_found() -> None:
    content = xlsx(rows('<row r="1"><c r="A1" t="e"><v>#N/A</v></c><c r="B1"><v>1</v></c></row>'))
    with zipfile.ZipFile(io.BytesIO(content)) as members:
        renamed = {name.replace("/", "\\"): members.read(name) for name in members.namelist()}
    assert read("a.xlsx", archive(renamed)).sheets[0].problems == {(1, 1): "error:#N/A"}


def test_too_many_rows_in_text() -> None:
    with pytest.raises(Unreadable) as refusal:
        read("a.csv", b"1;2\n" * 11, LIMITS._replace(rows=10))
    assert refusal.value.details == {"sheet": "a", "cell": "B11", "limit": 10}


def test_a_child_that_takes_too_long_is_ended() -> None:
    before = time.monotonic()
    with pytest.raises(Unreadable) as refusal:
        read("a.xlsx", xlsx(rows(FILLED)), LIMITS._replace(seconds=0.001))  # type: ignore[arg-type]
    assert refusal.value.code is UnreadableCode.TIMEOUT
    assert time.monotonic() - before < 5


def test_a_child_without_memory_says_so() -> None:
    many = "".join(
        f'<row r="{n}"><c r="A{n}"><v>{n}</v></c><c r="GR{n}"><v>1</v></c></row>' for n in range(1, 29_000)
    )
    with pytest.raises(Unreadable) as refusal:
        read("a.xlsx", xlsx(rows(many)), LIMITS._replace(memory_megabytes=150))
    assert refusal.value.code is UnreadableCode.OUT_OF_MEMORY


def test_an_abort_of_the_child_is_a_broken_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    script = tmp_path / "aborting.py"
    script.write_text("import os\nos.abort()\n")
    monkeypatch.setattr(reading, "CHILD", script)
    with pytest.raises(Unreadable) as refusal:
        read("a.xlsx", xlsx(rows(FILLED)))
    assert refusal.value.code is UnreadableCode.BROKEN


def test_at_most_two_children_at_a_time_and_a_busy_server_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    script = tmp_path / "slow.py"
    script.write_text("import time\ntime.sleep(2)\n")
    monkeypatch.setattr(reading, "CHILD", script)
    codes: list[str] = []

    def attempt() -> None:
        try:
            read("a.xlsx", xlsx(rows(FILLED)), LIMITS._replace(seconds=1, waiting_seconds=0))
        except Unreadable as refusal:
            codes.append(refusal.code)

    threads = [threading.Thread(target=attempt) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(codes) == ["busy", "timeout", "timeout"]


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


def test_the_child_imports_nothing_heavy() -> None:
    """Every import of the child is paid on each upload; pandas alone would cost a quarter of a second."""
    source = Path(reading.CHILD).read_text(encoding="utf-8")
    for module in ("workbook", "numbers", "domain", "pydantic", "pandas"):
        assert f"import {module}" not in source
        assert f"monitoring.{module}" not in source


@pytest.mark.skipif(not REAL_FILES.exists(), reason="the folder with real files is absent")
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
    path = REAL_FILES / file
    workbook = read(path.name, path.read_bytes())
    assert (workbook.sheets[0].height, workbook.sheets[0].width) == (height, width)
    assert workbook.delimiter == delimiter
