"""The budget: how long an amount of emissions lasts, given by the municipality and never computed here."""

from __future__ import annotations

from monitoring.domain.rounding import significant


def budget_reach(rest: float, per_year: float) -> float | None:
    """For how many years the rest lasts at the latest emissions: rest ÷ A; None where nothing is emitted.

    >>> budget_reach(1_000_000.0, 250_000.0), budget_reach(1_000_000.0, 0.0)
    (4.0, None)
    """
    return significant(rest / per_year) if per_year > 0 else None


def budget_zero_year(rest: float, latest_year: int, per_year: float) -> float | None:
    """The year in which a straight path must reach zero to keep the budget: y_n + 2 · rest ÷ A.

    >>> budget_zero_year(1_000_000.0, 2023, 250_000.0)
    2031.0
    """
    reach = budget_reach(rest, per_year)
    return None if reach is None else latest_year + 2 * reach
