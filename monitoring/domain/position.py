"""The position: every number that says where a municipality stands against one of its targets."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Any

from pydantic import BaseModel, ConfigDict

from monitoring.domain.baseline import Base, BaseSource, base_of, direction_of, promised_nodes
from monitoring.domain.gap import (
    achieved_per_year,
    gap,
    gap_share,
    required_per_year,
    share_of_target,
    share_of_time,
    tempo_factor,
)
from monitoring.domain.indicator import Direction
from monitoring.domain.outlook import (
    MeanChange,
    Weather,
    continued_value,
    mean_annual_change,
    miss,
    weather,
)
from monitoring.domain.path import path_value
from monitoring.domain.rating_rules import RatingRules
from monitoring.domain.record import Quantity, Year
from monitoring.domain.rounding import significant
from monitoring.domain.series import Point, Series
from monitoring.domain.target_versions import Target
from monitoring.domain.trend import Trend, trend


class Lacking(StrEnum):
    """What is missing where there is no value to hold against a target."""

    BALANCE = "balance"
    INHABITANTS = "inhabitants"
    INDICATOR_VALUE = "indicator_value"


class Position(BaseModel):
    """Where a municipality stands; None is missing or undefined. `points` are the comparable balances,
    `lacking` says what would give a value where there is none.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    direction: Direction
    today_year: int
    balance_rhythm: int
    base_year: Year | None
    base_value: Quantity | None
    base_source: BaseSource | None
    is_base_withheld: bool
    target_year: Year
    target_value: Quantity | None
    is_residual_assumed: bool
    path_from_year: Year | None
    points: int
    lacking: Lacking | None = None
    latest_year: Year | None = None
    latest_value: Quantity | None = None
    path_value: Quantity | None = None
    gap: Quantity | None = None
    gap_share: Quantity | None = None
    share_of_target: Quantity | None = None
    share_of_time: Quantity | None = None
    required_per_year: Quantity | None = None
    achieved_per_year: Quantity | None = None
    tempo_factor: Quantity | None = None
    trend: Trend | None = None
    mean_change: MeanChange | None = None
    continued_value: Quantity | None = None
    miss: Quantity | None = None
    weather: Weather | None = None

    @property
    def is_target_value_reached(self) -> bool:
        """Whether the latest value already keeps the target value; False where one of them is missing."""
        return keeps(self.latest_value, self.target_value, self.direction)


def keeps(value: float | None, limit: float | None, direction: Direction) -> bool:
    """Whether a value stays within a limit: not above it, or not below it where more is better.

    >>> keeps(90.0, 100.0, Direction.LESS), keeps(90.0, 100.0, Direction.MORE)
    (True, False)
    """
    if value is None or limit is None:
        return False
    ahead = significant(value) - significant(limit)
    return ahead >= 0 if direction is Direction.MORE else ahead <= 0


def position(
    target: Target,
    series: Series,
    today: date,
    rules: RatingRules,
    balance_rhythm: int | None = None,
    better: Direction = Direction.LESS,
    lacking: Lacking = Lacking.BALANCE,
) -> Position:
    """The position of a series against a target; `better` counts where base and target do not tell, `lacking`
    where the series has no value.
    """
    base = base_of(target, series)
    nodes = promised_nodes(target, base)
    known: dict[str, Any] = {
        "direction": direction_of(nodes, base, better),
        "today_year": today.year,
        "balance_rhythm": rules.balance_rhythm if balance_rhythm is None else balance_rhythm,
        "base_year": base.year,
        "base_value": base.value,
        "base_source": base.source,
        "is_base_withheld": base.value is None and base.year in series.withheld,
        "target_year": target.final.year,
        "target_value": nodes[-1].value if nodes else None,
        "is_residual_assumed": target.is_residual_assumed,
        "path_from_year": nodes[0].year if nodes else None,
        "points": len(series.comparable()),
        "lacking": lacking if series.latest is None else None,
    }
    if series.latest is not None:
        known |= {"latest_year": series.latest.year, "latest_value": series.latest.value}
        known |= _against_path(series.latest, path_value(nodes, target.form, series.latest.year))
        if nodes:
            known |= _pace(base, series.latest, nodes[-1])
            known |= _outlook(series, nodes[-1], known["direction"], rules)
    return Position(**known)


def _against_path(latest: Point, path: float | None) -> dict[str, Any]:
    if path is None:
        return {}
    return {
        "path_value": path,
        "gap": gap(latest.value, path),
        "gap_share": gap_share(latest.value, path),
    }


def _pace(base: Base, latest: Point, final: Point) -> dict[str, Any]:
    required = required_per_year(latest.value, final.value, latest.year, final.year)
    return {"required_per_year": required} | _since_base(base, latest, final, required)


def _since_base(base: Base, latest: Point, final: Point, required: float | None) -> dict[str, Any]:
    """What needs a base year; nothing of it is said about a balance before that year."""
    if base.year is None or latest.year < base.year:
        return {}
    found: dict[str, Any] = {"share_of_time": share_of_time(base.year, latest.year, final.year)}
    if base.value is None:
        return found
    achieved = achieved_per_year(base.value, latest.value, base.year, latest.year)
    return found | {
        "share_of_target": share_of_target(base.value, latest.value, final.value),
        "achieved_per_year": achieved,
        "tempo_factor": tempo_factor(required, achieved),
    }


def _outlook(series: Series, final: Point, direction: Direction, rules: RatingRules) -> dict[str, Any]:
    """Trend and continuation; no miss once the target value is kept, no continuation from its year on."""
    change = mean_annual_change(series, rules.minimum_points, rules.outlook_intervals)
    found: dict[str, Any] = {
        "trend": trend(series, rules.minimum_points, rules.maximum_points),
        "mean_change": change,
    }
    latest = series.latest
    if latest is None or change is None:
        return found
    continued = continued_value(latest.value, change.per_year, latest.year, final.year)
    if continued is None:
        return found
    reached = keeps(latest.value, final.value, direction)
    missed = None if reached else miss(latest.value, continued, final.value)
    symbol = Weather.SUN if missed is None else weather(missed, rules.sun_limit, rules.cloud_limit)
    return found | {"continued_value": continued, "miss": missed, "weather": symbol}
