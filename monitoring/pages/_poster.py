"""What stands on a poster: the message of a reading page, and the address that always leads to the newest."""

from __future__ import annotations

from dataclasses import replace

from monitoring.components.address import PUBLICATION, Address
from monitoring.components.gist import gist_of
from monitoring.domain.contrast import Scheme
from monitoring.domain.errors import NotFound
from monitoring.domain.overview import Overview
from monitoring.login import public_visit
from monitoring.pages._ending import PAGE
from monitoring.pages._page import MunicipalityPage
from monitoring.pages._preview import drawn_logo
from monitoring.pages._reading import is_reading_page
from monitoring.pages._registration import find_page
from monitoring.pages._stand import stand_text
from monitoring.reports.poster import SHEETS, Poster
from monitoring.texts.words import Words

SHEET = "format"
ASKED = frozenset({PAGE, SHEET, PUBLICATION})
"""The parts of the query of a poster."""


def sheet_of(address: Address) -> str:
    """The size of the sheet asked for. Raises NotFound where there is none of that name."""
    sheet = address.query.get(SHEET, "a4")
    if sheet not in SHEETS:
        raise NotFound()
    return sheet


def tail_of(address: Address) -> str:
    """The tail of the page that the poster is about."""
    named = address.query.get(PAGE, "")
    return f"/{named}" if named else ""


def poster_about(overview: Overview, words: Words, address: Address) -> Poster:
    """The poster that the query asks for. Raises NotFound where it names no page with content."""
    query = {name: text for name, text in address.query.items() if name == PUBLICATION}
    target = replace(address, tail=tail_of(address), query=query)
    found = find_page(target.path.removeprefix(address.root), query, address.root, address.origin)
    if found is None or not isinstance(found.page, MunicipalityPage):
        raise NotFound()
    return _poster_of(found.page, overview, words, target)


def _poster_of(page: MunicipalityPage, overview: Overview, words: Words, target: Address) -> Poster:
    """What stands on the poster about a page, whose address is `target`.

    Raises:
        NotFound: the page has nothing to show.
    """
    if not is_reading_page(target.tail, overview):
        raise NotFound()
    gist, own = gist_of(page.layout(overview, words, target)), overview.municipality
    return Poster(
        municipality=own.name,
        heading=gist.heading,
        sentence=gist.lead or gist.message or words("share.description", municipality=own.name),
        scan=words("page.poster.scan"),
        address=target.origin + target.to(target.tail, keep_publication=False),
        foot=stand_text(overview, words),
        accent=overview.face.accent_in(Scheme.LIGHT),
        logo=drawn_logo(overview, public_visit()),
    )
