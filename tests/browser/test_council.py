"""What the council sees: the state shared with it, and none of the pages that change something."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from monitoring.domain.access import Role
from tests.browser.sign_in import sign_in_as, sign_out
from tests.browser.town import Town

OF_THE_MANAGER = ("/daten", "/verlauf", "/veroeffentlichen", "/massnahmen/M1/bearbeiten", "/ziele/neu")


def test_the_council_sees_what_was_shared_before_the_public(page: Page, filled_town: Town) -> None:
    sign_in_as(page, Role.MANAGER, filled_town)
    page.goto(f"{filled_town.office}/veroeffentlichen")
    page.get_by_role("button", name="Bearbeitungsstand 1 mit dem Rat teilen").click()
    expect(page.get_by_text("Bearbeitungsstand 1 ist mit dem Rat geteilt.")).to_be_visible()
    sign_out(page)
    sign_in_as(page, Role.COUNCIL, filled_town)
    page.goto(filled_town.office)
    expect(page.get_by_text("Mit dem Rat geteilt: Sie sehen Bearbeitungsstand 1.")).to_be_visible()
    page.get_by_role("navigation", name="Hauptnavigation").get_by_role("link", name="Maßnahmen").click()
    expect(page.get_by_role("link", name="Solar auf Dächern")).to_be_visible()
    answer = page.goto(filled_town.public)
    assert answer is not None
    assert answer.status == 404


def test_before_sharing_the_council_sees_nothing(page: Page, filled_town: Town) -> None:
    sign_in_as(page, Role.COUNCIL, filled_town)
    answer = page.goto(filled_town.office)
    assert answer is not None
    assert answer.status == 404


def test_the_council_is_refused_where_something_is_changed(page: Page, filled_town: Town) -> None:
    sign_in_as(page, Role.COUNCIL, filled_town)
    for tail in OF_THE_MANAGER:
        answer = page.goto(filled_town.office + tail)
        assert answer is not None
        assert answer.status == 403, tail
        expect(page.get_by_role("heading", level=1)).to_be_visible()
