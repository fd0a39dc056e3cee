"""Every page of every role: accessible, silent on the console, self-contained, narrow, without dead links."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urldefrag, urlsplit

import dash
import pytest
from playwright.sync_api import Page, expect

from monitoring.domain.access import Role, viewer_as
from monitoring.pages._registration import find_page
from monitoring.services.importing import upload
from monitoring.services.sample_story import CITY
from monitoring.services.visit import Visit as ServiceVisit
from monitoring.storage.database import Database
from tests.browser.accessibility import beyond_the_edge, violations
from tests.browser.addresses import BATCH, MANAGER, PUBLIC, Visit, every_page
from tests.browser.town import faulty_book
from tests.browser.watch import FIRST_ERROR, Watch

WIDE, NARROW = 1280, 360
LOOKS: dict[str, Any] = {"de": (("light", WIDE), ("dark", NARROW)), "en": (("dark", WIDE),)}
"""Theme and width in which a page is looked at: each theme and each width in German, English beside it."""
OF_READERS = {"de": LOOKS["de"][:1], "en": LOOKS["en"]}
"""The looks for accounts that see the same pages as the manager, only fewer of them."""
_LINKS = "() => [...document.querySelectorAll('a[href]')].map(each => each.href)"
_checked: set[tuple[str, str]] = set()
"""Account and address of links that were followed already in this run."""


@pytest.fixture(scope="session")
def batch(database: Database) -> str:
    """An upload with faults and a question, so that the page of a check has everything to show."""
    visit = ServiceVisit(database, viewer_as(Role.MANAGER, CITY), datetime.now(UTC))
    return upload(visit, CITY, [faulty_book()])


@pytest.mark.parametrize("visit", list(every_page()), ids=str)
def test_page(visit: Visit, batch: str, window_of: Callable[[str], tuple[Page, Watch]]) -> None:
    page, watch = window_of(visit.account)
    answer = page.goto(visit.address.replace(BATCH, batch))
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.locator("html").get_attribute("lang") == visit.language
    _open_everything(page)
    looks = (LOOKS if visit.account in (PUBLIC, MANAGER) else OF_READERS)[visit.language]
    assert [each for theme, width in looks for each in violations(page, theme, width)] == []
    assert beyond_the_edge(page) == []
    assert (answer and not answer.ok) or _dead_links(page, visit.account) == []
    assert watch.taken() == []


def _open_everything(page: Page) -> None:
    """What is folded away is part of the page."""
    page.evaluate("() => document.querySelectorAll('details').forEach(each => { each.open = true; })")


def _dead_links(page: Page, account: str) -> list[str]:
    """Addresses of ours on this page that refuse the reader, apart from those followed before."""
    here = urlsplit(page.url).netloc
    links = {urldefrag(each)[0] for each in page.evaluate(_LINKS)}
    fresh = {(account, each) for each in links if urlsplit(each).netloc == here} - _checked
    _checked.update(fresh)
    return [each for _, each in sorted(fresh) if page.request.get(each).status >= FIRST_ERROR]


@pytest.mark.usefixtures("_application")
def test_every_registered_page_is_visited() -> None:
    found = [find_page(each.address, {}) for each in every_page()]
    visited = {(each.page.tail, each.address.is_office, each.address.language) for each in found if each}
    registered = {
        (each["page"].tail, each["is_office"], each["language"]) for each in dash.page_registry.values()
    }
    assert registered - visited == set()
