"""The row of a target: what it must say, what it is worth, when value and percentage disagree."""

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from monitoring.domain.balance import Sector
from monitoring.domain.target import (
    UNITS,
    PathForm,
    TargetNode,
    TargetQuantity,
    is_residual_assumed,
    node_value,
    percentage_disagrees,
)


def node(**fields: Any) -> TargetNode:
    default = {"name": "Klimaziel", "year": 2030, "quantity": TargetQuantity.EMISSIONS}
    return TargetNode.model_validate(default | fields)


def test_a_row_needs_only_name_year_quantity_and_what_to_reach() -> None:
    row = node(reduction=0.58)
    assert row.key == ("Klimaziel", 1, 2030)


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({}, "target_value_missing"),
        ({"value": 5.0, "quantity": TargetQuantity.INDICATOR}, "indicator_missing"),
        ({"value": 5.0, "base_value": -1.0}, "base_value_negative"),
        ({"value": -5.0}, "target_value_negative"),
        ({"value": 5.0, "base_year": 2030}, "target_year_not_after_base_year"),
        (
            {"value": 5.0, "valid_from": date(2024, 1, 1), "valid_until": date(2023, 1, 1)},
            "end_before_start",
        ),
        ({"value": 0.0, "form": PathForm.GEOMETRIC}, "geometric_path_to_zero"),
        ({"reduction": 1.0, "form": PathForm.GEOMETRIC}, "geometric_path_to_zero"),
        ({"is_neutrality": True, "form": PathForm.GEOMETRIC}, "geometric_path_to_zero"),
        ({"reduction": 58.0}, "less than or equal to 1"),
        ({"value": "5"}, "valid number"),
        ({"value": float("nan")}, "finite number"),
    ],
)
def test_an_impossible_row_is_refused(fields: dict[str, Any], code: str) -> None:
    with pytest.raises(ValidationError, match=code):
        node(**fields)


def test_a_target_may_hold_for_a_single_day() -> None:
    assert node(value=5.0, valid_from=date(2024, 1, 1), valid_until=date(2024, 1, 1)).valid_until


@pytest.mark.parametrize(
    ("fields", "base_value", "worth"),
    [
        ({"value": 42.0}, None, 42.0),
        ({"value": 42.0, "reduction": 0.5}, 100.0, 42.0),
        ({"reduction": 0.58}, 100.0, 42.0),
        ({"reduction": 0.9}, 100.0, 10.0),
        ({"reduction": 0.58}, None, None),
        ({"reduction": 0.0}, 100.0, 100.0),
        ({"is_neutrality": True}, None, 0.0),
        ({"is_neutrality": True, "value": 12.0}, 100.0, 12.0),
        ({"is_neutrality": True, "reduction": 0.95}, 100.0, 5.0),
        ({"is_neutrality": True, "reduction": 0.95}, None, None),
    ],
)
def test_the_absolute_value_wins_over_the_percentage(
    fields: dict[str, Any], base_value: float | None, worth: float | None
) -> None:
    assert node_value(node(**fields), base_value) == worth


@pytest.mark.parametrize(
    ("fields", "assumed"),
    [
        ({"is_neutrality": True}, True),
        ({"is_neutrality": True, "value": 0.0}, False),
        ({"is_neutrality": True, "reduction": 1.0}, False),
        ({"value": 0.0}, False),
    ],
)
def test_only_neutrality_without_a_number_is_an_assumption(fields: dict[str, Any], assumed: bool) -> None:
    assert is_residual_assumed(node(**fields)) is assumed


@pytest.mark.parametrize(
    ("fields", "base_value", "disagrees"),
    [
        ({"value": 42.0, "reduction": 0.58}, 100.0, False),
        ({"value": 42.0, "reduction": 0.57}, 100.0, False),
        ({"value": 42.0, "reduction": 0.5699}, 100.0, True),
        ({"value": 42.0, "reduction": 0.59}, 100.0, False),
        ({"value": 42.0, "reduction": 0.6, "base_value": 105.0}, 200.0, False),
        ({"value": 42.0, "reduction": 0.6}, None, False),
        ({"value": 42.0, "reduction": 0.6}, 0.0, False),
        ({"value": 42.0}, 100.0, False),
        ({"reduction": 0.6}, 100.0, False),
    ],
)
def test_value_and_percentage_may_differ_by_one_point(
    fields: dict[str, Any], base_value: float | None, disagrees: bool
) -> None:
    assert percentage_disagrees(node(**fields), base_value) is disagrees


def test_every_quantity_has_a_unit() -> None:
    assert set(UNITS) == set(TargetQuantity)


def test_land_use_and_indicators_may_be_negative() -> None:
    assert node(value=-5.0, base_value=-1.0, sector=Sector.LAND_USE).value == -5.0
    assert node(value=-5.0, quantity=TargetQuantity.INDICATOR, indicator="Saldo").value == -5.0
