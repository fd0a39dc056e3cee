"""The position: every number, and None for every one that is missing or undefined."""

from datetime import date
from typing import Any

import pytest

from monitoring.domain.indicator import Direction
from monitoring.domain.outlook import Weather
from monitoring.domain.position import Position, keeps, position
from monitoring.domain.rating_rules import RatingRules
from monitoring.domain.series import Series
from monitoring.domain.target import TargetNode, TargetQuantity
from monitoring.domain.target_versions import targets_from_nodes

WORKED = {2017: 100.0, 2018: 97.0, 2019: 95.0, 2020: 92.0, 2021: 90.0, 2022: 88.0}


def standing(row: dict[str, Any], values: dict[int, float]) -> Position:
    default = {"name": "Klimaziel", "year": 2030, "quantity": TargetQuantity.EMISSIONS}
    [target] = targets_from_nodes([TargetNode.model_validate(default | row)])
    return position(target, Series.of(values), date(2024, 1, 1), RatingRules())


def test_all_numbers_of_the_worked_case() -> None:
    found = standing({"base_year": 2017, "reduction": 0.3}, WORKED)
    assert (found.base_value, found.target_value, found.latest_value) == (100.0, 70.0, 88.0)
    assert (found.path_value, found.gap) == (88.4615384615, -0.4615384615)
    assert (found.share_of_target, found.share_of_time) == (0.4, pytest.approx(5 / 13))
    assert (found.required_per_year, found.achieved_per_year, found.tempo_factor) == (2.25, 2.4, 0.9375)
    assert (found.continued_value, found.miss, found.weather, found.points) == (68.8, 0.0, Weather.SUN, 6)


@pytest.mark.parametrize(
    ("row", "values", "missing"),
    [
        (
            {"base_year": 2017, "reduction": 0.3},
            {},
            {"latest_value", "path_value", "gap", "share_of_time", "trend"},
        ),
        (
            {"base_year": 2016, "reduction": 0.3},
            WORKED,
            {"base_value", "target_value", "path_value", "share_of_target"},
        ),
        (
            {"base_year": 2016, "value": 70.0},
            WORKED,
            {"path_value", "gap", "share_of_target", "tempo_factor"},
        ),
        (
            {"base_value": 100.0, "reduction": 0.3},
            WORKED,
            {"path_value", "gap", "share_of_time", "share_of_target"},
        ),
        ({"base_year": 2022, "value": 70.0}, WORKED, {"achieved_per_year", "tempo_factor"}),
        (
            {"base_year": 2023, "base_value": 80.0, "value": 70.0},
            WORKED,
            {"path_value", "share_of_time", "share_of_target"},
        ),
        ({"base_year": 2017, "value": 100.0}, WORKED, {"share_of_target", "miss"}),
        (
            {"base_year": 2017, "year": 2022, "value": 70.0},
            WORKED,
            {"required_per_year", "tempo_factor", "miss", "weather"},
        ),
        (
            {"base_year": 2017, "year": 2020, "value": 70.0},
            WORKED,
            {"required_per_year", "continued_value", "miss"},
        ),
        (
            {"base_year": 2017, "value": 70.0},
            {2017: 100.0, 2020: 80.0},
            {"trend", "mean_change", "continued_value", "miss"},
        ),
        ({"base_year": 2017, "value": 0.0, "base_value": 0.0}, WORKED, {"gap_share", "share_of_target"}),
    ],
)
def test_what_is_missing_is_none_and_never_zero(
    row: dict[str, Any], values: dict[int, float], missing: set[str]
) -> None:
    found = standing(row, values)
    assert {name for name in missing if getattr(found, name) is not None} == set()


def test_in_the_base_year_itself_nothing_is_reached_yet() -> None:
    found = standing({"base_year": 2022, "value": 70.0}, WORKED)
    assert (found.share_of_target, found.share_of_time, found.gap) == (0.0, 0.0, 0.0)


def test_after_the_target_year_the_gap_to_the_final_value_stays() -> None:
    found = standing({"base_year": 2017, "year": 2020, "value": 70.0}, WORKED)
    assert (found.path_value, found.gap) == (70.0, 18.0)
    assert found.share_of_time == pytest.approx(5 / 3)


def test_an_assumed_residual_is_said() -> None:
    found = standing({"base_year": 2017, "year": 2045, "is_neutrality": True}, WORKED)
    assert (found.target_value, found.is_residual_assumed) == (0.0, True)


@pytest.mark.parametrize(
    ("value", "limit", "direction", "kept"),
    [
        (10.0, 100 * (1 - 0.9), Direction.LESS, True),
        (10.1, 10.0, Direction.LESS, False),
        (10.1, 10.0, Direction.MORE, True),
        (9.9, 10.0, Direction.MORE, False),
        (None, 10.0, Direction.LESS, False),
        (10.0, None, Direction.MORE, False),
    ],
)
def test_a_limit_is_kept_on_the_right_side(
    value: float | None, limit: float | None, direction: Direction, kept: bool
) -> None:
    assert keeps(value, limit, direction) is kept
