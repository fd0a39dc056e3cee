"""From values to places in the drawing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Bands:
    """A scale of names: each has a band of equal width, from `start` over `length`."""

    names: Sequence[str]
    start: float
    length: float

    @property
    def step(self) -> float:
        """The width of one band."""
        return self.length / max(1, len(self.names))

    def place(self, value: Any) -> float:
        """The middle of a name's band; a number is a position: 0 is the first band's middle, as in plotly."""
        position = list(self.names).index(value) if isinstance(value, str) else float(value)
        return self.start + (position + 0.5) * self.step


@dataclass(frozen=True)
class Numbers:
    """A scale of numbers: `low` lies at `start`, `high` at `start + length` (negative length: upwards)."""

    low: float
    high: float
    start: float
    length: float

    def place(self, value: Any) -> float:
        """Where a number lies."""
        return self.start + self.length * (float(value) - self.low) / ((self.high - self.low) or 1.0)


@dataclass(frozen=True)
class Plot:
    """The drawing area with its scales; `size` is the height of letters, `name` begins every id."""

    name: str
    left: float
    top: float
    width: float
    height: float
    size: float
    x: Bands | Numbers
    y: Bands | Numbers

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.top + self.height
