"""The main way through the program: from a faulty file to what everybody sees."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from monitoring.domain.access import Role
from tests.browser.sign_in import sign_in_as, sign_out
from tests.browser.town import Town, corrected_book, faulty_book
from tests.browser.uploading import go_to, upload

FAULTS = (("Bilanz", "A2", "zwanzig18"), ("Bilanz", "D3", "viel"), ("Maßnahmen", "C3", "leer"))
"""Sheet, cell and own value of each fault in the workbook."""


def _finding(page: Page, cell: str) -> str:
    place = page.get_by_role("link", name=re.compile(rf"· {cell}$"))
    found = page.get_by_role("region", name="Fehler (3)").get_by_role("listitem").filter(has=place)
    return found.inner_text()


def _read_findings(page: Page) -> None:
    expect(page.get_by_role("heading", name="Fehler (3)")).to_be_visible()
    for sheet, cell, value in FAULTS:
        said = _finding(page, cell)
        assert sheet in said
        assert value in said
    expect(page.get_by_text("Bitte korrigieren Sie zuerst die Fehler")).to_be_visible()
    go_to(page, "Was sich ändert")
    expect(page.get_by_role("button", name="Übernehmen")).to_have_count(0)


def _look_at_the_cell(page: Page) -> None:
    """From a finding to the user's own table, and back by the number in the cell."""
    go_to(page, "Fragen und Befunde")
    page.get_by_role("link", name="mit-fehlern.xlsx · Bilanz · D3").click()
    cell = page.locator("td:focus")
    expect(cell).to_contain_text("viel")
    cell.get_by_role("link", name=re.compile("^Fehler 2: ")).click()
    expect(page.locator("li:focus")).to_contain_text("viel")


def _answer_and_take_over(page: Page) -> None:
    expect(page.get_by_text("Keine Befunde.")).to_be_visible()
    page.get_by_role("group", name=re.compile("laufend")).get_by_label("Daueraufgabe").check()
    page.get_by_role("button", name="Antworten und weiter").click()
    expect(page.get_by_role("heading", level=1, name="Was sich ändert")).to_be_focused()
    page.get_by_label("Anmerkung für den Verlauf").fill("Stand Frühjahr")
    page.get_by_role("button", name="Übernehmen").click()
    expect(page.get_by_text("Übernommen als Bearbeitungsstand 1.")).to_be_visible()


def _publish(page: Page) -> None:
    page.get_by_role("link", name="Veröffentlichen", exact=True).last.click()
    page.get_by_label("Beschlussvorlage").fill("2026/17")
    page.get_by_role("button", name="Jetzt veröffentlichen").click()
    expect(page.get_by_text("Veröffentlicht als Fassung 1.")).to_be_visible()


def test_from_a_faulty_file_to_the_public(page: Page, town: Town) -> None:
    sign_in_as(page, Role.MANAGER, town)
    upload(page, town, faulty_book())
    _read_findings(page)
    _look_at_the_cell(page)
    upload(page, town, corrected_book())
    _answer_and_take_over(page)
    _publish(page)
    sign_out(page)
    page.goto(town.public)
    expect(page.get_by_role("heading", level=1)).to_contain_text(town.name)
    expect(page.get_by_role("main")).to_contain_text("Fassung 1")
    page.get_by_role("navigation", name="Hauptnavigation").get_by_role("link", name="Maßnahmen").click()
    row = page.get_by_role("row").filter(has_text="Solar auf Dächern")
    expect(row).to_contain_text("Daueraufgabe")
    expect(page.get_by_role("link", name="Anmelden")).to_be_visible()
    page.goto(f"{town.office}/daten")
    expect(page).to_have_url(re.compile("/anmelden"))
