"""The path between base year, interim years and target year."""

import pytest

from monitoring.domain.path import is_form_possible, path_points, path_value, required_path
from monitoring.domain.series import Point
from monitoring.domain.target import PathForm

CITY = (Point(2018, 3_644_011), Point(2027, 2_371_705), Point(2030, 1_586_900), Point(2035, 944_700))
HALVING = (Point(2000, 100.0), Point(2010, 50.0), Point(2020, 25.0))


@pytest.mark.parametrize(
    ("year", "value"),
    [
        (2017, None),
        (2018, 3_644_011),
        (2022, 3_078_542),
        (2027, 2_371_705),
        (2030, 1_586_900),
        (2032, 1_330_020),
        (2035, 944_700),
        (2050, 944_700),
    ],
)
def test_a_linear_path_runs_through_all_interim_years(year: int, value: float | None) -> None:
    found = path_value(CITY, PathForm.LINEAR, year)
    assert (found if found is None else round(found)) == value


@pytest.mark.parametrize(
    ("year", "value"),
    [(1999, None), (2000, 100.0), (2005, 70.7106781187), (2010, 50.0), (2015, 35.3553390593), (2021, 25.0)],
)
def test_a_geometric_path_falls_by_the_same_share_each_year(year: int, value: float | None) -> None:
    assert path_value(HALVING, PathForm.GEOMETRIC, year) == value


@pytest.mark.parametrize(
    ("year", "value"), [(1999, None), (2000, 100.0), (2009, 100.0), (2010, 50.0), (2019, 50.0), (2020, 25.0)]
)
def test_steps_hold_until_the_next_year_named(year: int, value: float | None) -> None:
    assert path_value(HALVING, PathForm.STEPS, year) == value


@pytest.mark.parametrize(
    "nodes", [(Point(1990, 100.0), Point(2045, 0.0)), (Point(1990, 0.0), Point(2045, 10.0))]
)
def test_a_geometric_path_to_or_from_zero_is_refused(nodes: tuple[Point, ...]) -> None:
    assert not is_form_possible(nodes, PathForm.GEOMETRIC)
    assert path_value(nodes, PathForm.GEOMETRIC, 2020) is None
    assert path_points(nodes, PathForm.GEOMETRIC) == ()
    assert path_value(nodes, PathForm.LINEAR, 2020) is not None


def test_without_nodes_there_is_no_path() -> None:
    assert path_value((), PathForm.LINEAR, 2020) is None
    assert path_points((), PathForm.LINEAR) == ()


def test_a_rising_path_is_a_path_as_well() -> None:
    assert path_value((Point(2020, 10.0), Point(2030, 60.0)), PathForm.LINEAR, 2024) == 30.0


def test_path_points_hold_every_year() -> None:
    points = path_points(CITY, PathForm.LINEAR)
    assert [point.year for point in points] == list(range(2018, 2036))
    assert set(CITY) <= set(points)


@pytest.mark.parametrize("latest_year", [2030, 2031])
def test_nothing_is_required_any_more_from_the_target_year_on(latest_year: int) -> None:
    assert required_path(Point(latest_year, 90.0), Point(2030, 50.0)) == ()
