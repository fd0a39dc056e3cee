"""Names that no line holds: a municipality, its fields and measures in one long word, on a small phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, ViewportSize

from monitoring.domain.access import local_administrator
from monitoring.services.importing import Options, take_over, upload
from monitoring.services.municipalities import change_municipality
from monitoring.services.publishing import publish
from tests.browser.town import Town
from tests.services.stage import BALANCE, MEASURES, TARGETS, book

WORD = "Verbandsgemeindeverwaltungsgebäudesanierungsfahrplan" * 3
ROWS = [
    [*MEASURES[0], "Handlungsfeld"],
    [WORD, "M1", WORD, WORD, "in Umsetzung", "2024-12-31", WORD],
    ["Konzept", "M2", "Radweg", WORD, "nicht begonnen", "2024-12-31", "Mobilität"],
]
PHONE: ViewportSize = {"width": 320, "height": 640}


@pytest.fixture
def wordy_town(town: Town) -> Town:
    """A published municipality whose every name is one long word."""
    visit = town.visit_as_manager()
    file = book({"Bilanz": BALANCE, "Ziele": TARGETS, "Maßnahmen": ROWS})
    assert take_over(visit, town.slug, upload(visit, town.slug, [file]), Options()).revision == 1
    change_municipality(town.visit(local_administrator("test")), town.slug, {"name": WORD})
    publish(visit, town.slug)
    return town


def test_no_name_makes_a_page_wider_than_a_phone(page: Page, wordy_town: Town) -> None:
    page.set_viewport_size(PHONE)
    own = f"/kommune/{wordy_town.slug}"
    tails = ("", "/massnahmen", "/massnahmen/M1", "/zahlen", "/ziele", "/bilanz", "/einfache-sprache")
    for path in [*(own + tail for tail in tails), f"/einbetten/{wordy_town.slug}/massnahmen"]:
        answer = page.goto(path)
        assert answer, path
        assert answer.ok, path
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], path
