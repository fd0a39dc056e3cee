"""Checks of balance values at their edges: what they must not say, and whom they blame."""

from __future__ import annotations

import pytest

from monitoring.domain.balance import Basis, Carrier, Sector
from tests.domain.checks.town import balance, doubts, energy, entry, people


def test_an_excess_in_one_year_alone_is_a_wrong_sum() -> None:
    rows = [*balance(2018, 400.0, 200.0, 300.0), entry(2018, Sector.KE, 31.0)]
    assert doubts(rows) == [("total_differs", "emissions_t!2018")]


@pytest.mark.parametrize(("total", "is_doubted"), [(904.0, False), (905.0, True), (896.0, False)])
def test_half_a_percent_is_tolerated(total: float, is_doubted: bool) -> None:
    found = doubts(balance(2018, 400.0, 200.0, 300.0, total=total))
    assert found == ([("total_differs", "emissions_t!2018")] if is_doubted else [])


def test_a_sector_that_says_where_it_is_included_is_not_doubted() -> None:
    rows = [row for year in (2018, 2020) for row in balance(year, 400.0, 200.0, 300.0)]
    rows += [entry(year, Sector.KE, 31.0, is_included_in=Sector.VER) for year in (2018, 2020)]
    assert doubts(rows) == []


def test_a_total_and_its_parts_meet_from_two_files() -> None:
    stored = [entry(2020, Sector.HH, 400.0), entry(2020, Sector.VER, 500.0)]
    assert doubts([entry(2020, Sector.SUM, 1000.0)], stored) == [("total_differs", "emissions_t!2020")]


def test_a_wrong_unit_in_every_year_is_said_once() -> None:
    rows = [energy(year, 9.0 + year / 10_000) for year in (2018, 2019, 2020)]
    assert doubts(rows, [people(year) for year in (2018, 2019, 2020)]) == [
        ("thousandfold", "energy_mwh!2018")
    ]


def test_inhabitants_are_doubted_where_they_are_what_is_new() -> None:
    assert doubts([people(2020, 100)], [energy(2020, 9000.0)]) == [
        ("unusual_per_inhabitant", "inhabitants!2020")
    ]


def test_inhabitants_a_thousand_times_too_many() -> None:
    found = doubts([people(2020, 1_012_000)], [people(2019, 1010), people(2018, 1005)])
    assert found == [("thousandfold", "inhabitants!2020")]


def test_the_way_back_is_no_second_jump() -> None:
    rows = [entry(year, t=value) for year, value in [(2018, 400.0), (2019, 900.0), (2020, 395.0)]]
    assert doubts(rows) == [("jump", "emissions_t!2019")]


@pytest.mark.parametrize(
    "new",
    [
        [entry(2020, t=900.0, is_method_break=True)],
        [entry(2021, t=900.0)],
        [entry(2020, t=900.0, basis=Basis.LOCAL_MIX)],
    ],
    ids=["break in method", "two years later", "another convention"],
)
def test_what_does_not_compare_is_no_jump(new) -> None:  # type: ignore[no-untyped-def]
    assert doubts(new, [entry(2019, t=400.0)]) == []


def test_a_sum_jumps_because_of_one_carrier_and_that_one_is_blamed() -> None:
    stored = [energy(2019, 400.0, Carrier.BIOMASS), energy(2019, 100.0, Carrier.LOCAL_HEAT)]
    new = [energy(2020, 401.0, Carrier.BIOMASS), energy(2020, 390.0, Carrier.LOCAL_HEAT, note="neu")]
    assert doubts(new, stored) == [("jump", "energy_mwh!2020")]


def test_a_local_mix_has_factors_of_its_own() -> None:
    row = energy(2020, 1000.0, Carrier.ELECTRICITY, emissions_t=100.0, basis=Basis.LOCAL_MIX)
    assert doubts([row]) == []


def test_the_federal_mix_is_that_of_the_year() -> None:
    assert doubts([energy(2017, 1000.0, Carrier.ELECTRICITY, emissions_t=554.0)]) == []
    found = doubts([energy(2021, 1000.0, Carrier.ELECTRICITY, emissions_t=554.0)])
    assert found == [("implied_factor", "emissions_t!2021")]


def test_a_carrier_may_end_and_a_sector_may_not() -> None:
    stored = [energy(2018, 50.0, Carrier.HARD_COAL)]
    assert doubts([energy(2019, 0.0, Carrier.HARD_COAL)], stored) == []
    assert doubts([entry(2019, Sector.VER, 0.0)]) == [("placeholder_zero", "emissions_t!2019")]


def test_round_numbers_repeat_by_chance() -> None:
    assert doubts([energy(year, 7000.0) for year in (2018, 2019, 2020)]) == []


def test_two_editions_with_industry_and_trade_swapped() -> None:
    stored = [entry(2020, Sector.GHD, 200.0), entry(2020, Sector.IND, 410.0)]
    new = [entry(2020, Sector.GHD, 410.0, edition=2), entry(2020, Sector.IND, 200.0, edition=2)]
    assert doubts(new, stored) == [("swapped", "emissions_t!2020")]
