"""What a public page of a municipality tells of itself where it is shared or found."""

from __future__ import annotations

from typing import Any

from monitoring.components.address import PUBLICATION, Address
from monitoring.components.gist import Gist, gist_of
from monitoring.components.sharing import Sharing
from monitoring.domain.overview import Overview
from monitoring.texts.words import Words

PREVIEWS = "/vorschau"
"""Before the address of a page stands this for its picture, after it „.png“."""


def sharing_of(gist: Gist, title: str, overview: Overview, words: Words, address: Address) -> Sharing:
    """Title, first sentence, and the preview picture drawn from the first chart."""
    name = overview.municipality.name
    shared = _title(gist.heading, name, words) or title
    return Sharing(
        address=address.whole,
        site=words("share.site", municipality=name),
        title=shared,
        description=gist.sentence or words("share.description", municipality=name),
        locale=str(words.locale),
        picture=preview_address(overview, address),
        picture_text=words("share.picture" if gist.chart else "share.picture_of_text", title=shared),
    )


def _title(heading: str, municipality: str, words: Words) -> str:
    """The heading of a page, which stands alone where it is shared: with the municipality, once."""
    if not heading or municipality in heading:
        return heading
    return words("share.title", heading=heading, municipality=municipality)


def sharing_of_site(content: Any, title: str, words: Words, address: Address) -> Sharing:
    """The same of a page of the whole site, which has no picture."""
    return Sharing(
        address=address.whole,
        site=words("product"),
        title=title,
        description=gist_of(content).sentence,
        locale=str(words.locale),
    )


def preview_address(overview: Overview, address: Address) -> str | None:
    """Where the picture of a page is: of this publication, so that networks fetch a new one for the next."""
    if overview.stand.publication is None:
        return None
    page = address.path.removeprefix(address.root)
    number = overview.stand.publication.number
    return f"{address.origin}{address.root}{PREVIEWS}{page}.png?{PUBLICATION}={number}"
