"""The series: missing years stay missing, changes of method part what does not compare."""

from math import nan

import pytest
from pydantic import ValidationError

from monitoring.domain.series import Point, Series

BROKEN = Series.of({2010: 100.0, 2012: 96.0, 2014: 110.0, 2016: 106.0}, breaks=[2014, 2030])


def test_missing_values_are_left_out_and_never_zero() -> None:
    series = Series.of({2020: nan, 2019: None, 2018: 100.0, 2017: 0.0})
    assert series.points == (Point(2017, 0.0), Point(2018, 100.0))
    assert series.value(2019) is None


def test_years_must_ascend() -> None:
    with pytest.raises(ValidationError, match="years_not_ascending"):
        Series(points=(Point(2020, 1.0), Point(2020, 2.0)))


def test_an_empty_series_has_no_latest_value() -> None:
    assert Series().latest is None
    assert Series().comparable() == ()
    assert Series().interpolated() == ()


def test_comparable_points_begin_with_the_last_change_of_method() -> None:
    assert [point.year for point in BROKEN.comparable()] == [2014, 2016]


def test_a_change_of_method_in_a_year_without_a_value_parts_as_well() -> None:
    series = Series.of({2010: 100.0, 2014: 110.0}, breaks=[2012])
    assert [point.year for point in series.comparable()] == [2014]


def test_nothing_is_interpolated_across_a_change_of_method() -> None:
    estimated = [point.year for point, is_estimated in BROKEN.interpolated() if is_estimated]
    assert estimated == [2011, 2015]


@pytest.mark.parametrize(
    ("earlier", "later", "found"), [(2010, 2016, (2014,)), (2014, 2016, ()), (2010, 2014, (2014,))]
)
def test_a_change_of_method_lies_before_its_own_year(
    earlier: int, later: int, found: tuple[int, ...]
) -> None:
    assert BROKEN.breaks_between(earlier, later) == found
