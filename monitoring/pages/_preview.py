"""The preview picture of a public page, from the same content as the page."""

from __future__ import annotations

from monitoring.components.address import Address
from monitoring.components.gist import gist_of
from monitoring.domain.contrast import Scheme
from monitoring.domain.overview import Overview
from monitoring.pages._page import MunicipalityPage
from monitoring.pages._showing import content_of
from monitoring.pages._stand import stand_text
from monitoring.reports.preview_picture import Preview, PreviewLogo
from monitoring.services.public_face import logo
from monitoring.services.visit import Visit
from monitoring.texts.words import words as words_in


def preview_of(page: MunicipalityPage, visit: Visit, address: Address) -> Preview:
    """What is on the picture.

    Raises:
        Refusal: the page does not exist for this viewer.
    """
    words = words_in(address.language)
    seen, content = content_of(page, visit, words, address)
    gist = gist_of(content)
    sample = f" · {words('component.frame.sample')}" if seen.municipality.is_sample else ""
    return Preview(
        municipality=seen.municipality.name,
        heading=gist.heading,
        sentence=gist.sentence or words("share.description", municipality=seen.municipality.name),
        foot=(words("component.frame.product_line"), f"{stand_text(seen, words)}{sample}"),
        chart=gist.chart,
        accent=seen.face.accent_in(Scheme.LIGHT),
        logo=drawn_logo(seen, visit),
    )


def drawn_logo(overview: Overview, visit: Visit) -> PreviewLogo | None:
    """The logo with its size, ready to be drawn; None where there is none."""
    known = overview.face.logo
    if known is None:
        return None
    found = logo(visit, overview.municipality.slug)
    return PreviewLogo(found.media_type, found.content, known.width, known.height)
