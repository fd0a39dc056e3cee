"""Without a mouse: signing in, uploading a file and taking it over with the keyboard alone."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from monitoring.domain.access import Role
from tests.browser.town import PASSWORD, Town, complete_book

MOST_STEPS = 60


def _tab_to(page: Page, wanted: Locator) -> None:
    """Press Tab until an element has the focus, once the page is at rest: drawn anew it would lose it."""
    expect(wanted).to_be_visible()
    page.wait_for_load_state("networkidle")
    for _ in range(MOST_STEPS):
        if wanted.evaluate("each => each === document.activeElement"):
            return
        page.keyboard.press("Tab")
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
    _tab_to(page, page.get_by_role("button", name="Übernehmen"))
    page.keyboard.press("Enter")
    expect(page.get_by_text("Übernommen als Bearbeitungsstand 1.")).to_be_visible()
