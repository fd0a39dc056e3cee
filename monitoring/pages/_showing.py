"""Showing a page: the one place where pages ask a service, and where content meets its frame."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import g

from monitoring.components.address import Address
from monitoring.components.frame import frame
from monitoring.domain.errors import Refusal
from monitoring.domain.overview import Overview
from monitoring.login import current_visit
from monitoring.pages._page import NEEDED, MunicipalityPage, Page
from monitoring.pages._refusal import refusal_page
from monitoring.pages._surroundings import edition_of, place_of, site_place
from monitoring.services.overview import overview
from monitoring.services.visit import Visit
from monitoring.texts.words import Words, words


@dataclass(frozen=True)
class Shown:
    """A whole page for the viewer: its title for the browser and its body, frame included."""

    title: str
    body: Any
    description: str = ""


def shown(page: Page, visit: Visit, address: Address) -> Shown:
    """A page at an address for a viewer.

    Raises:
        Refusal: it does not exist for this viewer.
    """
    said = words(address.language)
    if not isinstance(page, MunicipalityPage):
        title = said("frame.title_short", page=said(page.title))
        return Shown(title, frame(page.layout(visit, said, address), site_place(visit, said, address), said))
    require(page, visit, address)
    seen = overview(visit, address.slug or "", address.publication, address.revision)
    body = frame(
        page.layout(seen, said, address),
        place_of(seen, visit, said, address),
        said,
        edition_of(seen),
    )
    return Shown(_title(page, seen, said, address), body)


def require(page: MunicipalityPage, visit: Visit, address: Address) -> None:
    """Refuse who may not see the page in the office. In public the overview itself refuses what is unpublished."""
    if address.is_office:
        visit.require(NEEDED.get(page.audience, NEEDED["member"]), address.slug or "")


def _title(page: MunicipalityPage, seen: Overview, said: Words, address: Address) -> str:
    name = said(page.title) if isinstance(page.title, str) else page.title(seen, said, address)
    return said("frame.title", page=name, municipality=seen.municipality.name)


def shown_in_dash(page: Page) -> Callable[..., Any]:
    """The layout that Dash calls for a page. Where the reader is was worked out by the gate from the real address:
    the arguments Dash passes mix path and query, so that a query could name another municipality."""

    def layout(**_: Any) -> Any:
        try:
            return shown(page, current_visit(), g.address).body
        except Refusal as refusal:
            return refusal_page(refusal, words(g.address.language), g.address)

    return layout
