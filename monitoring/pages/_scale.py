"""What the axis of a chart counts in: tonnes or thousands of them, megawatt hours or gigawatt hours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from monitoring.domain.series import Point
from monitoring.domain.target import TargetQuantity
from monitoring.texts.words import Words

THOUSANDS_FROM = 1_000_000
"""From so many tonnes on, an axis counts in thousands."""
GWH_FROM = 10_000


@dataclass(frozen=True)
class Scale:
    """What an axis counts in: values are divided by `divisor`."""

    unit: str
    divisor: float = 1.0

    def value(self, value: float) -> float:
        """A single value on the axis."""
        return value / self.divisor

    def points(self, points: Iterable[Point]) -> dict[int, float | None]:
        """Points as a series of the chart."""
        return {point.year: self.value(point.value) for point in points}

    def values(self, values: Mapping[int, float | None]) -> dict[int, float | None]:
        """Values by year as a series of the chart."""
        return {year: None if value is None else self.value(value) for year, value in values.items()}


def scale_of(quantity: TargetQuantity, largest: float, words: Words, unit: str | None = None) -> Scale:
    """The unit in which values of a quantity are best read."""
    if quantity is TargetQuantity.EMISSIONS:
        if largest >= THOUSANDS_FROM:
            return Scale(words("unit.thousand_t_co2e"), 1000)
        return Scale(words("unit.t_co2e"))
    if quantity is TargetQuantity.ENERGY:
        return Scale("GWh", 1000) if largest >= GWH_FROM else Scale("MWh")
    if quantity is TargetQuantity.INDICATOR:
        return Scale(unit or "")
    return Scale(words(f"unit.{quantity.value}"))
