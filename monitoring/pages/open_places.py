"""The open data of all municipalities: who gives data away, and the catalogue of all of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html

from monitoring.components.address import LONGEST_NUMBER, OPEN_DATA, Address
from monitoring.components.data_address import API
from monitoring.components.sentence import lead
from monitoring.domain.errors import NotFound
from monitoring.pages._page import SitePage
from monitoring.pages._registration import register_page_of_site
from monitoring.reports.catalogue import PAGE, has_page
from monitoring.services.open_places import OpenPlace, open_places
from monitoring.services.visit import Visit
from monitoring.texts.words import Words

ALL = (("catalogue", f"{OPEN_DATA}/catalog.rdf"), ("api", f"{API}/"))
"""What is about all municipalities, by the names of its text."""
PLACES_OF_A_PAGE = 100


def layout(visit: Visit, words: Words, address: Address) -> list[Any]:
    """The municipalities with open data, a page of them at a time."""
    found, page = open_places(visit), _page(address)
    if not has_page(page, len(found), PLACES_OF_A_PAGE):
        raise NotFound()
    first = (page - 1) * PLACES_OF_A_PAGE
    return [
        html.H1(words("page.open_places.heading")),
        lead(words("page.open_places.intro")),
        *_list(found[first : first + PLACES_OF_A_PAGE], words, address),
        *_pages(len(found), page, words, address),
        html.H2(words("page.open_places.all_heading")),
        html.Ul([html.Li(_about_all(name, path, words, address)) for name, path in ALL]),
    ]


def _about_all(name: str, path: str, words: Words, address: Address) -> html.A:
    return html.A(words(f"page.open_places.{name}"), href=address.site(path))


def _page(address: Address) -> int:
    text = address.query.get(PAGE, "1")
    if not (text.isascii() and text.isdigit() and len(text) < LONGEST_NUMBER):
        raise NotFound()
    return int(text)


def _list(places: Sequence[OpenPlace], words: Words, address: Address) -> list[Any]:
    if not places:
        return [html.P(words("page.open_places.empty"), className="empty")]
    return [html.Ul([_entry(each, words, address) for each in places], className="places")]


def _entry(each: OpenPlace, words: Words, address: Address) -> html.Li:
    publication = each.publication
    since = words(
        "page.open_places.since", number=publication.number, date=publication.day, n=len(each.decision.kinds)
    )
    href = address.site(f"{OPEN_DATA}/{each.municipality.slug}")
    return html.Li([html.A(each.municipality.name, href=href), html.Span(since, className="muted")])


def _pages(total: int, page: int, words: Words, address: Address) -> list[Any]:
    last = -(-total // PLACES_OF_A_PAGE)
    if last <= 1:
        return []
    links = [
        html.Li(
            html.A(
                words("page.open_places.page", number=number),
                href=address.site(OPEN_DATA, **{PAGE: str(number)}),
                **({"aria-current": "page"} if number == page else {}),
            )
        )
        for number in range(1, last + 1)
    ]
    name = words("page.open_places.pages")
    return [html.Nav(html.Ul(links, className="side-links"), **{"aria-label": name})]


register_page_of_site(__name__, SitePage(OPEN_DATA, "page.open_places.title", layout, audience="public"))
