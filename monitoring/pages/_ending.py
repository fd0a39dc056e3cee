"""What follows the content of a public page: feedback, the line to cite, the way to a poster."""

from __future__ import annotations

from dash import html

from monitoring.components.address import Address
from monitoring.components.page_end import PageEnd, page_end
from monitoring.domain.overview import Overview
from monitoring.domain.publication import Publication
from monitoring.pages._own_language import OWN_LANGUAGE
from monitoring.pages._reading import is_reading_page
from monitoring.pages._stand import stand_text
from monitoring.texts.words import Words

POSTER = "/aushang"
PAGE = "seite"
"""The part of the query that names the page a poster is about, by its tail without the slash."""


def ending(
    title: str, heading: str, overview: Overview, words: Words, address: Address
) -> html.Section | None:
    """The end of a page of a publication; nothing where none is shown."""
    publication, own = overview.stand.publication, overview.municipality
    if publication is None:
        return None
    about = {PAGE: address.tail[1:]} if address.tail and is_reading_page(address.tail, overview) else {}
    return page_end(
        PageEnd(
            title=title,
            cited=_cited(heading, own.name, publication, words),
            fixed=address.origin + address.fixed(publication.number).href,
            stand=stand_text(overview, words),
            unit=own.contact_unit or own.name,
            email=overview.face.email,
            poster=address.to(POSTER, keep_publication=True, **about),
            is_foreign=words.language != OWN_LANGUAGE,
        ),
        words,
    )


def _cited(heading: str, municipality: str, publication: Publication, words: Words) -> str:
    return words(
        "component.end.cited",
        municipality=municipality,
        title=heading,
        number=publication.number,
        date=publication.day,
    )
