"""What can be embedded: the target path, and the measures with their filters."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from dash import html

from monitoring.components.address import COLOURS, Address
from monitoring.components.embedded import LIGHT, embedded
from monitoring.domain.errors import NotFound
from monitoring.domain.overview import Overview
from monitoring.pages._measure_filters import Filters, filter_form
from monitoring.pages._measure_list import measure_list
from monitoring.pages._own_language import with_own_language
from monitoring.pages._rating import rating_badge
from monitoring.pages._stand import stand_text
from monitoring.pages._target_chart import has_numbers, target_chart
from monitoring.pages._totals_chart import emissions_chart
from monitoring.texts.words import Words

EMBEDDING = "/auftritt/einbetten"
"""The page of the office with the texts to copy."""


@dataclass(frozen=True)
class Embed:
    """Something to embed: its tail, its content, the page it is from, and how high it is about, in pixels."""

    name: str
    tail: str
    layout: Callable[[Overview, Words, Address], list[Any]]
    page: str
    height: int


def embedded_body(embed: Embed, overview: Overview, words: Words, address: Address) -> html.Div:
    """The whole content of the frame.

    Raises:
        NotFound: there is nothing to show.
    """
    content = embed.layout(overview, words, address)
    body = embedded(content, _source(embed, overview, words, address), words, colours_of(address))
    return with_own_language(body, overview, words)


def colours_of(address: Address) -> str | None:
    """The colours asked for. Raises NotFound for any that there are none of."""
    colours = address.query.get(COLOURS)
    if colours not in (None, LIGHT):
        raise NotFound()
    return colours


def title_of(embed: Embed, overview: Overview, words: Words) -> str:
    """What a frame is called, for those who do not see it."""
    return words(f"embed.{embed.name}_title", municipality=overview.municipality.name)


def _source(embed: Embed, overview: Overview, words: Words, address: Address) -> list[Any]:
    page = replace(address, is_embedded=False).to(embed.page)
    link = html.A(words(f"embed.{embed.name}_more"), href=page)
    sample = f" · {words('component.frame.sample')}" if overview.municipality.is_sample else ""
    named = words("embed.source", municipality=overview.municipality.name, stand=stand_text(overview, words))
    return [html.P([f"{named}{sample} · ", link])]


def _path(overview: Overview, words: Words, address: Address) -> list[Any]:
    main = overview.main_target
    if main is not None and has_numbers(main):
        chart = target_chart(main, overview, words, address, name="path")
        rating = html.P(rating_badge(main.progress, words))
    else:
        chart, rating = emissions_chart(overview, words, address, name="path"), None
    if chart is None:
        raise NotFound()
    return [html.H1(words("embed.path_title", municipality=overview.municipality.name)), rating, chart]


def _measures(overview: Overview, words: Words, address: Address) -> list[Any]:
    if not overview.measures:
        raise NotFound()
    filters = Filters.of(address.query)
    new = filters.news(overview)
    found = [view for view in overview.measures if filters.admits(view, new)]
    return [
        html.H1(words("embed.measures_title", municipality=overview.municipality.name)),
        filter_form(filters, overview, words, address),
        html.P(words.plural("page.measures.found", len(found)), role="status"),
        *measure_list(found, new or {}, overview, words, address),
    ]


EMBEDS = (
    Embed("path", "/zielpfad", _path, page="", height=820),
    Embed("measures", "/massnahmen", _measures, page="/massnahmen", height=1200),
)
