"""The template: what it holds, that it equals the committed one, that its example is never data."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from monitoring.spreadsheets.formats import FORMATS
from monitoring.spreadsheets.reading import read
from monitoring.spreadsheets.template import template
from monitoring.spreadsheets.understanding import Reading, understand

TEMPLATES = Path(__file__).parents[2] / "data" / "templates"
TODAY = date(2026, 11, 22)
CANONICAL = {
    "Einwohner": ["Jahr", "Einwohner"],
    "Bilanz": [
        *("Jahr", "Sektor", "Energieträger", "Endenergie [MWh]", "THG-Emissionen [t CO2e]", "Datengüte"),
    ],
    "Ziele": [
        *("Ziel", "Zielgröße", "Bilanzraum", "Sektor", "Basisjahr", "Basiswert", "Zieljahr", "Zielwert"),
        *("Minderung [%]", "Verlauf"),
    ],
    "Maßnahmen": [
        *("Programm", "Nr.", "Handlungsfeld", "Titel", "Beschreibung", "Zuständigkeit", "Umsetzungsstand"),
        *("Beginn", "Ende", "THG-Einsparung [t/a]"),
    ],
}


def _understood(content: bytes) -> Reading:
    return understand(read("mappe.xlsx", content), today=TODAY)


@pytest.mark.parametrize(
    ("name", "full"), [("monitoring-mappe.xlsx", False), ("monitoring-mappe-vollstaendig.xlsx", True)]
)
def test_the_committed_template_is_the_generated_one(name: str, full: bool) -> None:
    assert (TEMPLATES / name).read_bytes() == template(full)


def test_the_small_template_has_the_canonical_headings() -> None:
    book = openpyxl.load_workbook(BytesIO(template()))
    assert book.sheetnames == ["Anleitung", *CANONICAL, "Listen"]
    for title, headings in CANONICAL.items():
        assert [cell.value for cell in book[title][1]] == [*headings, "Zeilenart"]
        assert book[title].freeze_panes == "A2"
        assert all(cell.comment for cell in book[title][1])


def test_status_reports_begin_with_their_canonical_headings() -> None:
    sheet = openpyxl.load_workbook(BytesIO(template(full=True)))["Sachstand"]
    assert [cell.value for cell in sheet[1]][:4] == ["Nr.", "Datum", "Umsetzungsstand", "Sachstand"]


@pytest.mark.parametrize("full", [False, True])
def test_an_untouched_template_says_nothing(full: bool) -> None:
    reading = _understood(template(full))
    known = {each.kind for each in FORMATS if full or each.is_basic}
    assert {each.kind for each in reading.sheets if each.kind} == known
    assert (reading.drafts, reading.findings, reading.questions) == ((), (), ())


def test_an_overwritten_example_row_is_read() -> None:
    book = openpyxl.load_workbook(BytesIO(template()))
    book["Einwohner"]["A2"], book["Einwohner"]["B2"] = 2020, 9_000
    saved = BytesIO()
    book.save(saved)
    reading = _understood(saved.getvalue())
    assert [draft.values for draft in reading.drafts] == [{"year": 2020, "inhabitants": 9_000}]
    assert [each.code for each in reading.findings] == ["example_changed"]


def test_rows_below_the_example_are_read() -> None:
    book = openpyxl.load_workbook(BytesIO(template()))
    book["Bilanz"].append([2020, "Gesamt", None, None, 150_000])
    saved = BytesIO()
    book.save(saved)
    reading = _understood(saved.getvalue())
    assert [draft.values["emissions_t"] for draft in reading.drafts] == [150_000.0]
    assert not reading.findings


def test_the_example_is_known_also_after_saving_as_text() -> None:
    headings = ";".join([*CANONICAL["Maßnahmen"], "Zeilenart"])
    example = (
        "Klimaschutzkonzept 2023;M1;Wärme und Gebäude;Sanierungsfahrplan für Schulen;"
        "Für alle Schulen wird ein Sanierungsfahrplan aufgestellt.;Fachbereich Hochbau;in Umsetzung;"
        "01.01.2024;31.12.2026;120,0;Beispiel"
    )
    content = f"{headings}\n{example}\n".encode("cp1252")
    reading = understand(read("Maßnahmen.csv", content), today=TODAY)
    assert (reading.drafts, reading.findings) == ((), ())


def test_words_are_offered_in_lists() -> None:
    sheet = openpyxl.load_workbook(BytesIO(template()))["Maßnahmen"]
    assert [str(each.sqref) for each in sheet.data_validations.dataValidation] == ["G2:G2000"]
