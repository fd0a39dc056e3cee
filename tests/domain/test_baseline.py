"""The baseline: where the base value comes from, and what follows where it is missing."""

from typing import Any

import pytest

from monitoring.domain.baseline import Base, BaseSource, base_of, direction_of, promised_nodes
from monitoring.domain.indicator import Direction
from monitoring.domain.series import Point, Series
from monitoring.domain.target import TargetNode, TargetQuantity
from monitoring.domain.target_versions import Target, targets_from_nodes

SERIES = Series.of({2010: 100.0, 2015: 90.0})
NO_BASE = Base(None, None, None)


def target(*rows: dict[str, Any]) -> Target:
    default = {"name": "Klimaziel", "quantity": TargetQuantity.EMISSIONS}
    return targets_from_nodes(TargetNode.model_validate(default | row) for row in rows)[0]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"base_year": 1990, "base_value": 140.0}, Base(1990, 140.0, BaseSource.TARGET)),
        ({"base_year": 2010, "base_value": 105.0}, Base(2010, 105.0, BaseSource.TARGET)),
        ({"base_year": 2010}, Base(2010, 100.0, BaseSource.BALANCE)),
        ({"base_year": 2012}, Base(2012, None, None)),
        ({"base_value": 140.0}, Base(None, 140.0, BaseSource.TARGET)),
        ({}, NO_BASE),
    ],
)
def test_the_decision_wins_and_the_balance_fills_in(fields: dict[str, Any], expected: Base) -> None:
    assert base_of(target({"year": 2030, "reduction": 0.5} | fields), SERIES) == expected


@pytest.mark.parametrize(
    ("rows", "base", "nodes"),
    [
        ([{"year": 2030, "reduction": 0.5}], Base(2010, 100.0, None), [(2010, 100.0), (2030, 50.0)]),
        ([{"year": 2030, "reduction": 0.5}], Base(None, 100.0, None), [(2030, 50.0)]),
        ([{"year": 2030, "reduction": 0.5}], NO_BASE, []),
        ([{"year": 2030, "value": 6.0}, {"year": 2040, "value": 4.0}], NO_BASE, [(2030, 6.0), (2040, 4.0)]),
        ([{"year": 2030, "value": 6.0}, {"year": 2040, "reduction": 0.9}], NO_BASE, []),
        ([{"year": 2030, "reduction": 0.5}, {"year": 2040, "value": 4.0}], NO_BASE, [(2040, 4.0)]),
        (
            [{"year": 2015, "value": 9.0}, {"year": 2040, "value": 4.0}],
            Base(2020, 8.0, None),
            [(2020, 8.0), (2040, 4.0)],
        ),
    ],
)
def test_the_path_needs_its_final_value(
    rows: list[dict[str, Any]], base: Base, nodes: list[tuple[int, float]]
) -> None:
    assert list(promised_nodes(target(*rows), base)) == nodes


@pytest.mark.parametrize(
    ("nodes", "base", "fallback", "direction"),
    [
        ((Point(2030, 50.0),), Base(2010, 100.0, None), Direction.MORE, Direction.LESS),
        ((Point(2030, 150.0),), Base(2010, 100.0, None), Direction.LESS, Direction.MORE),
        ((Point(2030, 100.0),), Base(2010, 100.0, None), Direction.LESS, Direction.LESS),
        ((Point(2030, 100.0),), Base(2010, 100.0, None), Direction.MORE, Direction.MORE),
        ((Point(2020, 8.0), Point(2030, 6.0)), NO_BASE, Direction.MORE, Direction.LESS),
        ((Point(2030, 6.0),), NO_BASE, Direction.MORE, Direction.MORE),
        ((), NO_BASE, Direction.LESS, Direction.LESS),
    ],
)
def test_the_sign_tells_the_direction_and_else_the_indicator(
    nodes: tuple[Point, ...], base: Base, fallback: Direction, direction: Direction
) -> None:
    assert direction_of(nodes, base, fallback) is direction
