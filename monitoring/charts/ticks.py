"""Where an axis carries marks: round numbers that cover the data."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil, floor, log10


def nice_ticks(values: Iterable[float | None], wanted: int = 5) -> list[float]:
    """Round, evenly spaced numbers from at most zero to at least the largest value; about `wanted` of them.

    >>> nice_ticks([263_000, None, 140_000])
    [0.0, 50000.0, 100000.0, 150000.0, 200000.0, 250000.0, 300000.0]
    >>> nice_ticks([])
    [0.0, 1.0]
    """
    known = [value for value in values if value is not None]
    low, high = min([0.0, *known]), max([0.0, *known])
    if low == high:
        return [0.0, 1.0]
    step = _round_step((high - low) / wanted)
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    return [round(count * step, 10) for count in range(first, last + 1)]


def _round_step(rough: float) -> float:
    magnitude = 10.0 ** floor(log10(rough))
    # Each limit is about half-way to the next round number: the count of marks stays near the wanted.
    limits = ((1.4, 1), (2.2, 2), (3.4, 2.5), (7.0, 5), (10.1, 10))
    return next(factor * magnitude for limit, factor in limits if rough / magnitude <= limit)


def decimals(ticks: list[float]) -> int:
    """How many decimal places the marks need so that no two read the same.

    >>> decimals([0.0, 2.5, 5.0]), decimals([0.0, 500.0])
    (1, 0)
    """
    step = ticks[1] - ticks[0] if len(ticks) > 1 else 1.0
    return next((places for places in range(6) if abs(round(step, places) - step) < 1e-9), 6)
