"""The figures: the way in for those who want the data, to balance, targets and indicators."""

from __future__ import annotations

from typing import Any

from dash import html

from monitoring.components.address import OPEN_DATA, Address
from monitoring.domain.overview import Overview
from monitoring.pages._opening import opening
from monitoring.pages._page import MunicipalityPage
from monitoring.pages._rating import rating_badge
from monitoring.pages._registration import register_pages
from monitoring.pages._sources import balance_sources, beneath
from monitoring.pages._stand import latest_total
from monitoring.texts.target_sentences import target_sentence
from monitoring.texts.words import Words


def layout(overview: Overview, words: Words, address: Address) -> list[Any]:
    """What there is to look up, each with what it is and how new it is."""
    return [
        *opening("figures", overview, words, address),
        *_balance(overview, words, address),
        *_targets(overview, words, address),
        *_indicators(overview, words, address),
        *_open_data(overview, words, address),
        *_corrections(overview, words, address),
    ]


def _balance(overview: Overview, words: Words, address: Address) -> list[Any]:
    if not overview.has_balance:
        return []
    totals = overview.emissions or overview.energy or overview.administration
    newest = latest_total(totals)
    years = [each.year for each in totals]
    said = words("page.figures.balance_years", first=years[0], last=years[-1], n=len(years))
    return [
        _heading(words("nav.balance"), "/bilanz", address),
        html.P(words("page.figures.balance")),
        html.P(said),
        beneath(balance_sources(overview, newest, totals, words)) if newest else None,
    ]


def _targets(overview: Overview, words: Words, address: Address) -> list[Any]:
    if not overview.targets:
        return []
    lines = [
        html.Li(
            [
                html.P([html.Strong(view.progress.name), " ", rating_badge(view.progress, words)]),
                html.P(target_sentence(view.progress, words, view.unit)),
            ]
        )
        for view in overview.targets
    ]
    return [
        _heading(words("nav.targets"), "/ziele", address),
        html.P(words("page.figures.targets")),
        html.Ul(lines, className="lines"),
    ]


def _indicators(overview: Overview, words: Words, address: Address) -> list[Any]:
    if not overview.indicators:
        return []
    names = words.list(view.indicator.name for view in overview.indicators)
    return [
        _heading(words("nav.indicators"), "/indikatoren", address),
        html.P(words("page.figures.indicators")),
        html.P(f"{names}."),
    ]


def _open_data(overview: Overview, words: Words, address: Address) -> list[Any]:
    """The way to the files; in the office too it leads to the public page, as there is no other."""
    if not overview.open_data.is_on:
        return []
    public = address.in_office(False) if address.is_office else address
    return [_heading(words("nav.open_data"), OPEN_DATA, public), html.P(words("page.figures.open_data"))]


def _corrections(overview: Overview, words: Words, address: Address) -> list[Any]:
    """What was amended since; in public only."""
    if overview.stand.publication is None:
        return []
    return [
        _heading(words("amendment.heading"), "/berichtigungen", address),
        html.P(words.plural("page.figures.corrections", len(overview.corrections))),
    ]


def _heading(name: str, tail: str, address: Address) -> html.H2:
    return html.H2(html.A(name, href=address.to(tail)))


register_pages(__name__, MunicipalityPage("/zahlen", "page.figures.title", layout))
