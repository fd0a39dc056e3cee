"""The budget: how long it lasts."""

import pytest

from monitoring.domain.budget import budget_reach, budget_zero_year


@pytest.mark.parametrize(
    ("rest", "per_year", "years", "zero_year"),
    [
        (1_000_000.0, 250_000.0, 4.0, 2031.0),
        (0.0, 250_000.0, 0.0, 2023.0),
        (-500_000.0, 250_000.0, -2.0, 2019.0),
        (1_000_000.0, 0.0, None, None),
        (1_000_000.0, -5.0, None, None),
    ],
)
def test_a_budget_lasts_at_the_latest_emissions(
    rest: float, per_year: float, years: float | None, zero_year: float | None
) -> None:
    assert budget_reach(rest, per_year) == years
    assert budget_zero_year(rest, 2023, per_year) == zero_year
