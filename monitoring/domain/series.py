"""The series: yearly values of one quantity, with the years in which the method changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise
from math import isnan
from typing import NamedTuple, Self

from pydantic import BaseModel, ConfigDict, field_validator

from monitoring.domain.record import Quantity, Year


class Point(NamedTuple):
    """The value of one year, in the base unit (t CO2e, MWh, each per inhabitant, or the indicator's own)."""

    year: Year
    value: Quantity


class Series(BaseModel):
    """Yearly values in the order of the years; a year without a value is simply not there.

    A year in `breaks` is the first one of a new method: from it on, nothing compares with earlier years.
    Of the years in `withheld` there is a value that is confidential to this reader.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    points: tuple[Point, ...] = ()
    breaks: frozenset[int] = frozenset()
    withheld: frozenset[int] = frozenset()

    @field_validator("points")
    @classmethod
    def _each_year_once(cls, points: tuple[Point, ...]) -> tuple[Point, ...]:
        years = [point.year for point in points]
        if any(later <= earlier for earlier, later in pairwise(years)):
            raise ValueError("years_not_ascending")
        return points

    @classmethod
    def of(
        cls, values: Mapping[int, float | None], breaks: Iterable[int] = (), withheld: Iterable[int] = ()
    ) -> Self:
        """A series from year → value; a missing value (None, NaN) is left out, never zero.

        >>> Series.of({2020: 90.0, 2019: None, 2018: 100.0}).years
        (2018, 2020)
        """
        present = {year: value for year, value in values.items() if value is not None and not isnan(value)}
        points = tuple(Point(year, float(value)) for year, value in sorted(present.items()))
        return cls(points=points, breaks=frozenset(breaks), withheld=frozenset(withheld))

    @property
    def years(self) -> tuple[int, ...]:
        """The years that have a value."""
        return tuple(point.year for point in self.points)

    @property
    def latest(self) -> Point | None:
        """The newest value."""
        return self.points[-1] if self.points else None

    def value(self, year: int) -> float | None:
        """The value of a year, None where there is none."""
        return next((point.value for point in self.points if point.year == year), None)

    def comparable(self) -> tuple[Point, ...]:
        """The points since the last change of method, which alone may carry a trend.

        >>> Series.of({2018: 100.0, 2019: 95.0, 2020: 110.0, 2021: 108.0}, breaks=[2020]).comparable()
        (Point(year=2020, value=110.0), Point(year=2021, value=108.0))
        """
        if self.latest is None:
            return ()
        start = max(self.breaks_between(0, self.latest.year), default=0)
        return tuple(point for point in self.points if point.year >= start)

    def breaks_between(self, earlier: int, later: int) -> tuple[int, ...]:
        """The changes of method after the earlier year, up to and with the later one."""
        return tuple(sorted(year for year in self.breaks if earlier < year <= later))

    def interpolated(self) -> tuple[tuple[Point, bool], ...]:
        """Every year from the first to the last value, each with whether it was interpolated.

        Lines are drawn between neighbouring values only, and never across a change of method.

        >>> for point, estimated in Series.of({2018: 100.0, 2020: 90.0}).interpolated():
        ...     print(point.year, point.value, estimated)
        2018 100.0 False
        2019 95.0 True
        2020 90.0 False
        """
        filled: list[tuple[Point, bool]] = []
        for point in self.points:
            if filled and not self.breaks_between(filled[-1][0].year, point.year):
                filled += [(between, True) for between in _between(filled[-1][0], point)]
            filled.append((point, False))
        return tuple(filled)


def straight_line(start: Point, end: Point, year: int) -> float:
    """The value of a year on the straight line through two points.

    >>> straight_line(Point(2020, 100.0), Point(2030, 50.0), 2025)
    75.0
    """
    return start.value + (end.value - start.value) * (year - start.year) / (end.year - start.year)


def _between(start: Point, end: Point) -> list[Point]:
    return [Point(year, straight_line(start, end, year)) for year in range(start.year + 1, end.year)]
