"""Rules asked of bare values say what they say of a record."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from monitoring.domain.balance import CellState, EmissionEntry, Sector
from monitoring.domain.effect import Effect
from monitoring.domain.kinds import KINDS
from monitoring.domain.measure import Measure
from monitoring.domain.record import Record
from monitoring.domain.record_rules import RecordRules
from monitoring.domain.target import TargetNode, TargetQuantity

ENTRY = {"year": 2020, "sector": Sector.HH}
MEASURE = {"id": "M1", "programme": "Konzept", "title": "Solar"}
TARGET = {"name": "Ziel", "quantity": TargetQuantity.EMISSIONS, "year": 2030}


@pytest.mark.parametrize(
    ("record_type", "values"),
    [
        (EmissionEntry, ENTRY),
        (EmissionEntry, {**ENTRY, "energy_mwh": 1.0}),
        (EmissionEntry, {**ENTRY, "state": CellState.NOT_ESTIMATED}),
        (Measure, {**MEASURE, "start": date(2025, 1, 1), "end": date(2024, 1, 1)}),
        (Measure, {**MEASURE, "start": date(2024, 1, 1), "end": date(2025, 1, 1)}),
        (Effect, {"measure": "M1"}),
        (TargetNode, TARGET),
        (TargetNode, {**TARGET, "value": 1.0}),
        (TargetNode, {**TARGET, "value": -1.0}),
        (TargetNode, {**TARGET, "value": 1.0, "base_year": 2031}),
    ],
)
def test_rules_hold_where_the_record_can_be_made(record_type: type[Record], values: dict[str, Any]) -> None:
    assert RecordRules(record_type).broken([values]) == (set() if _can_be_made(record_type, values) else {0})
    assert RecordRules(record_type).broken([values], but={0}) == set()


def _can_be_made(record_type: type[Record], values: dict[str, Any]) -> bool:
    try:
        record_type(**values)
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize("record_type", KINDS.values(), ids=lambda each: each.KIND)
def test_all_rules_are_asked_of_finished_records(record_type: type[Record]) -> None:
    """One that saw the raw values would not be asked of bare ones in the same way."""
    rules = record_type.__pydantic_decorators__.model_validators.values()
    assert {each.info.mode for each in rules} <= {"after"}
    assert not record_type.__pydantic_decorators__.field_validators
