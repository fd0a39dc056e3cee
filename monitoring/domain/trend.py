"""The trend: how comparable balances have moved so far. A continuation, never a forecast."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from math import factorial
from statistics import median

from pydantic import BaseModel, ConfigDict

from monitoring.domain.record import Quantity, Year
from monitoring.domain.rounding import significant
from monitoring.domain.series import Point, Series

MINIMUM_POINTS = 4
MAXIMUM_POINTS = 10
CONFIDENCE = 0.9


class Trend(BaseModel):
    """A Theil–Sen line: change per year, its 90 % interval, and the years it was taken from."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    slope: Quantity
    slope_low: Quantity
    slope_high: Quantity
    intercept: Quantity
    from_year: Year
    until_year: Year
    points: int

    def value(self, year: int) -> float:
        """The height of the line in a year, to be drawn."""
        return significant(self.intercept + self.slope * year)


def trend(series: Series, minimum: int = MINIMUM_POINTS, maximum: int = MAXIMUM_POINTS) -> Trend | None:
    """The Theil–Sen trend of the last comparable points, on real years; None with fewer than the minimum.

    >>> found = trend(Series.of({2017: 100, 2018: 97, 2019: 95, 2020: 92, 2021: 90, 2022: 88}))
    >>> found.slope, found.slope_low, found.slope_high
    (-2.4, -2.66666666667, -2.0)
    >>> trend(Series.of({2015: 100, 2018: 97, 2022: 95})) is None
    True
    """
    comparable = series.comparable()
    if len(comparable) < max(minimum, 2):
        return None
    points = comparable[-maximum:]
    slopes = pairwise_slopes(points)
    slope = median(slopes)
    rank = interval_rank(len(points))
    return Trend(
        slope=significant(slope),
        slope_low=significant(slopes[rank - 1]),
        slope_high=significant(slopes[-rank]),
        intercept=median(point.value - slope * point.year for point in points),
        from_year=points[0].year,
        until_year=points[-1].year,
        points=len(points),
    )


def pairwise_slopes(points: Sequence[Point]) -> list[float]:
    """The yearly change between every two points, ascending."""
    pairs = combinations(points, 2)
    return sorted((later.value - point.value) / (later.year - point.year) for point, later in pairs)


def interval_rank(points: int, confidence: float = CONFIDENCE) -> int:
    """Which slope from either end bounds the interval of the Theil–Sen slope, counted from 1.

    Exact for few points (Sen 1968; Hollander and Wolfe, Nonparametric Statistical Methods, 9.3): the highest
    rank whose tail (share of all orders of n values with fewer inversions) is at most (1 − confidence) / 2.

    >>> [interval_rank(points) for points in (4, 6, 10)]
    [1, 3, 13]
    """
    allowed = (1 - confidence) / 2 * factorial(points)
    reached = rank = 0
    for orders in orders_by_inversions(points):
        reached += orders
        if reached > allowed:
            break
        rank += 1
    return max(rank, 1)


def orders_by_inversions(points: int) -> list[int]:
    """How many orders of n different values have 0, 1, 2 … inversions (Mahonian numbers).

    >>> orders_by_inversions(4)
    [1, 3, 5, 6, 5, 3, 1]
    """
    counts = [1]
    for size in range(2, points + 1):
        longest = len(counts) + size - 1
        counts = [
            sum(counts[max(0, inversions - size + 1) : inversions + 1]) for inversions in range(longest)
        ]
    return counts
