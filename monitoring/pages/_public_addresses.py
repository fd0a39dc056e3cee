"""The public addresses: every page of a municipality that everybody can read."""

from __future__ import annotations

import dash

from monitoring.domain.overview import Overview
from monitoring.pages._page import MunicipalityPage, SitePage
from monitoring.pages._reading import is_reading_page


def public_tails(overview: Overview) -> list[str]:
    """The tails of the pages that have something to show, and of every measure."""
    pages = {entry["page"] for entry in dash.page_registry.values() if entry["audience"] == "public"}
    single = [
        page.tail
        for page in pages
        if isinstance(page, MunicipalityPage) and "<" not in page.tail and _exists(page, overview)
    ]
    return sorted(single) + [f"/massnahmen/{view.measure.id}" for view in overview.measures]


def _exists(page: MunicipalityPage, overview: Overview) -> bool:
    return not page.needs_content or is_reading_page(page.tail, overview)


def public_pages_of_site() -> list[str]:
    """The paths of the pages about no municipality."""
    pages = {entry["page"] for entry in dash.page_registry.values() if entry["audience"] == "public"}
    return sorted(page.tail for page in pages if isinstance(page, SitePage))
