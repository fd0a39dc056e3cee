"""The success stories: what the municipality wants to tell of, each with the effect of its measure."""

from __future__ import annotations

from typing import Any

from dash import html

from monitoring.components.address import Address
from monitoring.components.sentence import remark
from monitoring.components.story_card import story_card
from monitoring.domain.access import Act
from monitoring.domain.overview import Overview
from monitoring.domain.views import MeasureView
from monitoring.login import current_visit
from monitoring.pages._measure_named import measure_link
from monitoring.pages._opening import opening
from monitoring.pages._page import MunicipalityPage
from monitoring.pages._registration import register_pages
from monitoring.texts.words import Words


def layout(overview: Overview, words: Words, address: Address) -> list[Any]:
    """Every story, and for managers where a new one is written."""
    heading = [
        *opening("stories", overview, words, address),
        *_how_to_add(overview, words, address),
    ]
    if not overview.stories:
        return [*heading, html.P(words("story.none"), className="empty")]
    cards = [part for view in overview.stories for part in _story(view, overview, words, address)]
    return [*heading, *cards, remark(words("story.chosen"))]


def _story(view: MeasureView, overview: Overview, words: Words, address: Address) -> list[Any]:
    assert view.story is not None
    measure = measure_link(view, address)
    links: list[Any] = [words("story.measure"), " ", measure]
    if overview.stand.shows_internal:
        links += [
            " · ",
            html.A(words("button.edit"), href=address.to(f"/massnahmen/{view.measure.id}/erfolg")),
        ]
    return [story_card(view.story, view, overview, words, address), html.P(links)]


def _how_to_add(overview: Overview, words: Words, address: Address) -> list[Any]:
    if not address.is_office or not current_visit().may(Act.EDIT, overview.municipality.slug):
        return []
    measures = html.A(words("nav.measures"), href=address.to("/massnahmen"))
    return [html.P([words("story.how_to_add"), " ", measures], className="no-print")]


register_pages(__name__, MunicipalityPage("/erfolge", "page.stories.heading", layout))
