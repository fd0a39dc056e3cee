"""What a manager changes in the browser: reporting a status, editing a measure and a target, undoing."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from monitoring.domain.access import Role
from tests.browser.sign_in import sign_in_as
from tests.browser.town import Town


@pytest.fixture(autouse=True)
def _signed_in(page: Page, filled_town: Town) -> None:
    sign_in_as(page, Role.MANAGER, filled_town)


@pytest.fixture
def office(filled_town: Town) -> str:
    """Where the town is in the office."""
    return filled_town.office


def test_a_status_is_reported(page: Page, office: str) -> None:
    page.goto(f"{office}/massnahmen/M1")
    page.get_by_role("link", name="Stand melden").click()
    page.get_by_label("abgeschlossen:").check()
    page.get_by_label("Was ist seit dem letzten Sachstand geschehen?").fill("Alle Dächer sind belegt.")
    page.get_by_role("button", name="Stand speichern").click()
    expect(page.get_by_text("Gespeichert als Bearbeitungsstand 2.")).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text("Alle Dächer sind belegt.")
    expect(page.get_by_role("main").get_by_text("abgeschlossen", exact=True).first).to_be_visible()


def test_nothing_typed_is_lost_when_a_number_is_wrong(page: Page, office: str) -> None:
    page.goto(f"{office}/massnahmen/M1/bearbeiten")
    page.get_by_label("Titel").fill("Solar auf allen Dächern")
    page.get_by_text("Wirkung", exact=False).first.click()
    savings = page.get_by_label("THG-Einsparung [t/a]")
    savings.fill("etwa viel")
    page.get_by_label("Warum wird geändert?").fill("Neue Schätzung")
    page.get_by_role("button", name="Speichern").click()
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_role("alert")).to_contain_text("keine Zahl")
    expect(savings).to_have_value("etwa viel")
    expect(savings).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_label("Titel")).to_have_value("Solar auf allen Dächern")
    expect(page.get_by_label("Warum wird geändert?")).to_have_value("Neue Schätzung")
    savings.fill("1.234,5")
    page.get_by_role("button", name="Speichern").click()
    expect(page.get_by_text("Gespeichert als Bearbeitungsstand 2.")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Solar auf allen Dächern")
    page.get_by_role("link", name="Maßnahme bearbeiten").click()
    expect(savings).to_have_value("1234,5")


def test_a_target_is_tightened_as_a_new_version(page: Page, office: str) -> None:
    page.goto(f"{office}/ziele")
    page.get_by_role("link", name="Bearbeiten").first.click()
    page.get_by_label("Zielwert, Zeile 1").fill("400")
    page.get_by_label("neue Version", exact=False).check()
    page.get_by_role("button", name="Speichern").click()
    expect(page.get_by_text("Gespeichert als Bearbeitungsstand 2.")).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text("400")


def test_a_revision_is_undone(page: Page, office: str) -> None:
    page.goto(f"{office}/verlauf")
    page.get_by_role("link", name="Bearbeitungsstand 1", exact=True).click()
    page.get_by_role("button", name="Rückgängig machen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Bearbeitungsstand 2")
    expect(page.get_by_role("status").filter(has_text="Rückgängig gemacht")).to_be_visible()
    page.goto(f"{office}/verlauf")
    expect(page.get_by_role("row").filter(has_text="macht Bearbeitungsstand 1 rückgängig")).to_be_visible()
    page.goto(office)
    expect(page.get_by_role("link", name="Maßnahmen")).to_have_count(0)
