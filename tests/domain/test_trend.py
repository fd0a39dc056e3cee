"""The trend: Theil–Sen with an exact interval, on comparable points only."""

from itertools import permutations

import pytest
from scipy.stats import theilslopes

from monitoring.domain.series import Series
from monitoring.domain.trend import interval_rank, orders_by_inversions, pairwise_slopes, trend

WORKED = {2017: 100.0, 2018: 97.0, 2019: 95.0, 2020: 92.0, 2021: 90.0, 2022: 88.0}
OUTLIER = {2011: 80.0, 2012: 79.0, 2015: 76.0, 2016: 120.0, 2018: 73.0, 2019: 72.0, 2020: 60.0, 2023: 68.0}


def test_one_exceptional_year_does_not_turn_the_trend() -> None:
    found = trend(Series.of(OUTLIER))
    assert found is not None
    assert found.slope == -1.0
    assert (found.slope_low, found.slope_high) == (-3.2, -1.0)
    assert found.value(2025) == pytest.approx(66.0)


@pytest.mark.parametrize("values", [WORKED, OUTLIER])
def test_slope_and_intercept_agree_with_scipy(values: dict[int, float]) -> None:
    expected = theilslopes(list(values.values()), list(values), 0.9, method="joint")
    found = trend(Series.of(values))
    assert found is not None
    assert found.slope == pytest.approx(expected.slope)
    assert found.intercept == pytest.approx(expected.intercept)


@pytest.mark.parametrize("points", [4, 5, 6, 7])
def test_the_interval_covers_at_least_ninety_per_cent_of_all_orders(points: int) -> None:
    rank = interval_rank(points)
    orders = list(permutations(range(points)))
    rising = [sum(a < b for i, a in enumerate(order) for b in order[i + 1 :]) for order in orders]
    pairs = points * (points - 1) // 2
    covered = sum(rank <= count <= pairs - rank for count in rising) / len(orders)
    narrower = sum(rank + 1 <= count <= pairs - rank - 1 for count in rising) / len(orders)
    assert covered >= 0.9 > narrower


def test_all_orders_are_counted() -> None:
    assert sum(orders_by_inversions(6)) == 720
    assert len(orders_by_inversions(6)) == 16


@pytest.mark.parametrize("years", [0, 1, 2, 3])
def test_fewer_than_four_points_have_no_trend(years: int) -> None:
    assert trend(Series.of(dict(list(WORKED.items())[:years]))) is None


def test_a_change_of_method_leaves_too_few_points() -> None:
    assert trend(Series.of(WORKED, breaks=[2020])) is None
    found = trend(Series.of(WORKED, breaks=[2019]))
    assert found is not None
    assert (found.from_year, found.points) == (2019, 4)


def test_only_the_last_ten_points_count() -> None:
    found = trend(Series.of({year: float(year) for year in range(2000, 2020)}))
    assert found is not None
    assert (found.from_year, found.until_year, found.points) == (2010, 2019, 10)


def test_real_years_count_where_some_are_missing() -> None:
    found = trend(Series.of({2000: 100.0, 2010: 90.0, 2012: 88.0, 2020: 80.0}))
    assert found is not None
    assert (found.slope, found.slope_low, found.slope_high) == (-1.0, -1.0, -1.0)


def test_a_flat_series_has_slope_zero() -> None:
    found = trend(Series.of(dict.fromkeys(range(2015, 2020), 50.0)))
    assert found is not None
    assert (found.slope, found.slope_low, found.slope_high) == (0.0, 0.0, 0.0)


def test_every_pair_gives_one_slope() -> None:
    slopes = pairwise_slopes(Series.of(WORKED).points)
    assert len(slopes) == 15
    assert slopes == sorted(slopes)
