"""The cumulative excess: what it sums, what it interpolates and what it leaves out."""

from monitoring.domain.excess import cumulative_excess
from monitoring.domain.series import Point, Series
from monitoring.domain.target import PathForm

NODES = (Point(2018, 100.0), Point(2028, 0.0))


def test_years_between_two_balances_are_interpolated_and_marked() -> None:
    found = cumulative_excess(Series.of({2018: 100.0, 2019: 95.0, 2021: 85.0}), NODES, PathForm.LINEAR)
    assert found is not None
    assert found.value == 0.0 + 5.0 + 10.0 + 15.0
    assert (found.from_year, found.until_year) == (2018, 2021)
    assert (found.interpolated_years, found.missing_years) == ((2020,), ())


def test_being_better_than_the_path_counts_against_the_excess() -> None:
    found = cumulative_excess(Series.of({2019: 80.0, 2020: 85.0}), NODES, PathForm.LINEAR)
    assert found is not None
    assert found.value == -10.0 + 5.0
    assert found.missing_years == (2018,)


def test_balances_before_the_path_do_not_count() -> None:
    found = cumulative_excess(Series.of({2010: 300.0, 2018: 100.0}), NODES, PathForm.LINEAR)
    assert found is not None
    assert (found.value, found.from_year, found.interpolated_years) == (0.0, 2018, ())


def test_nothing_is_interpolated_across_a_change_of_method() -> None:
    series = Series.of({2018: 100.0, 2021: 85.0}, breaks=[2020])
    found = cumulative_excess(series, NODES, PathForm.LINEAR)
    assert found is not None
    assert (found.value, found.missing_years) == (15.0, (2019, 2020))


def test_without_a_common_year_there_is_no_excess() -> None:
    assert cumulative_excess(Series.of({2010: 1.0}), NODES, PathForm.LINEAR) is None
    assert cumulative_excess(Series(), NODES, PathForm.LINEAR) is None
    assert cumulative_excess(Series.of({2020: 1.0}), (), PathForm.LINEAR) is None
