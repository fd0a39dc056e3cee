"""Native fields inside a Dash page: each shows its value, can be changed, and takes part in what is sent."""

from __future__ import annotations

import re
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import Page, expect

from monitoring.domain.access import Role
from tests.browser.sign_in import sign_in_as
from tests.browser.town import Town, complete_book
from tests.browser.uploading import choose


@pytest.fixture(autouse=True)
def _signed_in(page: Page, filled_town: Town) -> None:
    sign_in_as(page, Role.MANAGER, filled_town)


def _sent(page: Page, button: str) -> dict[str, list[str]]:
    """What the form of the page sends, field by field."""
    with page.expect_request(lambda request: request.method == "POST") as found:
        page.get_by_role("main").get_by_role("button", name=button).click()
    return parse_qs(found.value.post_data or "", keep_blank_values=True)


def test_values_are_shown(page: Page, filled_town: Town) -> None:
    page.goto(f"{filled_town.office}/massnahmen/M1/bearbeiten")
    expect(page.get_by_label("Titel")).to_have_value("Solar auf Dächern")
    expect(page.get_by_label(re.compile("^Ende "))).to_have_value("2026-12-31")
    expect(page.get_by_label("Umsetzungsstand", exact=True)).to_have_value("in_progress")
    expect(page.get_by_label(re.compile("^Beschreibung "))).to_have_value("Alle Schulen")


def test_text_date_and_choice_are_sent(page: Page, filled_town: Town) -> None:
    page.goto(f"{filled_town.office}/massnahmen/M1/bearbeiten")
    page.get_by_label(re.compile("^Beschreibung ")).fill("Erste Zeile\nzweite Zeile")
    page.get_by_label(re.compile("^Beginn ")).fill("2024-03-01")
    page.get_by_label("Umsetzungsstand", exact=True).select_option("ongoing")
    sent = _sent(page, "Speichern")
    assert sent["title"] == ["Solar auf Dächern"]
    assert sent["description"] == ["Erste Zeile\r\nzweite Zeile"]
    assert (sent["start"], sent["end"], sent["status"]) == (["2024-03-01"], ["2026-12-31"], ["ongoing"])
    assert sent["based_on"] == ["1"]
    assert sent["csrf_token"] != [""]


def test_one_of_several_radio_buttons_is_sent(page: Page, filled_town: Town) -> None:
    page.goto(f"{filled_town.office}/massnahmen/M1/sachstand")
    expect(page.get_by_role("radio", name="in Umsetzung:")).to_be_checked()
    page.get_by_role("radio", name="abgeschlossen:").check()
    assert _sent(page, "Stand speichern")["status"] == ["completed"]


def test_only_ticked_boxes_are_sent(page: Page, filled_town: Town) -> None:
    page.goto(f"{filled_town.office}/veroeffentlichen")
    page.get_by_label("Nur Ausgewähltes").check()
    page.get_by_text("Einzeln auswählen").click()
    page.get_by_role("checkbox", name="M1 Solar auf Dächern").check()
    sent = _sent(page, "Jetzt veröffentlichen")
    assert (sent["scope"], sent["items"]) == (["chosen"], ["measures|M1"])
    assert not [name for name in sent if name.startswith("person:")]


def test_chosen_files_are_named(page: Page, filled_town: Town) -> None:
    choose(page, filled_town, complete_book("eins.xlsx"), complete_book("zwei.xlsx"))
    names = page.get_by_label("Dateien wählen").evaluate("each => [...each.files].map(file => file.name)")
    assert names == ["eins.xlsx", "zwei.xlsx"]
