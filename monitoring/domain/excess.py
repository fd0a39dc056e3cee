"""The cumulative excess: how much more than promised was emitted since the path began."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import BaseModel, ConfigDict

from monitoring.domain.path import path_value
from monitoring.domain.record import Quantity, Year
from monitoring.domain.rounding import significant
from monitoring.domain.series import Point, Series
from monitoring.domain.target import PathForm


class CumulativeExcess(BaseModel):
    """The sum of yearly gaps, with the years it covers and those interpolated or missing."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    value: Quantity
    from_year: Year
    until_year: Year
    interpolated_years: tuple[Year, ...]
    missing_years: tuple[Year, ...]


def cumulative_excess(series: Series, nodes: Sequence[Point], form: PathForm) -> CumulativeExcess | None:
    """Σ(A − S) over the years that have both a value and a path; None where there is none.

    Years between two balances are interpolated. Nothing is assumed before the first balance, nor between two
    balances with a change of method between them.

    >>> nodes = [Point(2018, 100.0), Point(2028, 0.0)]
    >>> excess = cumulative_excess(Series.of({2018: 100.0, 2020: 90.0}), nodes, PathForm.LINEAR)
    >>> excess.value, excess.interpolated_years
    (15.0, (2019,))
    """
    yearly = {}
    for point, estimated in series.interpolated():
        path = path_value(nodes, form, point.year)
        if path is not None:
            yearly[point.year] = (point.value - path, estimated)
    if not yearly:
        return None
    return CumulativeExcess(
        value=significant(sum(excess for excess, _ in yearly.values())),
        from_year=min(yearly),
        until_year=max(yearly),
        interpolated_years=tuple(year for year, (_, estimated) in yearly.items() if estimated),
        missing_years=tuple(year for year in range(nodes[0].year, max(yearly)) if year not in yearly),
    )
