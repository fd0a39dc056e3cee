"""Showing a page: the one place where pages ask a service, and where content meets its frame."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from flask import g

from monitoring.components.accent import accent_style
from monitoring.components.address import Address
from monitoring.components.frame import Place, frame
from monitoring.components.gist import gist_of
from monitoring.components.sharing import Sharing
from monitoring.domain.errors import NotFound, Refusal
from monitoring.domain.overview import Overview
from monitoring.login import current_visit, public_visit
from monitoring.pages._ending import ending
from monitoring.pages._own_language import with_own_language
from monitoring.pages._page import NEEDED, MunicipalityPage, Page, SitePage
from monitoring.pages._reading import is_reading_page
from monitoring.pages._refusal import refusal_page
from monitoring.pages._sharing import sharing_of, sharing_of_site
from monitoring.pages._surroundings import edition_of, place_of, site_place
from monitoring.services.overview import overview
from monitoring.services.visit import Visit
from monitoring.texts.words import Words
from monitoring.texts.words import words as words_in


@dataclass(frozen=True)
class Shown:
    """A whole page for the viewer: its title for the browser and its body, frame included."""

    title: str
    body: Any
    style: str = ""
    sharing: Sharing | None = None

    @property
    def description(self) -> str:
        """What search engines say of the page; nothing where it is not for them."""
        return self.sharing.description if self.sharing else ""


def shown(page: Page, visit: Visit, address: Address) -> Shown:
    """A page at an address for a viewer.

    Raises:
        Refusal: it does not exist for this viewer.
    """
    words = words_in(address.language)
    if not isinstance(page, MunicipalityPage):
        return _of_site(page, visit, words, address)
    if address.is_office:
        return _in_office(page, visit, words, address)
    return _in_public(page, visit, words, address.asking(page.asks))


def _of_site(page: SitePage, visit: Visit, words: Words, address: Address) -> Shown:
    title = words("frame.title_short", page=words(page.title))
    content = page.layout(visit, words, address)
    body = frame(content, site_place(visit, words, address), words)
    sharing = sharing_of_site(content, title, words, address) if page.audience == "public" else None
    return Shown(title, body, sharing=sharing)


def _in_office(page: MunicipalityPage, visit: Visit, words: Words, address: Address) -> Shown:
    seen, content = content_of(page, visit, words, address)
    place = place_of(seen, visit, words, address)
    return Shown(_title(page, seen, words, address), _body(content, place, seen, words))


def _in_public(page: MunicipalityPage, visit: Visit, words: Words, address: Address) -> Shown:
    """With the colour of the municipality, the end of a public page, and what is told where it is shared."""
    seen, content = content_of(page, visit, words, address)
    title = _title(page, seen, words, address)
    gist, place = gist_of(content), place_of(seen, visit, words, address)
    if page.has_end:
        place = replace(place, end=ending(title, gist.heading, seen, words, address))
    sharing = sharing_of(gist, title, seen, words, address)
    return Shown(title, _body(content, place, seen, words), accent_style(seen.face), sharing)


def _body(content: Any, place: Place, seen: Overview, words: Words) -> Any:
    return with_own_language(frame(content, place, words, edition_of(seen)), seen, words)


def content_of(page: MunicipalityPage, visit: Visit, words: Words, address: Address) -> tuple[Overview, Any]:
    """What a viewer sees of a municipality, and the page made of it, without its frame.

    Raises:
        Refusal: it does not exist for this viewer.
    """
    require(page, visit, address)
    seen = overview(visit, address.slug or "", address.publication, address.revision)
    _refuse_empty(page, seen, address)
    return seen, page.layout(seen, words, address)


def require(page: MunicipalityPage, visit: Visit, address: Address) -> None:
    """Refuse who may not see the page in the office; in public the overview refuses what is unpublished."""
    if address.is_office:
        visit.require(NEEDED.get(page.audience, NEEDED["member"]), address.slug or "")


def _refuse_empty(page: MunicipalityPage, seen: Overview, address: Address) -> None:
    """In public a reading page without data does not exist; in the office it says how to begin."""
    may_be_empty = not page.needs_content or "<" in page.tail
    if not address.is_office and not may_be_empty and not is_reading_page(page.tail, seen):
        raise NotFound()


def _title(page: MunicipalityPage, seen: Overview, words: Words, address: Address) -> str:
    name = words(page.title) if isinstance(page.title, str) else page.title(seen, words, address)
    return words("frame.title", page=name, municipality=seen.municipality.name)


def visit_for(audience: str) -> Visit:
    """Whose eyes see a page: on those for everybody the public's, also where somebody is signed in."""
    return public_visit() if audience == "public" else current_visit()


def shown_in_dash(**_: Any) -> Any:
    """The layout that Dash calls for every page.

    Page and address were found by the gate in the real address: the arguments Dash passes mix path and query,
    so that a query could name another municipality, and its own search lets a variable span slashes.
    """
    found = g.found
    try:
        page = shown(found.page, visit_for(found.audience), found.address)
        g.title = page.title
        return page.body
    except Refusal as refusal:
        return refusal_page(refusal, words_in(found.address.language), found.address)


def title_in_dash(**_: Any) -> str:
    """The title of the page just laid out."""
    return str(g.get("title", words_in(g.found.address.language)("product")))
