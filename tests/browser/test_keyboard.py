"""Without a mouse: signing in, uploading a file and taking it over with the keyboard alone."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from monitoring.domain.access import Role
from tests.browser.sign_in import sign_in_as
from tests.browser.town import PASSWORD, Town, complete_book, years_in_columns
from tests.browser.uploading import steps, upload

MOST_STEPS = 60


def _tab_back_to(page: Page, wanted: Locator) -> None:
    _tab_to(page, wanted, "Shift+Tab")


def _tab_to(page: Page, wanted: Locator, key: str = "Tab") -> None:
    """Press Tab until an element has the focus, once the page is at rest: drawn anew it would lose it."""
    expect(wanted).to_be_visible()
    page.wait_for_load_state("networkidle")
    for _ in range(MOST_STEPS):
        if wanted.evaluate("each => each === document.activeElement"):
            return
        page.keyboard.press(key)
    raise AssertionError(f"The Tab key does not reach {wanted}")


def test_the_first_step_leads_past_the_menus(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Zum Inhalt springen")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()


def test_a_file_is_taken_over_with_the_keyboard_alone(page: Page, town: Town, tmp_path: Path) -> None:
    file = tmp_path / "mappe.xlsx"
    file.write_bytes(complete_book().content)
    page.goto(f"/anmelden?weiter={town.office}/daten")
    _tab_to(page, page.get_by_label("Name des Kontos"))
    page.keyboard.type(town.account(Role.MANAGER))
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    _tab_to(page, page.get_by_label("Dateien wählen"))
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("Space")
    chooser.value.set_files(file)
    _tab_to(page, page.get_by_role("button", name="Prüfen"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1, name="Was sich ändert")).to_be_focused()
    _tab_to(page, page.get_by_role("button", name="Übernehmen"))
    page.keyboard.press("Enter")
    expect(page.get_by_text("Übernommen als Bearbeitungsstand 1.")).to_be_visible()


def test_every_step_of_an_import_is_walked_with_the_keyboard(page: Page, town: Town) -> None:
    sign_in_as(page, Role.MANAGER, town)
    upload(page, town, years_in_columns())
    _arrived_at(page, "Was wir verstanden haben")
    row = page.get_by_role("row", name=re.compile("^3"))
    _tab_to(page, row.locator("summary").filter(has_text="Bedeutung der Zeile 3: Sonstwas"))
    page.keyboard.press("Enter")
    meaning = page.get_by_role("combobox", name="Bedeutung der Zeile 3: Sonstwas")
    _tab_to(page, meaning)
    page.keyboard.type("Sektor: Verk")
    assert meaning.input_value() == "sector=VER"
    _tab_to(page, page.get_by_role("button", name="Neu lesen"))
    page.keyboard.press("Enter")
    _arrived_at(page, "Was wir verstanden haben")
    expect(meaning).to_have_value("sector=VER")
    expect(row).to_contain_text("Ihre Antwort")
    _tab_to(page, page.get_by_role("button", name="Stimmt so, weiter"))
    page.keyboard.press("Enter")
    _arrived_at(page, "Was sich ändert")
    _tab_to(page, page.get_by_label("Anmerkung für den Verlauf"))
    page.keyboard.type("Aus der Bilanz 2020")
    _tab_back_to(page, steps(page).get_by_role("link", name="Fragen und Befunde"))
    page.keyboard.press("Enter")
    _arrived_at(page, "Fragen und Befunde")
    _tab_to(page, page.get_by_role("link", name="Weiter: Was sich ändert"))
    page.keyboard.press("Enter")
    _arrived_at(page, "Was sich ändert")
    expect(page.get_by_label("Anmerkung für den Verlauf")).to_have_value("Aus der Bilanz 2020")
    _tab_to(page, page.get_by_role("button", name="Übernehmen"))
    page.keyboard.press("Enter")
    _arrived_at(page, "Fertig")
    expect(page.get_by_role("row", name=re.compile("^Bilanz"))).to_contain_text("4")


def _arrived_at(page: Page, step: str) -> None:
    """The step is there, is said to be the current one, and its heading has the focus."""
    expect(page.get_by_role("heading", level=1, name=step)).to_be_focused()
    expect(steps(page).locator("[aria-current=step]")).to_contain_text(step)
