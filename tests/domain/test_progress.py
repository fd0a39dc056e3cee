"""The progress: worked cases from the row of a target to the rated numbers and the lines of the chart."""

from datetime import date
from typing import Any

import pytest

from monitoring.domain.balance import Area, Sector
from monitoring.domain.baseline import BaseSource
from monitoring.domain.progress import Progress, progress
from monitoring.domain.rating import Rating
from monitoring.domain.series import Point, Series
from monitoring.domain.target import TargetNode, TargetQuantity
from monitoring.domain.target_versions import targets_from_nodes

SHOWN = {
    "name", "quantity", "unit", "area", "sector", "base_year", "base_value", "target_year", "target_value",
    "latest_year", "latest_value", "path_value", "gap", "gap_share", "share_of_target", "share_of_time",
    "required_per_year", "rating", "uncertain", "reason",
}  # fmt: skip
WORKED = {2017: 100.0, 2018: 97.0, 2019: 95.0, 2020: 92.0, 2021: 90.0, 2022: 88.0}


def towards(rows: list[dict[str, Any]], series: Series, **more: Any) -> Progress:
    default = {"name": "Klimaziel", "quantity": TargetQuantity.EMISSIONS}
    [target] = targets_from_nodes(TargetNode.model_validate(default | row) for row in rows)
    return progress(target, series, date(2024, 6, 30), **more)


def test_progress_has_what_the_command_line_shows() -> None:
    assert set(Progress.model_fields) >= SHOWN


def test_interim_years_of_a_city() -> None:
    rows = [
        {"year": 2027, "value": 2_371_705.0, "base_year": 2018, "base_value": 3_644_011.0},
        {"year": 2030, "value": 1_586_900.0},
        {"year": 2035, "value": 944_700.0},
    ]
    found = towards(rows, Series.of({2022: 3_100_000.0}))
    assert (found.target_year, found.target_value) == (2035, 944_700.0)
    assert found.path_value == pytest.approx(3_078_542, abs=0.5)
    assert found.gap == pytest.approx(21_458, abs=0.5)
    assert (found.rating, found.base_source) == (Rating.PROVISIONAL, BaseSource.TARGET)
    assert dict(found.promised_path)[2032] == 1_330_020.0
    assert found.required_path[0] == Point(2022, 3_100_000.0)
    assert found.required_path[-1] == Point(2035, 944_700.0)


def test_no_path_is_needed_to_a_value_that_is_kept_already() -> None:
    """A path from 40 up to 60 would tell a town to emit more."""
    row = {"year": 2030, "value": 60.0, "base_year": 2010}
    found = towards([row], Series.of({2010: 100.0, 2015: 70.0, 2018: 50.0, 2020: 40.0}))
    assert (found.is_target_value_reached, found.required_path) == (True, ())
    assert towards([row], Series.of({2010: 100.0, 2020: 61.0})).required_path[-1] == Point(2030, 60.0)


def test_a_per_capita_target_of_a_small_town_with_two_balances() -> None:
    row = {"year": 2030, "value": 6.0, "base_year": 2010, "quantity": TargetQuantity.EMISSIONS_PER_CAPITA}
    found = towards([row], Series.of({2010: 10.0, 2020: 9.0}))
    assert (found.unit, found.base_source, found.path_value, found.gap) == (
        "t/inhabitant",
        BaseSource.BALANCE,
        8.0,
        1.0,
    )
    assert (found.share_of_target, found.share_of_time) == (0.25, 0.5)
    assert (found.required_per_year, found.tempo_factor) == (0.3, 3.0)
    assert (found.rating, found.trend, found.continued_path) == (Rating.PROVISIONAL, None, ())
    assert found.reason.numbers["points"] == 2


def test_a_sector_target_on_energy_of_the_administration() -> None:
    row = {
        "year": 2030,
        "reduction": 0.2,
        "base_year": 2017,
        "sector": Sector.KE,
        "area": Area.ADMINISTRATION,
    }
    found = towards([row | {"quantity": TargetQuantity.ENERGY}], Series.of(WORKED))
    assert (found.unit, found.sector, found.area) == ("MWh", Sector.KE, Area.ADMINISTRATION)
    assert (found.target_value, found.rating) == (80.0, Rating.ON_TRACK)


def test_neutrality_without_a_residual_is_drawn_to_zero_and_said_to_be_assumed() -> None:
    found = towards([{"year": 2045, "is_neutrality": True, "base_year": 2017}], Series.of(WORKED))
    assert (found.target_value, found.is_residual_assumed) == (0.0, True)
    assert found.promised_path[-1] == Point(2045, 0.0)


def test_neutrality_with_a_residual_needs_no_assumption() -> None:
    found = towards(
        [{"year": 2045, "is_neutrality": True, "value": 5.0, "base_year": 2017}], Series.of(WORKED)
    )
    assert (found.target_value, found.is_residual_assumed) == (5.0, False)


def test_the_lines_of_the_chart() -> None:
    found = towards([{"year": 2030, "reduction": 0.3, "base_year": 2017}], Series.of(WORKED))
    assert found.nodes == (Point(2017, 100.0), Point(2030, 70.0))
    assert [point.year for point in found.promised_path] == list(range(2017, 2031))
    assert (found.required_path[0], found.required_path[-1]) == (Point(2022, 88.0), Point(2030, 70.0))
    assert (found.continued_path[0], found.continued_path[-1]) == (Point(2022, 88.0), Point(2030, 68.8))
    assert found.cumulative_excess is not None
    assert found.cumulative_excess.from_year == 2017


def test_a_year_without_a_balance_is_not_drawn_as_one() -> None:
    values = {year: value for year, value in WORKED.items() if year != 2020}
    found = towards([{"year": 2030, "reduction": 0.3, "base_year": 2017}], Series.of(values))
    assert found.points == 5
    assert found.cumulative_excess is not None
    assert found.cumulative_excess.interpolated_years == (2020,)


def test_a_change_of_method_since_the_base_year_is_said() -> None:
    series = Series.of(WORKED, breaks=[2016, 2019])
    found = towards([{"year": 2030, "reduction": 0.3, "base_year": 2017}], series)
    assert found.breaks_since_base == (2019,)
    assert (found.points, found.rating) == (4, Rating.ON_TRACK)


def test_without_any_balance_the_promised_path_still_stands() -> None:
    found = towards([{"year": 2030, "value": 70.0, "base_year": 2017, "base_value": 100.0}], Series())
    assert (found.rating, found.latest_value, found.required_path) == (Rating.NOT_ASSESSABLE, None, ())
    assert len(found.promised_path) == 14


def test_nothing_internal_of_the_target_is_told() -> None:
    row = {"year": 2030, "value": 70.0, "base_year": 2017, "note": "Frau Beispiel fragen"}
    assert "Beispiel" not in towards([row], Series.of(WORKED)).model_dump_json()


@pytest.mark.parametrize("reduction", [0.0, 0.3, 0.58, 0.95, 1.0])
@pytest.mark.parametrize(
    "years", [(), (2017,), (2010, 2022), (2017, 2018, 2019, 2020, 2035), tuple(range(1990, 2024))]
)
@pytest.mark.parametrize("value", [0.0, 50.0, 1e7])
def test_whatever_the_series_there_is_a_rating_with_a_reason(
    reduction: float, years: tuple[int, ...], value: float
) -> None:
    series = Series.of({year: value + year % 3 for year in years}, breaks=[2012])
    for base in ({}, {"base_year": 2000}, {"base_year": 2017, "base_value": value}):
        found = towards([{"year": 2030, "reduction": reduction} | base], series)
        assert found.rating in Rating
        assert found.reason.numbers
