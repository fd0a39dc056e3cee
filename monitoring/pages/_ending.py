"""What follows the content of a public page: feedback, the line to cite, the way to a poster."""

from __future__ import annotations

from dash import html

from monitoring.components.address import OPEN_DATA, Address
from monitoring.components.page_end import PageEnd, page_end
from monitoring.domain.balance import EmissionEntry
from monitoring.domain.indicator import IndicatorValue
from monitoring.domain.measure import Measure
from monitoring.domain.overview import Overview
from monitoring.domain.publication import Publication
from monitoring.domain.target import TargetNode
from monitoring.pages._own_language import OWN_LANGUAGE
from monitoring.pages._reading import is_reading_page
from monitoring.pages._stand import stand_text
from monitoring.texts.words import Words

POSTER = "/aushang"
PAGE = "seite"
"""The part of the query that names the page a poster is about, by its tail without the slash."""
SHOWN = {
    "/bilanz": EmissionEntry.KIND,
    "/ziele": TargetNode.KIND,
    "/massnahmen": Measure.KIND,
    "/indikatoren": IndicatorValue.KIND,
}
"""The data set that a page shows, by the first part of its tail."""


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
            data=_data(overview, words, address),
            is_foreign=words.language != OWN_LANGUAGE,
        ),
        words,
    )


def _data(overview: Overview, words: Words, address: Address) -> tuple[tuple[str, str], ...]:
    """What the page shows as a workbook, and everything else that is open; nothing where that is not open."""
    kind = SHOWN.get("/".join(address.tail.split("/")[:2]))
    if kind is None or kind not in overview.open_data.kinds:
        return ()
    name = words("component.end.workbook", kind=words.kind(kind))
    return (
        (name, address.to(f"{OPEN_DATA}/{kind}.xlsx")),
        (words("component.end.all_data"), address.to(OPEN_DATA)),
    )


def _cited(heading: str, municipality: str, publication: Publication, words: Words) -> str:
    return words(
        "component.end.cited",
        municipality=municipality,
        title=heading,
        number=publication.number,
        date=publication.day,
    )
