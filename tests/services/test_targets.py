"""Targets entered by hand: all years at once, as a correction or as a new version."""

from __future__ import annotations

from typing import Any

import pytest

from monitoring.domain.errors import Conflict, Invalid, NotFound
from monitoring.domain.target import TargetQuantity
from monitoring.services import targets
from monitoring.services.overview import overview
from monitoring.services.publishing import publish
from tests.services.stage import MEASURES, OWN, TARGETS, Stage, book


def _nodes(*values: tuple[int, float | None]) -> list[dict[str, Any]]:
    return [{"year": year, "value": value, "quantity": TargetQuantity.EMISSIONS} for year, value in values]


def _years(stage: Stage) -> list[tuple[int, float | None]]:
    return [(node.year, node.value) for node in overview(stage.visit(), OWN).targets[0].target.nodes]


@pytest.fixture
def begun(stage: Stage) -> Stage:
    targets.add_target(stage.visit(), OWN, "Ziel", _nodes((2030, 5.0), (2040, 1.0)))
    return stage


def test_a_target_is_added_once(begun: Stage) -> None:
    assert _years(begun) == [(2030, 5), (2040, 1)]
    with pytest.raises(Invalid, match="exists_already"):
        targets.add_target(begun.visit(), OWN, "Ziel", _nodes((2035, 3.0)))


def test_a_correction_replaces_and_a_new_version_stands_beside(begun: Stage) -> None:
    assert targets.change_target(begun.visit(), OWN, "Ziel", _nodes((2030, 4.0))) == 2
    assert _years(begun) == [(2030, 4)]
    targets.change_target(begun.visit(), OWN, "Ziel", _nodes((2030, 2.0)), is_new_version=True)
    assert _years(begun) == [(2030, 2)]
    assert [each.version for each in overview(begun.visit(), OWN).earlier_targets] == [1]


def test_nothing_differs_nothing_is_written(begun: Stage) -> None:
    assert targets.change_target(begun.visit(), OWN, "Ziel", _nodes((2030, 5.0), (2040, 1.0))) == 1


def test_faults_name_their_field_and_row(begun: Stage) -> None:
    with pytest.raises(Invalid) as refused:
        targets.change_target(
            begun.visit(), OWN, "Ziel", _nodes((2030, None), (1800, 1.0), (2040, 1.0), (2040, 2.0))
        )
    assert refused.value.details["fields"] == {
        ":0": "target_value_missing",
        "year:1": "number_too_small",
        "year:3": "year_twice",
    }
    with pytest.raises(Invalid):
        targets.add_target(begun.visit(), OWN, "Leer", [])


def test_a_conflict_is_about_the_same_target_only(begun: Stage) -> None:
    begun.take(book({"Maßnahmen": MEASURES}))
    assert targets.change_target(begun.visit(), OWN, "Ziel", _nodes((2030, 4.0)), based_on=1) == 3
    with pytest.raises(Conflict):
        targets.change_target(begun.visit(), OWN, "Ziel", _nodes((2030, 3.0)), based_on=1)
    with pytest.raises(NotFound):
        targets.change_target(begun.visit(), OWN, "Anderes", _nodes((2030, 3.0)))


def test_a_removed_year_leaves_the_public_with_the_target(begun: Stage) -> None:
    publish(begun.visit(), OWN)
    targets.change_target(begun.visit(), OWN, "Ziel", _nodes((2030, 5.0)))
    publish(begun.visit(), OWN, chosen=[("targets", ("Ziel", 1, 2030))])
    assert _years(begun) == [(2030, 5)]
    public = overview(begun.visit(slug="nachbarstadt"), OWN)
    assert [node.year for node in public.targets[0].target.nodes] == [2030]


def test_a_file_with_a_base_value_of_no_year_is_not_taken_over(stage: Stage) -> None:
    rows = [[*TARGETS[0]], ["Halbierung", "THG-Emissionen", None, 1000, 2030, 500]]
    found = stage.take(book({"Ziele": rows}))
    assert [(each.code, each.cell) for each in found.findings] == [("base_year_missing", "D2")]
    assert found.revision is None
