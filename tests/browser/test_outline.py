"""Each public page as a screen reader tells it: landmarks, headings in order, names for what needs one."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.addresses import PUBLIC, Visit, every_page
from tests.browser.outline import Node, faults, nodes
from tests.browser.watch import Watch

PUBLIC_PAGES = [each for each in every_page() if each.account == PUBLIC]
HEADER = [
    "banner",
    "navigation Konto",
    "navigation Sprache",
    "navigation Hauptnavigation",
    "complementary Beispieldaten",
]


@pytest.mark.parametrize("visit", PUBLIC_PAGES, ids=str)
def test_a_listener_finds_the_way(visit: Visit, window_of: Callable[[str], tuple[Page, Watch]]) -> None:
    page, _ = window_of(PUBLIC)
    page.goto(visit.address)
    page.evaluate("() => document.querySelectorAll('details').forEach(each => { each.open = true; })")
    assert faults(nodes(page), is_embedded="/einbetten/" in visit.path) == []


def test_what_is_wrong_is_told() -> None:
    tree = [
        Node("banner", "", 0, 0),
        Node("main", "", 0, 0),
        Node("heading", "Oben", 1, 1),
        Node("heading", "Zu tief", 3, 1),
        Node("link", "", 0, 1),
        Node("navigation", "Weiter", 0, 1),
        Node("navigation", "Weiter", 0, 1),
    ]
    assert faults(tree) == [
        "contentinfo: 0 instead of one",
        "navigation „Weiter“: 2 with one name",
        "the page does not begin with the link to its content",
        "heading „Zu tief“ of level 3 follows one of level 1",
        "link without a name",
    ]
