"""Three ways in: the story, the measures, the figures, each with what is found there."""

from __future__ import annotations

from dash import html

from monitoring.components.address import Address
from monitoring.domain.overview import Overview
from monitoring.pages._reading import reading_pages
from monitoring.texts.words import Words

WAYS = ("story", "measures", "figures")


def ways(overview: Overview, words: Words, address: Address) -> html.Nav | None:
    """The ways that lead anywhere, side by side; None where there is at most one."""
    found = [each for each in reading_pages(overview) if each.name in WAYS]
    if len(found) <= 1:
        return None
    items = [
        html.Li(
            [
                html.A(words(f"page.{each.name}.heading"), href=address.to(each.tail)),
                html.Span(words(f"page.overview.way_{each.name}")),
            ]
        )
        for each in found
    ]
    name = words("page.overview.ways")
    return html.Nav(html.Ul(items, className="ways"), className="no-print", **{"aria-label": name})
