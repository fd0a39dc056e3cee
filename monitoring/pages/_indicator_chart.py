"""An indicator on a page: its values over the years, its target, and where the numbers come from."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dash import html

from monitoring.charts.indicator import IndicatorSeries, indicator_figure, indicator_table
from monitoring.components.address import Address
from monitoring.components.chart_with_table import chart_with_table
from monitoring.components.facts import facts
from monitoring.components.origin import record_origins
from monitoring.components.sentence import sentence
from monitoring.domain.overview import Overview
from monitoring.domain.views import IndicatorView
from monitoring.pages._sources import beneath, indicator_sources
from monitoring.texts.words import Words

DRAWN_FROM = 2
"""Fewer values are said in a sentence; a line needs two."""


def indicator_section(
    view: IndicatorView,
    overview: Overview,
    words: Words,
    address: Address,
    *,
    name: str,
    heading: Callable[..., Any],
) -> html.Section:
    """Name, message, chart and source; `name` is unique on the page."""
    own = view.indicator
    return html.Section(
        [
            heading(own.name, id=name),
            html.P(own.description) if own.description else None,
            *_chart(view, overview, words, address, name),
            facts(_facts(view, words)),
            record_origins([view.indicator, *view.values], overview, words, address),
        ]
    )


def _chart(view: IndicatorView, overview: Overview, words: Words, address: Address, name: str) -> list[Any]:
    message = _message(view, words)
    source = beneath(indicator_sources(view, overview, words))
    if len(view.values) < DRAWN_FROM:
        return [sentence(message), source]
    own = view.indicator
    targets: dict[int, float | None] = {own.target_year: own.target_value} if own.target_year else {}
    values: dict[int, float | None] = {each.year: each.value for each in view.values}
    series = IndicatorSeries(own.name, own.unit, values, targets if own.target_value is not None else {})
    return [
        chart_with_table(
            indicator_figure(series, words),
            indicator_table(series, words),
            message,
            name=f"{name}-figure",
            words=words,
            source=source,
            address=address,
        )
    ]


def _message(view: IndicatorView, words: Words) -> str:
    own = view.indicator
    if not view.values:
        return words("sentence.indicator.none", name=own.name)
    latest = view.values[-1]
    value = words.with_unit(latest.value, own.unit)
    if own.target_year is None or own.target_value is None:
        return words("sentence.indicator.latest", name=own.name, year=latest.year, value=value)
    target = words.with_unit(own.target_value, own.unit)
    return words(
        "sentence.indicator.with_target",
        name=own.name,
        year=latest.year,
        value=value,
        target_year=own.target_year,
        target=target,
    )


def _facts(view: IndicatorView, words: Words) -> list[tuple[str, Any]]:
    own = view.indicator
    base = words.with_unit(own.base_value, own.unit) if own.base_value is not None else None
    return [
        (words("page.indicators.kind"), words.label(own.indicator_kind) if own.indicator_kind else None),
        (words("page.indicators.direction"), words.label(own.direction)),
        (words("page.measures.field_of_action"), own.field_of_action),
        (words("page.indicators.base_of", year=own.base_year), base),
    ]
