"""The lines beneath every figure: year, date and source, and which unit determined it when and how."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dash import html

from monitoring.domain.balance import Basis, EmissionEntry
from monitoring.domain.determination import Determination, of_indicator
from monitoring.domain.overview import Overview
from monitoring.domain.totals import YearTotal
from monitoring.domain.views import IndicatorView
from monitoring.pages._stand import data_date
from monitoring.texts.determination import balance_line, determination_line, earlier_years_line
from monitoring.texts.words import Words


def beneath(lines: Iterable[str]) -> html.Div:
    """Lines in small print; empty ones are left out."""
    return html.Div([html.P(each) for each in lines if each], className="source")


def balance_sources(
    overview: Overview, newest: YearTotal | None, totals: Iterable[YearTotal], words: Words
) -> list[str]:
    """Of figures of a balance: about the newest year, and which of the `totals` were made otherwise."""
    if newest is None:
        return [data_date(overview, words)]
    basis = _stated_basis(overview, newest)
    until = {each.year: each.determination for each in totals if each.year <= newest.year}
    return [balance_line(newest, basis, data_date(overview, words), words), earlier_years_line(until, words)]


def indicator_sources(view: IndicatorView | None, overview: Overview, words: Words) -> list[str]:
    """Of an indicator: of its newest value, and which of the earlier ones were determined otherwise."""
    if view is None:
        return [determined_source(Determination(), overview, words)]
    own, newest = view.indicator, view.values[-1] if view.values else None
    source = next((each.source for each in reversed(view.values) if each.source), own.source)
    by_year = {each.year: replace(of_indicator(own, each), on=None) for each in view.values}
    told = determined_source(of_indicator(own, newest), overview, words, source)
    return [told, earlier_years_line(by_year, words)]


def determined_source(
    known: Determination, overview: Overview, words: Words, source: str | None = None
) -> str:
    """Of any other figure: date of the data, source, unit, day and method."""
    told = [data_date(overview, words), *([words("note.source", source=source)] if source else [])]
    return determination_line(known, words, *told, lacking=[] if source else ["source"])


def _stated_basis(overview: Overview, total: YearTotal) -> Basis | None:
    """The convention of a balance year where somebody named it; else „BISKO“ is only what is assumed."""
    named = {
        each.basis
        for each in overview.of(EmissionEntry)
        if (each.area, each.year, each.edition) == (total.area, total.year, total.edition)
        and overview.origin(each, "basis") is not None
    }
    return next(iter(named)) if len(named) == 1 else None
