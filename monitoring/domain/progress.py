"""The progress: where a municipality stands against one of its targets, rated, with lines to draw."""

from __future__ import annotations

from datetime import date
from typing import Any

from monitoring.domain.balance import Area, Sector
from monitoring.domain.baseline import base_of, promised_nodes
from monitoring.domain.excess import CumulativeExcess, cumulative_excess
from monitoring.domain.indicator import Direction
from monitoring.domain.path import path_points, required_path
from monitoring.domain.position import Lacking, Position, position
from monitoring.domain.rating import Rating, rate
from monitoring.domain.rating_rules import RatingRules
from monitoring.domain.reason import Reason
from monitoring.domain.record import Name, Text, Year
from monitoring.domain.series import Point, Series
from monitoring.domain.target import UNITS, PathForm, TargetQuantity
from monitoring.domain.target_versions import Target


class Progress(Position):
    """The position against one version of a target, with rating and reason, and the lines to draw.

    `nodes` are the base point and all target years; `promised_path` runs through them year by year,
    `required_path` from the latest balance straight to the final target, none where its value is kept: nobody
    has to rise to a limit. `continued_path` goes on by the mean change.
    `breaks_since_base` are changes of method between base year and latest balance: the comparison is limited.
    """

    name: Name
    version: int
    quantity: TargetQuantity
    unit: str | None
    area: Area
    sector: Sector | None
    indicator: Name | None
    form: PathForm
    decision_date: date | None
    decision_document: Text | None
    rating: Rating
    uncertain: bool
    reason: Reason
    rules_version: int
    nodes: tuple[Point, ...]
    promised_path: tuple[Point, ...]
    required_path: tuple[Point, ...]
    continued_path: tuple[Point, ...]
    cumulative_excess: CumulativeExcess | None
    breaks_since_base: tuple[Year, ...]


IDENTITY = (
    "name",
    "version",
    "quantity",
    "area",
    "sector",
    "indicator",
    "form",
    "decision_date",
    "decision_document",
)
"""What is told of the target itself: nothing internal."""

DEFAULT_RULES = RatingRules()


def progress(
    target: Target,
    series: Series,
    today: date,
    rules: RatingRules = DEFAULT_RULES,
    balance_rhythm: int | None = None,
    better: Direction = Direction.LESS,
    lacking: Lacking = Lacking.BALANCE,
) -> Progress:
    """The progress of a series, in the target's own quantity and unit, towards that target on a day.

    `balance_rhythm` is the municipality's, in years (else the default of the rules); `better` counts where
    base and target value do not tell which way is better, as for an indicator with a single target value.
    `lacking` is what a series without any value lacks.

    >>> from monitoring.domain.target import TargetNode
    >>> from monitoring.domain.target_versions import targets_from_nodes
    >>> row = TargetNode(name="A", year=2030, quantity=TargetQuantity.ENERGY, base_year=2017, reduction=0.3)
    >>> series = Series.of({2017: 100, 2018: 97, 2019: 95, 2020: 92, 2021: 90, 2022: 88})
    >>> found = progress(targets_from_nodes([row])[0], series, date(2024, 5, 1))
    >>> found.rating.value, found.target_value, found.path_value, found.continued_value, found.miss
    ('on_track', 70.0, 88.4615384615, 68.8, 0.0)
    """
    nodes = promised_nodes(target, base_of(target, series))
    standing = position(target, series, today, rules, balance_rhythm, better, lacking)
    known: dict[str, Any] = {name: getattr(target, name) for name in IDENTITY}
    known |= dict(standing) | dict(rate(standing, rules))
    known |= _lines(nodes, target.form, series, standing)
    return Progress(
        **known,
        unit=UNITS[target.quantity],
        cumulative_excess=cumulative_excess(series, nodes, target.form),
        breaks_since_base=_breaks_since_base(standing, series),
    )


def _lines(
    nodes: tuple[Point, ...], form: PathForm, series: Series, standing: Position
) -> dict[str, tuple[Point, ...]]:
    lines = {
        "nodes": nodes,
        "promised_path": path_points(nodes, form),
        "required_path": (),
        "continued_path": (),
    }
    if series.latest is not None and nodes:
        if not standing.is_target_value_reached:
            lines["required_path"] = required_path(series.latest, nodes[-1])
        if standing.continued_value is not None:
            continued = Point(nodes[-1].year, standing.continued_value)
            lines["continued_path"] = required_path(series.latest, continued)
    return lines


def _breaks_since_base(standing: Position, series: Series) -> tuple[int, ...]:
    if standing.base_year is None or standing.latest_year is None:
        return ()
    return series.breaks_between(standing.base_year, standing.latest_year)
