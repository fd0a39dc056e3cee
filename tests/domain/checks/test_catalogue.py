"""Every check finds what it is for, at the cell it is about, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

import pytest

from monitoring.domain.balance import Carrier, Sector
from monitoring.domain.checks.catalogue import CHECKS, plausibility
from monitoring.domain.checks.doubt import Check
from monitoring.domain.finding import Severity, blocks_import
from monitoring.domain.measure import MeasureStatus
from monitoring.domain.record import Record
from monitoring.domain.target import PathForm
from tests.domain.checks.town import after, balance, doubts, energy, entry, measure, node, people


class Example(NamedTuple):
    """A file in which one thing is odd."""

    new: Sequence[Record]
    cell: str
    stored: Sequence[Record] = ()


def _with_fleet(year: int, fleet: float) -> list[Record]:
    return [*balance(year, 400.0, 200.0, 300.0), entry(year, Sector.KE, fleet)]


EXAMPLES = {
    "sector_beside_its_parent": Example(
        [*_with_fleet(2018, 31.0), *_with_fleet(2020, 33.0)], "emissions_t!2018"
    ),
    "total_differs": Example(balance(2020, 400.0, 200.0, 300.0, total=1000.0), "emissions_t!2020"),
    "thousandfold": Example([entry(2020, t=0.401)], "emissions_t!2020", [entry(2018, t=411.0)]),
    "swapped": Example(
        balance(2020, 210.0, 405.0, 300.0), "emissions_t!2020", balance(2018, 400.0, 200.0, 300.0)
    ),
    "negative_value": Example([entry(2020, t=-411.0)], "emissions_t!2020"),
    "placeholder_zero": Example([entry(2019, t=0.0)], "emissions_t!2019", [entry(2018, t=411.0)]),
    "jump": Example([entry(2020, t=700.0)], "emissions_t!2020", [entry(2019, t=400.0)]),
    "unusual_per_inhabitant": Example([energy(2020, 25_000.0)], "energy_mwh!2020", [people(2020)]),
    "implied_factor": Example(
        [energy(2020, 1000.0, Carrier.NATURAL_GAS, emissions_t=318.0)], "emissions_t!2020"
    ),
    "carried_forward": Example([energy(year, 396_615.0) for year in (2018, 2019, 2020)], "energy_mwh!2019"),
    "target_value_differs": Example(
        [node(base_year=2018, value=600.0, reduction=0.5)], "value!2030", balance(2018, 500.0, 200.0, 300.0)
    ),
    "base_value_differs": Example(
        [node(base_year=2018, base_value=1200.0)], "base_value!2030", balance(2018, 500.0, 200.0, 300.0)
    ),
    "target_rows_disagree": Example(
        [node(base_year=1990), node(2040, base_year=2010, value=100.0)], "base_year!2030"
    ),
    "geometric_path_to_zero": Example([node(form=PathForm.GEOMETRIC), node(2045, value=0.0)], "form!2030"),
    "completed_in_the_future": Example(
        [measure(status=MeasureStatus.COMPLETED, end=date(2030, 12, 31))], "end!M1"
    ),
    "savings_exceed_balance": Example(
        [measure(savings_t=2000.0)], "savings_t!M1", balance(2018, 500.0, 200.0, 300.0)
    ),
}


@pytest.mark.parametrize("check", CHECKS, ids=lambda each: each.code)
def test_finds_what_it_is_for_and_nothing_else_does(check: Check) -> None:
    example = EXAMPLES[check.code]
    assert set(doubts(example.new, example.stored)) == {(check.code, example.cell)}


@pytest.mark.parametrize("code", EXAMPLES)
def test_what_is_stored_already_is_not_reported_again(code: str) -> None:
    example = EXAMPLES[code]
    assert doubts(example.new, [*example.stored, *example.new]) == []


def test_no_check_blocks_and_none_stands_twice() -> None:
    assert {each.severity for each in CHECKS} <= {Severity.WARNING, Severity.NOTICE}
    assert len({each.code for each in CHECKS}) == len(CHECKS)
    example = EXAMPLES["total_differs"]
    assert not blocks_import(each.finding for each in plausibility(after(example.new)))


def test_every_check_says_what_it_doubts() -> None:
    assert all(each.find.__doc__ for each in CHECKS)


def test_a_plain_balance_is_left_alone() -> None:
    rows = [
        row for year in range(8) for row in balance(2015 + year, 400.0 - year, 201.0 + year, 300.0 - 2 * year)
    ]
    assert doubts([*rows, *(people(2015 + year, 100 + year) for year in range(8))]) == []
