"""The rating: each rule in a table of cases, with the numbers its reason rests on."""

from datetime import date
from typing import Any

import pytest

from monitoring.domain.indicator import Direction
from monitoring.domain.position import position
from monitoring.domain.rating import RATING_OF, Rating, Verdict, rate
from monitoring.domain.rating_rules import RatingRules
from monitoring.domain.reason import REASON_NUMBERS, UNCERTAINTY_NUMBERS, ReasonCode
from monitoring.domain.series import Series
from monitoring.domain.target import PathForm, TargetNode, TargetQuantity
from monitoring.domain.target_versions import targets_from_nodes

WORKED = {2017: 100.0, 2018: 97.0, 2019: 95.0, 2020: 92.0, 2021: 90.0, 2022: 88.0}
FLAT = dict.fromkeys(range(2018, 2023), 80.0)
RISING = {2018: 80.0, 2019: 82.0, 2020: 84.0, 2021: 86.0, 2022: 88.0}
TODAY = date(2024, 6, 30)
BASE = {"base_year": 2017, "base_value": 100.0}
RULES = RatingRules()


def verdict(row: dict[str, Any], values: dict[int, float], **more: Any) -> Verdict:
    default = {"name": "Klimaziel", "year": 2030, "quantity": TargetQuantity.EMISSIONS}
    [target] = targets_from_nodes([TargetNode.model_validate(default | row)])
    series = Series.of(values, more.pop("breaks", ()))
    rules = more.pop("rules", RULES)
    return rate(position(target, series, more.pop("today", TODAY), rules, **more), rules)


@pytest.mark.parametrize(
    ("row", "values", "rating", "code"),
    [
        (BASE | {"year": 2022, "value": 88.0}, WORKED, "achieved", "target_reached"),
        (BASE | {"year": 2020, "value": 88.0}, WORKED, "achieved", "target_reached"),
        (BASE | {"year": 2022, "value": 87.9}, WORKED, "missed", "target_not_reached"),
        ({"year": 2022, "value": 87.9}, {2022: 88.0}, "missed", "target_not_reached"),
        (
            BASE | {"year": 2020, "reduction": 0.1, "base_value": 100.0},
            {2020: 90.0},
            "achieved",
            "target_reached",
        ),
        (BASE | {"value": 70.0}, {}, "not_assessable", "no_balance"),
        ({"value": 70.0}, WORKED, "not_assessable", "base_year_missing"),
        ({"reduction": 0.3}, WORKED, "not_assessable", "base_year_missing"),
        ({"reduction": 0.3, "base_year": 1990}, WORKED, "not_assessable", "base_value_missing"),
        ({"value": 70.0, "base_year": 1990}, WORKED, "not_assessable", "base_value_missing"),
        (BASE | {"value": 70.0}, {2012: 90.0, 2015: 88.0}, "not_assessable", "balance_too_old"),
        (BASE | {"value": 70.0}, {2016: 90.0}, "not_assessable", "before_path"),
        (
            {"base_year": 2017, "base_value": 0.0, "value": 10.0, "form": PathForm.GEOMETRIC},
            WORKED,
            "not_assessable",
            "path_impossible",
        ),
        (BASE | {"value": 70.0}, {2022: 88.0}, "provisional", "few_balances"),
        (BASE | {"value": 70.0}, {2018: 97.0, 2020: 92.0, 2022: 60.0}, "provisional", "few_balances"),
        (BASE | {"value": 70.0}, FLAT, "opposite", "wrong_direction"),
        (BASE | {"value": 70.0}, RISING, "opposite", "wrong_direction"),
        (BASE | {"value": 90.0}, RISING, "on_track", "target_value_kept"),
        (BASE | {"value": 88.0}, WORKED, "on_track", "target_value_kept"),
        (BASE | {"value": 70.0}, WORKED, "on_track", "on_path"),
        (
            BASE | {"value": 70.0, "base_value": 120.0},
            FLAT | {2017: 81.0, 2022: 79.0},
            "slight_deviation",
            "on_path_but_trend_misses",
        ),
        (BASE | {"value": 65.0}, WORKED, "slight_deviation", "close_to_path"),
        (BASE | {"value": 60.0}, WORKED, "off_track", "behind_and_trend_misses"),
        (
            BASE | {"value": 20.0},
            {2018: 100.0, 2019: 95.0, 2020: 92.0, 2021: 90.0, 2022: 60.0},
            "on_track",
            "on_path",
        ),
        (
            BASE | {"value": 20.0},
            {2018: 150.0, 2019: 135.0, 2020: 120.0, 2021: 105.0, 2022: 90.0},
            "off_track",
            "far_from_path",
        ),
    ],
)
def test_the_first_rule_that_applies_decides(
    row: dict[str, Any], values: dict[int, float], rating: str, code: str
) -> None:
    found = verdict(row, values)
    assert (found.rating, found.reason.code) == (rating, code)
    names = REASON_NUMBERS[found.reason.code] + (UNCERTAINTY_NUMBERS if found.uncertain else ())
    assert tuple(found.reason.numbers) == names
    assert None not in found.reason.numbers.values()


@pytest.mark.parametrize(
    ("values", "rating"),
    [
        ({2017: 10.0, 2018: 14.0, 2019: 18.0, 2020: 22.0, 2021: 26.0, 2022: 30.0}, Rating.ON_TRACK),
        ({2018: 40.0, 2019: 36.0, 2020: 34.0, 2021: 32.0, 2022: 30.0}, Rating.OPPOSITE),
        ({2018: 10.0, 2019: 10.5, 2020: 11.0, 2021: 11.5, 2022: 12.0}, Rating.OFF_TRACK),
        ({2018: 70.0, 2019: 65.0, 2020: 63.0, 2021: 61.0, 2022: 60.0}, Rating.ON_TRACK),
        ({2018: 7.0, 2019: 12.0, 2020: 17.0, 2021: 22.0, 2022: 27.0}, Rating.SLIGHT_DEVIATION),
        ({2022: 30.0}, Rating.PROVISIONAL),
        ({2030: 60.0}, Rating.ACHIEVED),
        ({2030: 59.0}, Rating.MISSED),
    ],
)
def test_a_target_that_shall_rise_is_rated_by_its_sign(values: dict[int, float], rating: Rating) -> None:
    row = {"quantity": TargetQuantity.INDICATOR, "indicator": "PV kWp", "base_year": 2017, "base_value": 10.0}
    found = verdict(row | {"value": 60.0}, values)
    assert found.rating is rating


def test_an_indicator_says_which_way_is_better_where_the_numbers_do_not() -> None:
    row = {"quantity": TargetQuantity.INDICATOR, "indicator": "PV kWp", "value": 60.0}
    assert verdict(row, {2030: 70.0}, better=Direction.MORE).rating is Rating.ACHIEVED
    assert verdict(row, {2030: 70.0}, better=Direction.LESS).rating is Rating.MISSED


@pytest.mark.parametrize(
    ("today", "rhythm", "rating"),
    [
        (date(2030, 12, 31), None, Rating.ON_TRACK),
        (date(2031, 1, 1), None, Rating.NOT_ASSESSABLE),
        (date(2025, 12, 31), 1, Rating.ON_TRACK),
        (date(2027, 1, 1), 1, Rating.NOT_ASSESSABLE),
    ],
)
def test_a_balance_may_be_as_old_as_rhythm_plus_three_years(
    today: date, rhythm: int | None, rating: Rating
) -> None:
    found = verdict(BASE | {"value": 60.0, "year": 2040}, WORKED, today=today, balance_rhythm=rhythm)
    assert found.rating is rating


@pytest.mark.parametrize(
    ("row", "values", "code"),
    [
        # Continued to 68.8, a target of 64 is missed by exactly 20 %.
        (BASE | {"value": 64.0}, WORKED, ReasonCode.BEHIND_AND_TREND_MISSES),
        # The path is at 50: 55 lies exactly 10 % above it.
        (
            BASE | {"year": 2027, "value": 0.0},
            {2018: 95.0, 2019: 85.0, 2020: 75.0, 2021: 65.0, 2022: 55.0},
            ReasonCode.CLOSE_TO_PATH,
        ),
    ],
)
def test_the_limits_themselves(row: dict[str, Any], values: dict[int, float], code: ReasonCode) -> None:
    assert verdict(row, values).reason.code is code


def test_an_achieved_target_is_never_too_old() -> None:
    found = verdict(BASE | {"year": 2020, "value": 90.0}, {2020: 90.0}, today=date(2040, 1, 1))
    assert found.rating is Rating.ACHIEVED


def test_a_break_in_the_middle_makes_it_provisional_and_counts_only_later_balances() -> None:
    found = verdict(BASE | {"value": 70.0}, WORKED, breaks=[2020])
    assert (found.rating, found.uncertain) == (Rating.PROVISIONAL, False)
    assert found.reason.numbers["points"] == 3


@pytest.mark.parametrize(
    ("target_value", "uncertain"), [(70.0, True), (65.0, False), (71.0, True), (72.0, True), (73.0, False)]
)
def test_uncertain_where_the_interval_contains_the_required_change(
    target_value: float, uncertain: bool
) -> None:
    # The slope lies in −2.67 … −2.0; 70 needs −2.25 a year, 71 −2.125, 72 −2.0, 65 −2.875, 73 −1.875.
    assert verdict(BASE | {"value": target_value}, WORKED).uncertain is uncertain


def test_the_reason_names_the_numbers_themselves() -> None:
    assert verdict(BASE | {"value": 70.0}, WORKED).reason.numbers == {
        "latest_year": 2022,
        "latest_value": 88.0,
        "path_value": 88.4615384615,
        "gap": -0.4615384615,
        "gap_share": pytest.approx(-0.0052173913),
        "mean_change": -2.4,
        "mean_change_from_year": 2017,
        "continued_value": 68.8,
        "miss": 0.0,
        "miss_limit": 0.2,
        "target_year": 2030,
        "target_value": 70.0,
        "slope_low": pytest.approx(-2.6666666667),
        "slope_high": -2.0,
        "required_per_year": 2.25,
    }


def test_a_path_at_zero_has_no_gap_in_per_cent_and_is_off_track() -> None:
    row = {"base_year": 2017, "base_value": 0.0, "value": 0.0}
    found = verdict(row, {2018: 50.0, 2019: 40.0, 2020: 30.0, 2021: 20.0, 2022: 10.0})
    assert (found.rating, found.reason.numbers["gap_share"]) == (Rating.OFF_TRACK, None)


@pytest.mark.parametrize(
    ("rules", "rating"),
    [
        (RatingRules(version=2, miss_limit=0.1), Rating.OFF_TRACK),
        (RatingRules(version=2, miss_limit=0.35, gap_limit=0.2), Rating.SLIGHT_DEVIATION),
        (RatingRules(version=2, minimum_points=7), Rating.PROVISIONAL),
    ],
)
def test_thresholds_can_be_set_and_the_verdict_names_their_version(
    rules: RatingRules, rating: Rating
) -> None:
    found = verdict(BASE | {"value": 65.0}, WORKED, rules=rules)
    assert (found.rating, found.rules_version) == (rating, 2)


def test_absolute_values_of_several_years_carry_a_path_without_a_base_year() -> None:
    rows = [
        TargetNode(name="Pro Kopf", year=year, quantity=TargetQuantity.EMISSIONS_PER_CAPITA, value=value)
        for year, value in [(2020, 8.0), (2030, 6.0), (2040, 4.0), (2050, 2.0)]
    ]
    [target] = targets_from_nodes(rows)
    on_the_path = position(target, Series.of({2020: 8.5, 2022: 7.5}), TODAY, RULES)
    assert (on_the_path.path_value, rate(on_the_path, RULES).rating) == (7.6, Rating.PROVISIONAL)
    before = rate(position(target, Series.of({2018: 8.5}), TODAY, RULES), RULES)
    assert before.reason.code is ReasonCode.BEFORE_PATH


def test_every_reason_has_a_rating_and_its_numbers() -> None:
    assert set(RATING_OF) == set(REASON_NUMBERS) == set(ReasonCode)
    assert set(RATING_OF.values()) == set(Rating)
