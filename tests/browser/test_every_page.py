"""Every page of every role: accessible, silent on the console, self-contained, narrow, still, links alive."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from urllib.parse import urldefrag, urlsplit

import dash
import pytest
from playwright.sync_api import Page, expect

from monitoring.domain.access import Role, viewer_as
from monitoring.pages._registration import find_page
from monitoring.services.importing import upload, uploaded
from monitoring.services.sample_story import CITY
from monitoring.services.visit import Visit as ServiceVisit
from monitoring.storage.database import Database
from tests.browser.accessibility import NARROWEST, Look, beyond_the_edge, moving, open_everything, violations
from tests.browser.addresses import BATCH, MANAGER, PUBLIC, TAKEN, Visit, every_page
from tests.browser.town import faulty_book
from tests.browser.watch import FIRST_ERROR, Watch

WIDE, NARROW = 1280, 360
LOOKS = {
    "de": (Look("light", WIDE), Look("dark", NARROW)),
    "en": (Look("dark", WIDE, contrast=False),),
}
"""How a page is looked at: in German in each theme and at each width, in English for its words."""
IN_PUBLIC = {
    "de": (Look("light", WIDE), Look("dark", WIDE), Look("light", NARROWEST), Look("dark", NARROWEST)),
    "en": (Look("dark", WIDE, contrast=False), Look("light", NARROWEST, contrast=False)),
}
"""Public pages in each theme at the full width and at that of 1280 pixels enlarged four times."""
OF_READERS = {
    "de": (Look("light", WIDE, contrast=False),),
    "en": (Look("light", NARROW, contrast=False),),
}
"""The looks for accounts that see the same pages as the manager, only fewer of them."""
LOOKS_OF = {PUBLIC: IN_PUBLIC, MANAGER: LOOKS}
_LINKS = "() => [...document.querySelectorAll('a[href]')].map(each => each.href)"
_checked: set[tuple[str, str]] = set()
"""Account and shape of links that were followed already in this run."""


@pytest.fixture(scope="session")
def batch(database: Database) -> str:
    """An upload with faults and a question, so that the page of a check has everything to show."""
    visit = ServiceVisit(database, viewer_as(Role.MANAGER, CITY), datetime.now(UTC))
    return upload(visit, CITY, [faulty_book()])


@pytest.fixture(scope="session")
def taken(database: Database) -> str:
    """An upload of the sample data that became a revision."""
    visit = ServiceVisit(database, viewer_as(Role.MANAGER, CITY), datetime.now(UTC))
    return next(each.batch for each in uploaded(visit, CITY) if each.revision)


@pytest.mark.parametrize("visit", list(every_page()), ids=str)
def test_page(visit: Visit, batch: str, taken: str, window_of: Callable[[str], tuple[Page, Watch]]) -> None:
    page, watch = window_of(visit.account)
    answer = page.goto(visit.address.replace(BATCH, batch).replace(TAKEN, taken))
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.locator("html").get_attribute("lang") == visit.language
    open_everything(page)
    looks = LOOKS_OF.get(visit.account, OF_READERS)[visit.language]
    assert [each for look in looks for each in violations(page, look)] == []
    assert beyond_the_edge(page) == []
    assert moving(page) == []
    assert (answer and not answer.ok) or _dead_links(page, visit.account) == []
    assert watch.taken() == []


def _dead_links(page: Page, account: str) -> list[str]:
    """Addresses of ours on this page that refuse the reader, apart from those followed before."""
    here = urlsplit(page.url).netloc
    links = {urldefrag(each)[0] for each in page.evaluate(_LINKS)}
    fresh = {(account, _shape(each)): each for each in sorted(links) if urlsplit(each).netloc == here}
    unknown = [each for shape, each in fresh.items() if shape not in _checked]
    _checked.update(fresh)
    return [each for each in unknown if page.request.get(each).status >= FIRST_ERROR]


def _shape(address: str) -> str:
    """The address without the code of a measure or the number of a file: one of many such links is enough."""
    return re.sub(r"/(massnahmen|original)/[^/?]+", r"/\1/…", address)


@pytest.mark.usefixtures("_application")
def test_every_registered_page_is_visited() -> None:
    found = [find_page(each.address, {}) for each in every_page()]
    visited = {(each.page.tail, each.address.is_office, each.address.language) for each in found if each}
    registered = {
        (each["page"].tail, each["is_office"], each["language"]) for each in dash.page_registry.values()
    }
    assert registered - visited == set()
