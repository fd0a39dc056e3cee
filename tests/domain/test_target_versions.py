"""Targets put together from their rows: shared fields, newest versions, time of validity."""

from datetime import date
from typing import Any

import pytest

from monitoring.domain.balance import Area, Sector
from monitoring.domain.series import Point
from monitoring.domain.target import PathForm, TargetNode, TargetQuantity
from monitoring.domain.target_versions import disagreements, targets_from_nodes


def node(**fields: Any) -> TargetNode:
    default = {"name": "Klimaziel", "year": 2030, "quantity": TargetQuantity.EMISSIONS}
    return TargetNode.model_validate(default | fields)


def test_rows_of_one_name_make_one_target_in_the_order_of_the_years() -> None:
    [target] = targets_from_nodes(
        [node(year=2040, value=2.0), node(year=2030, value=6.0), node(year=2035, value=4.0)]
    )
    assert target.resolved(None) == (Point(2030, 6.0), Point(2035, 4.0), Point(2040, 2.0))
    assert target.final.year == 2040
    assert (target.area, target.form, target.sector) == (Area.TERRITORY, PathForm.LINEAR, None)


def test_what_one_row_says_counts_for_all() -> None:
    first = node(base_year=1990, form=PathForm.STEPS, reduction=0.5, decision_document="Vorlage 12/2019")
    [target] = targets_from_nodes([first, node(year=2040, reduction=0.8)])
    assert (target.base_year, target.form, target.decision_document) == (
        1990,
        PathForm.STEPS,
        "Vorlage 12/2019",
    )


def test_where_rows_contradict_each_other_the_final_one_counts() -> None:
    rows = [node(year=2030, base_year=1990, reduction=0.5), node(year=2040, base_year=2010, reduction=0.8)]
    assert disagreements(rows) == ("base_year",)
    assert targets_from_nodes(rows)[0].base_year == 2010


def test_years_whose_percentage_has_no_base_value_are_left_out() -> None:
    [target] = targets_from_nodes([node(year=2030, reduction=0.5), node(year=2040, value=10.0)])
    assert target.resolved(None) == (Point(2040, 10.0),)
    assert target.resolved(100.0) == (Point(2030, 50.0), Point(2040, 10.0))


def test_only_the_newest_version_counts_and_older_ones_stay_comparable() -> None:
    rows = [
        node(version=1, year=2050, reduction=0.95),
        node(version=2, year=2030, reduction=0.55),
        node(version=2, year=2045, is_neutrality=True),
        node(name="Verwaltung", area=Area.ADMINISTRATION, year=2035, is_neutrality=True),
    ]
    newest = targets_from_nodes(rows)
    assert [(target.name, target.version, target.final.year) for target in newest] == [
        ("Klimaziel", 2, 2045),
        ("Verwaltung", 1, 2035),
    ]
    assert [target.version for target in targets_from_nodes(rows, all_versions=True)] == [1, 2, 1]


def test_the_sum_of_all_sectors_is_the_total() -> None:
    assert targets_from_nodes([node(value=1.0, sector=Sector.SUM)])[0].sector is None
    assert targets_from_nodes([node(value=1.0, sector=Sector.VER)])[0].sector is Sector.VER


def test_an_assumed_residual_is_said_of_the_whole_target() -> None:
    rows = [node(year=2030, reduction=0.5), node(year=2045, is_neutrality=True)]
    assert targets_from_nodes(rows)[0].is_residual_assumed


def test_a_geometric_path_to_zero_is_found_across_rows() -> None:
    interim = node(year=2030, reduction=0.5, form=PathForm.GEOMETRIC)
    assert targets_from_nodes([interim, node(year=2045, is_neutrality=True)])[0].is_geometric_to_zero
    assert not targets_from_nodes([interim, node(year=2045, reduction=0.95)])[0].is_geometric_to_zero


def test_no_rows_no_targets() -> None:
    assert targets_from_nodes([]) == []


@pytest.mark.parametrize(
    ("valid_from", "valid_until", "in_force"),
    [
        (None, None, True),
        (date(2024, 1, 1), None, True),
        (date(2024, 1, 2), None, False),
        (None, date(2024, 1, 1), True),
        (None, date(2023, 12, 31), False),
    ],
)
def test_a_target_holds_from_and_until_its_days(
    valid_from: date | None, valid_until: date | None, in_force: bool
) -> None:
    [target] = targets_from_nodes([node(value=1.0, valid_from=valid_from, valid_until=valid_until)])
    assert target.is_in_force(date(2024, 1, 1)) is in_force
