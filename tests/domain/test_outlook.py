"""The outlook: the worked case of the German Sustainability Strategy's method, and its limits."""

import pytest

from monitoring.domain.outlook import Weather, continued_value, mean_annual_change, miss, weather
from monitoring.domain.series import Series

WORKED = {2017: 100.0, 2018: 97.0, 2019: 95.0, 2020: 92.0, 2021: 90.0, 2022: 88.0}


@pytest.mark.parametrize(
    ("target", "missed", "symbol"),
    [(70.0, 0.0, Weather.SUN), (65.0, 0.165, Weather.SLIGHTLY_CLOUDY), (60.0, 0.314, Weather.CLOUD)],
)
def test_the_worked_case(target: float, missed: float, symbol: Weather) -> None:
    change = mean_annual_change(Series.of(WORKED))
    assert change is not None
    assert change.per_year == -2.4
    continued = continued_value(88.0, change.per_year, 2022, 2030)
    assert continued == 68.8
    share = miss(88.0, continued, target)
    assert share == pytest.approx(missed, abs=0.0005)
    assert share is not None
    assert weather(share) is symbol


def test_only_the_last_five_intervals_count() -> None:
    change = mean_annual_change(Series.of({2010: 500.0} | WORKED))
    assert change is not None
    assert (change.per_year, change.from_year, change.until_year) == (-2.4, 2017, 2022)


def test_real_years_count_where_some_are_missing() -> None:
    change = mean_annual_change(Series.of({2005: 120.0, 2010: 110.0, 2012: 104.0, 2020: 90.0}))
    assert change is not None
    assert change.per_year == -2.0


@pytest.mark.parametrize("breaks", [(2020,), (2022,)])
def test_fewer_than_four_comparable_points_have_no_mean_change(breaks: tuple[int, ...]) -> None:
    assert mean_annual_change(Series.of(WORKED, breaks)) is None
    assert mean_annual_change(Series()) is None


@pytest.mark.parametrize("target_year", [2021, 2022])
def test_nothing_is_continued_backwards(target_year: int) -> None:
    assert continued_value(88.0, -2.4, 2022, target_year) is None


@pytest.mark.parametrize(
    ("latest", "continued", "target", "missed"),
    [
        (100.0, 100.0, 50.0, 1.0),
        (100.0, 120.0, 50.0, 1.4),
        (100.0, 40.0, 50.0, 0.0),
        (20.0, 40.0, 60.0, 0.5),
        (20.0, 70.0, 60.0, 0.0),
        (20.0, 10.0, 60.0, 1.25),
        (50.0, 40.0, 50.0, None),
    ],
)
def test_miss_of_falling_and_rising_targets(
    latest: float, continued: float, target: float, missed: float | None
) -> None:
    assert miss(latest, continued, target) == missed


@pytest.mark.parametrize(
    ("missed", "symbol"),
    [
        (0.0499, Weather.SUN),
        (0.05, Weather.SLIGHTLY_CLOUDY),
        (0.2, Weather.SLIGHTLY_CLOUDY),
        (0.2001, Weather.CLOUD),
        (1.0, Weather.CLOUD),
        (1.0001, Weather.THUNDERSTORM),
    ],
)
def test_limits_of_the_symbols(missed: float, symbol: Weather) -> None:
    assert weather(missed) is symbol
