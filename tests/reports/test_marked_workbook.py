"""The marked workbook: what people get back, in their language, and what becomes of it when it comes back."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import Any

import openpyxl
import pytest

from monitoring.domain.access import local_administrator
from monitoring.reports import cell_marks, check_summary
from monitoring.reports.marked_workbook import MarkedWorkbook, marked_workbook
from monitoring.services.importing import Check, File, Options, check_files
from monitoring.services.marking import CheckedFile
from monitoring.services.visit import Visit
from monitoring.spreadsheets.marking.request import COLOURS, SIGN
from monitoring.storage.database import Database
from monitoring.texts.words import Language, words
from tests.services.stage import BALANCE, MEASURES, book, csv, with_cell
from tests.spreadsheets.archives import TABLE, ods
from tests.spreadsheets.marking.rich_workbook import parts, with_parts

NOW = datetime(2025, 6, 2, 10, 0, tzinfo=UTC)
FAULTY = with_cell(with_cell(BALANCE, 1, 3, "vierhundert"), 3, 1, "=cmd|'/c calc'!A1")
TEXT_TABLE = "Jahr;Sektor;THG-Emissionen [t CO2e]\n2018;HH;400\n2018;VER;sechs\n"


def checked(file: File) -> Check:
    visit = Visit(Database("sqlite://"), local_administrator("admin"), NOW)
    return check_files([file], Options(), visit)


def marked(file: File, language: Language = "de") -> MarkedWorkbook:
    return marked_workbook(CheckedFile(file.name, file.content, checked(file), NOW), words(language))


def opened(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def lines(book: openpyxl.Workbook) -> list[list[Any]]:
    """The table of the summary."""
    rows = [[cell.value for cell in row] for row in book.worksheets[0].iter_rows(max_col=5)]
    heading = next(number for number, row in enumerate(rows) if row[2] in ("Zelle", "Cell"))
    return rows[heading + 1 :]


def test_faults_are_marked_and_listed() -> None:
    found = marked(book({"Bilanz": FAULTY}))
    assert found.name == "mappe (geprüft).xlsx"
    result = opened(found.content)
    assert result.sheetnames == ["Prüfergebnis", "Bilanz"]
    sheet = result["Bilanz"]
    assert sheet["D2"].value == "vierhundert"
    assert sheet["D2"].comment.text.startswith(f"{SIGN}\nFehler: ")
    coloured = {
        cell: each.rules[0].dxf.fill.bgColor.rgb
        for each in sheet.conditional_formatting
        for cell in str(each.sqref).split()
    }
    assert coloured["D2"] == COLOURS["error"]
    errors = [line for line in lines(result) if line[0] == "Fehler"]
    assert [line[1:4] for line in errors if line[2] == "D2"] == [["Bilanz", "D2", "vierhundert"]]
    link = next(cell for cell in result.worksheets[0]["C"] if cell.value == "D2")
    assert link.hyperlink.location == "'Bilanz'!D2"


def test_every_finding_and_question_is_listed() -> None:
    file = book({"Bilanz": FAULTY, "Maßnahmen": with_cell(MEASURES, 1, 4, "laufend")})
    found = checked(file)
    listed = lines(opened(marked(file).content))
    assert len(listed) == len(found.findings) + len(found.questions)
    assert "Frage" in {line[0] for line in listed}


def test_text_that_looks_like_a_formula_stays_text() -> None:
    result = opened(marked(book({"Bilanz": with_cell(BALANCE, 1, 3, "+400 etwa?")})).content)
    for row in result.worksheets[0].iter_rows():
        assert all(cell.data_type in ("s", "n") for cell in row)
    written = marked(csv("Jahr;Sektor;THG [t]\n2018;=1+1;400\n2018;@x;5\n"))
    cells = [cell for row in opened(written.content).worksheets[1].iter_rows() for cell in row]
    assert {cell.value for cell in cells if cell.value in ("=1+1", "@x")} == {"=1+1", "@x"}
    assert all(cell.data_type == "s" for cell in cells)


def test_in_the_language_of_its_readers() -> None:
    found = marked(book({"Bilanz": FAULTY}), "en")
    assert found.name == "mappe (checked).xlsx"
    result = opened(found.content)
    assert result.sheetnames[0] == "Check result"
    assert result["Bilanz"]["D2"].comment.text.startswith(f"{SIGN}\nError: ")
    assert "Error" in {line[0] for line in lines(result)}


def test_a_sheet_of_that_name_is_not_overwritten() -> None:
    file = book({"Prüfergebnis": [["eigener", "Inhalt"]], "Bilanz": FAULTY})
    result = opened(marked(file).content)
    assert result.sheetnames == ["Prüfergebnis (2)", "Prüfergebnis", "Bilanz"]
    assert result["Prüfergebnis"]["A1"].value == "eigener"


def test_corrected_it_says_what_the_corrected_original_says() -> None:
    original = book({"Bilanz": with_cell(BALANCE, 1, 3, "vierhundert"), "Maßnahmen": MEASURES})
    result = opened(marked(original).content)
    result["Bilanz"]["D2"] = 400
    saved = io.BytesIO()
    result.save(saved)
    after = checked(File("mappe.xlsx", saved.getvalue()))
    expected = checked(book({"Bilanz": BALANCE, "Maßnahmen": MEASURES}))
    assert after.can_be_taken_over
    assert [(each.kind, each.record) for each in after.changes] == [
        (each.kind, each.record) for each in expected.changes
    ]
    assert after.findings == expected.findings
    assert after.questions == expected.questions


def test_uncorrected_it_says_the_same_again_and_is_marked_once() -> None:
    original = book({"Bilanz": FAULTY})
    once = marked(original)
    again = File("mappe.xlsx", once.content)
    assert checked(again).findings == checked(original).findings
    twice = opened(marked(again).content)
    assert twice.sheetnames == ["Prüfergebnis", "Bilanz"]
    assert twice["Bilanz"]["D2"].comment.text.count(SIGN) == 1
    assert lines(twice) == lines(opened(once.content))


def _ods() -> File:
    cells: list[list[object]] = [
        ["Jahr", "Sektor", "THG-Emissionen [t CO2e]"],
        [2018, "HH", 400],
        [2018, "VER", "sechs"],
    ]
    kinds = {
        int: '<table:table-cell office:value-type="float" office:value="{0}"/>',
        str: '<table:table-cell office:value-type="string"><text:p>{0}</text:p></table:table-cell>',
    }
    written = "</table:table-row><table:table-row>".join(
        "".join(kinds[type(cell)].format(cell) for cell in row) for row in cells
    )
    return File("bilanz.ods", ods(TABLE.format(written)))


@pytest.mark.parametrize("file", [csv(TEXT_TABLE), _ods()], ids=["csv", "ods"])
def test_other_formats_come_back_as_a_new_xlsx(file: File) -> None:
    before, found = checked(file), marked(file)
    assert found.name == "bilanz (geprüft).xlsx"
    result = opened(found.content)
    assert result.worksheets[1]["C3"].comment.text.startswith(f"{SIGN}\nFehler: ")
    head = " ".join(str(cell.value) for cell in result.worksheets[0]["A"] if cell.value)
    assert "Nicht übernommen: Formeln" in head
    after = checked(File("bilanz.xlsx", found.content))
    assert [each.record for each in after.changes] == [each.record for each in before.changes]
    assert [(each.code, each.cell, each.value) for each in after.findings] == [
        (each.code, each.cell, each.value) for each in before.findings
    ]


def test_a_workbook_built_in_another_way_comes_back_anew_and_says_so() -> None:
    content = book({"Bilanz": FAULTY}).content
    name = "xl/worksheets/sheet1.xml"
    odd = b'<?xml version="1.0" encoding="iso-8859-1"?>' + parts(content)[name]
    file = File("mappe.xlsx", with_parts(content, {name: odd}))
    found = marked(file)
    head = " ".join(str(cell.value) for cell in opened(found.content).worksheets[0]["A"] if cell.value)
    assert "anders aufgebaut als üblich" in head
    assert opened(found.content)["Bilanz"]["D2"].comment.text.startswith(SIGN)


def test_very_many_faults_are_coloured_and_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cell_marks, "MOST_COMMENTS", 3)
    monkeypatch.setattr(check_summary, "MOST_LINES", 2)
    rows = [BALANCE[0], *([2018 + n, "HH", "viel", n] for n in range(6))]
    result = opened(marked(book({"Bilanz": rows})).content)
    commented = [cell for row in result["Bilanz"].iter_rows() for cell in row if cell.comment]
    assert len(commented) == 3
    coloured = {cell for each in result["Bilanz"].conditional_formatting for cell in str(each.sqref).split()}
    assert {f"C{row}" for row in range(2, 8)} <= coloured
    assert len(lines(result)) == 2
    head = " ".join(str(cell.value) for cell in result.worksheets[0]["A"] if cell.value)
    assert "weitere Einträge" in head
    assert "haben einen Kommentar" in head
