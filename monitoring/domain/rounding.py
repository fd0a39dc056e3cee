"""Rounding to 12 significant digits, so that 100 · (1 − 0.9) and 10 are the same quantity."""

from __future__ import annotations

from collections.abc import Iterable

SIGNIFICANT_DIGITS = 12


def significant(value: float) -> float:
    """The value to 12 significant digits, as quantities are stored and compared.

    >>> 100 * (1 - 0.9) == 10
    False
    >>> significant(100 * (1 - 0.9)) == 10
    True
    """
    return float(f"{value:.{SIGNIFICANT_DIGITS}g}")


def all_significant(values: Iterable[float]) -> list[float]:
    """`significant` of many values, in two thirds of the time.

    >>> all_significant([100 * (1 - 0.9), 1e15 / 3])
    [10.0, 333333333333000.0]
    """
    return [float(f"{value:.{SIGNIFICANT_DIGITS}g}") for value in values]
