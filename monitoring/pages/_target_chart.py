"""The chart of a target: the balances, the promised path, and the path now required."""

from __future__ import annotations

from dash import html

from monitoring.charts.emissions import Emissions, emissions_figure, emissions_table
from monitoring.components.address import Address
from monitoring.components.chart_with_table import chart_with_table
from monitoring.domain.balance import PARTS_OF, Area
from monitoring.domain.overview import Overview
from monitoring.domain.target import TargetQuantity
from monitoring.domain.totals import YearTotal
from monitoring.domain.views import TargetView
from monitoring.pages._balance_series import by_sector, differing, notes_on, together, withheld
from monitoring.pages._scale import Scale, scale_of
from monitoring.pages._sources import balance_sources, beneath, indicator_sources
from monitoring.texts.answers import where
from monitoring.texts.target_sentences import path_line
from monitoring.texts.words import Words


def target_chart(
    view: TargetView,
    overview: Overview,
    words: Words,
    address: Address,
    *,
    name: str,
    message: str | None = None,
) -> html.Figure:
    """The chart with its message, table and source; `name` is unique on the page."""
    emissions = target_emissions(view, overview, words)
    return chart_with_table(
        emissions_figure(emissions, words),
        emissions_table(emissions, words),
        message or where(view.progress, words, view.unit),
        name=name,
        words=words,
        source=target_source(view, overview, words),
        notes=notes_on(_totals(view, overview), view.target.quantity, words),
        address=address,
    )


def target_source(view: TargetView, overview: Overview, words: Words, *, has_path: bool = True) -> html.Div:
    """Where the values that a target is held against come from, and who decided on its path."""
    if view.target.quantity is TargetQuantity.INDICATOR:
        named = (each for each in overview.indicators if each.indicator.name == view.target.indicator)
        held = indicator_sources(next(named, None), overview, words)
    else:
        held = balance_sources(overview, balance_of(view, overview), _held(view, overview), words)
    return beneath([*held, path_line(view.progress, words) if has_path else ""])


def has_numbers(view: TargetView) -> bool:
    """Whether a chart would show anything."""
    return bool(view.series.points or view.progress.promised_path or view.progress.nodes)


def target_emissions(view: TargetView, overview: Overview, words: Words) -> Emissions:
    """What the chart shows, in the unit of the target; the sectors where it is about their sum."""
    progress, scale = view.progress, target_scale(view, overview, words)
    nodes = [node for node in progress.nodes if node.year != progress.base_year]
    return Emissions(
        totals=scale.points(view.series.points),
        unit=scale.unit,
        title=words("chart.target.title", name=progress.name),
        subject_name=_subject_name(view, words),
        by_sector=by_sector(_totals(view, overview), scale),
        differing=scale.values(differing(_totals(view, overview))),
        withheld=_withheld(view, overview),
        together=together(_totals(view, overview), scale),
        target_path=scale.points(progress.promised_path),
        required_path=scale.points(progress.required_path),
        target_points=scale.points(nodes),
        method_breaks=tuple(sorted(view.series.breaks)),
    )


def target_scale(view: TargetView, overview: Overview, words: Words) -> Scale:
    """The unit in which the values of a target are best read."""
    points = (*view.series.points, *view.progress.nodes)
    largest = max((point.value for point in points), default=0.0)
    return scale_of(view.progress.quantity, largest, words, view.unit)


def _withheld(view: TargetView, overview: Overview) -> dict[str, tuple[int, ...]]:
    """The confidential sectors of what a target is about; of a single sector its own years."""
    sector = view.target.sector
    if sector is None or view.target.area is not Area.TERRITORY:
        return withheld(_totals(view, overview))
    found = withheld(overview.energy if view.target.quantity.is_energy else overview.emissions)
    own = {sector, *PARTS_OF.get(sector, ())}
    return {code: years for code, years in found.items() if code in own}


def _subject_name(view: TargetView, words: Words) -> str:
    """What the bars of a target are where they are not everything: its sector, area or indicator."""
    if view.target.sector is not None:
        return words.label(view.target.sector)
    if view.target.area is Area.ADMINISTRATION:
        return words.label(view.target.area)
    return view.target.indicator or ""


def _totals(view: TargetView, overview: Overview) -> tuple[YearTotal, ...]:
    if view.target.sector is not None or view.target.area is not Area.TERRITORY:
        return ()
    return {
        TargetQuantity.EMISSIONS: overview.emissions,
        TargetQuantity.ENERGY: overview.energy,
    }.get(view.target.quantity, ())


def balance_of(view: TargetView, overview: Overview) -> YearTotal | None:
    """The balance year a target's latest value comes from; None for an indicator."""
    return next((each for each in _held(view, overview) if each.year == view.progress.latest_year), None)


def _held(view: TargetView, overview: Overview) -> tuple[YearTotal, ...]:
    """The balance years that a target is held against; none for an indicator."""
    if view.target.quantity is TargetQuantity.INDICATOR:
        return ()
    if view.target.area is Area.ADMINISTRATION:
        return overview.administration
    return overview.energy if view.target.quantity.is_energy else overview.emissions
