"""Totals: what may be added, what counts, and when a total is missing rather than too small."""

from __future__ import annotations

from typing import Any

import pytest

from monitoring.domain.balance import Area, Basis, Carrier, CellState, EmissionEntry, Sector
from monitoring.domain.series import Series
from monitoring.domain.totals import energy, per_capita, total_series, year_totals

HH, GHD, IND, WIRT, KE, VER, SUM = (Sector(code) for code in ("HH", "GHD", "IND", "WIRT", "KE", "VER", "SUM"))


def _row(year: int, sector: Sector, value: float | None = None, **more: Any) -> EmissionEntry:
    return EmissionEntry(year=year, sector=sector, emissions_t=value, **more)


def _totals(*rows: EmissionEntry, **more: Any) -> dict[int, float | None]:
    return {each.year: each.total for each in year_totals(rows, **more)}


def test_the_reported_total_counts_and_is_never_added() -> None:
    (year,) = year_totals([_row(2020, HH, 40), _row(2020, VER, 50), _row(2020, SUM, 100)])
    assert (year.total, year.reported, year.summed, year.differs) == (100, 100, 90, True)
    assert SUM not in year.by_sector


def test_the_sum_counts_where_the_municipality_decided_so() -> None:
    rows = [_row(2020, HH, 40, is_counted_total=True), _row(2020, VER, 50), _row(2020, SUM, 100)]
    assert _totals(*rows) == {2020: 90}


def test_a_difference_within_half_a_per_cent_is_tolerated() -> None:
    (year,) = year_totals([_row(2020, HH, 99.6), _row(2020, SUM, 100)])
    assert not year.differs


def test_a_parent_is_not_added_beside_its_parts() -> None:
    assert _totals(_row(2020, HH, 1), _row(2020, WIRT, 5), _row(2020, GHD, 2), _row(2020, IND, 3)) == {
        2020: 6
    }
    assert _totals(_row(2020, HH, 1), _row(2020, WIRT, 5), _row(2020, GHD, 2)) == {2020: 6}


def test_a_parent_in_one_year_and_its_parts_in_another_compare() -> None:
    rows = [_row(2018, HH, 1), _row(2018, WIRT, 5), _row(2020, HH, 1), _row(2020, GHD, 2), _row(2020, IND, 3)]
    assert _totals(*rows) == {2018: 6, 2020: 6}


@pytest.mark.parametrize("sector", [HH, VER])
def test_a_first_year_without_a_sector_of_every_balance_has_no_total(sector: Sector) -> None:
    """Else the town would seem to have emitted less then, and to have risen since."""
    rows = [
        _row(2010, IND, 3),
        _row(2015, IND, 3),
        _row(2015, sector, 5),
        _row(2020, IND, 2),
        _row(2020, sector, 4),
    ]
    assert _totals(*rows) == {2010: None, 2015: 8, 2020: 6}
    assert _totals(_row(2010, SUM, 9), *rows) == {2010: 9, 2015: 8, 2020: 6}


def test_a_sector_that_some_balances_give_by_itself_takes_no_total_from_the_others() -> None:
    rows = [_row(2010, HH, 3), _row(2010, GHD, 3), _row(2015, HH, 3), _row(2015, GHD, 2), _row(2015, KE, 1)]
    assert _totals(*rows) == {2010: 6, 2015: 6}


def test_a_sector_included_elsewhere_is_not_added_and_not_missed() -> None:
    rows = [_row(2018, GHD, 5), _row(2018, KE, 1), _row(2020, GHD, 6), _row(2020, KE, 1, is_included_in=GHD)]
    assert _totals(*rows) == {2018: 6, 2020: 6}


@pytest.mark.parametrize("state", [CellState.NOT_OCCURRING, CellState.INCLUDED_ELSEWHERE])
def test_a_sector_that_is_accounted_for_is_not_missed(state: CellState) -> None:
    rows = [_row(2018, HH, 5), _row(2018, IND, 1), _row(2020, HH, 6), _row(2020, IND, state=state)]
    assert _totals(*rows) == {2018: 6, 2020: 6}


@pytest.mark.parametrize("state", [CellState.NOT_ESTIMATED, CellState.CONFIDENTIAL])
def test_a_sector_that_nobody_knows_makes_the_total_missing(state: CellState) -> None:
    rows = [_row(2018, HH, 5), _row(2018, IND, 1), _row(2020, HH, 6), _row(2020, IND, state=state)]
    assert _totals(*rows) == {2018: 6, 2020: None}


def test_a_sector_missing_later_makes_the_total_missing_not_smaller() -> None:
    found = year_totals([_row(2016, HH, 5), _row(2016, VER, 4), _row(2017, HH, 5)])
    assert [(each.total, each.missing) for each in found] == [(9, ()), (None, (VER,))]
    assert total_series(found).years == (2016,)


def test_carriers_are_summed_unless_there_is_a_row_for_all() -> None:
    gas, power = (
        _row(2020, HH, value, carrier=each)
        for value, each in ((3, Carrier.NATURAL_GAS), (2, Carrier.ELECTRICITY))
    )
    assert _totals(gas, power) == {2020: 5}
    assert _totals(gas, power, _row(2020, HH, 6)) == {2020: 6}


@pytest.mark.parametrize("state", [CellState.NOT_ESTIMATED, CellState.CONFIDENTIAL])
def test_an_unknown_carrier_makes_the_sector_missing(state: CellState) -> None:
    rows = [
        _row(2020, HH, 3, carrier=Carrier.NATURAL_GAS),
        _row(2020, HH, carrier=Carrier.BIOMASS, state=state),
    ]
    assert year_totals(rows) == []


def test_a_carrier_with_energy_alone_makes_the_emissions_missing_not_smaller() -> None:
    rows = [
        _row(2020, HH, 3, carrier=Carrier.NATURAL_GAS, energy_mwh=10),
        _row(2020, HH, carrier=Carrier.HEATING_OIL, energy_mwh=5),
    ]
    assert year_totals(rows) == []
    assert _totals(*rows, value=energy) == {2020: 15}


def test_only_the_newest_edition_counts() -> None:
    rows = [
        _row(2020, HH, 5),
        _row(2020, VER, 4),
        _row(2020, HH, 6, edition=2),
        _row(2020, VER, 4, edition=2),
    ]
    assert _totals(*rows) == {2020: 10}


def test_conventions_are_not_added_to_each_other() -> None:
    others = [
        _row(2020, HH, 7, basis=basis)
        for basis in (Basis.AS_REPORTED, Basis.LOCAL_MIX, Basis.WEATHER_CORRECTED)
    ]
    assert _totals(_row(2020, HH, 5), *others) == {2020: 5}
    assert _totals(*others) == {2020: 7}


def test_the_administration_is_apart() -> None:
    rows = [_row(2020, HH, 5), _row(2020, KE, 1, area=Area.ADMINISTRATION)]
    assert (_totals(*rows), _totals(*rows, area=Area.ADMINISTRATION)) == ({2020: 5}, {2020: 1})


def test_sectors_outside_bisko_stay_outside_the_total() -> None:
    (year,) = year_totals([_row(2020, HH, 5), _row(2020, Sector.LAND_USE, -3)])
    assert (year.total, year.by_sector[Sector.LAND_USE]) == (5, -3)


def test_the_total_of_single_carriers_is_no_reported_total_beside_sectors() -> None:
    power = _row(2020, SUM, 2, carrier=Carrier.ELECTRICITY)
    assert _totals(_row(2020, HH, 5), power) == {2020: 5}
    assert _totals(power, _row(2020, SUM, 3, carrier=Carrier.NATURAL_GAS)) == {2020: 5}


def test_a_sector_series_knows_its_parts_and_breaks() -> None:
    found = year_totals([_row(2018, WIRT, 5), _row(2020, GHD, 2, is_method_break=True), _row(2020, IND, 3)])
    series = total_series(found, WIRT)
    assert ([point.value for point in series.points], series.breaks) == ([5, 5], {2020})


def test_a_year_without_inhabitants_is_missing_per_capita() -> None:
    assert per_capita(Series.of({2018: 10, 2020: 8}), {2020: 4}).points == ((2020, 2),)


def test_a_total_with_agriculture_does_not_differ_from_its_sectors() -> None:
    rows = [
        EmissionEntry(year=2020, sector=sector, emissions_t=value)
        for sector, value in [
            (Sector.HH, 40.0),
            (Sector.VER, 50.0),
            (Sector.AGRICULTURE, 10.0),
            (Sector.SUM, 100.0),
        ]
    ]
    (total,) = year_totals(rows)
    assert (total.summed, total.differs) == (90.0, False)
    (other,) = year_totals(
        [row.model_copy(update={"emissions_t": 110.0}) if row.sector is Sector.SUM else row for row in rows]
    )
    assert other.differs


SECRET = CellState.CONFIDENTIAL


def test_confidential_sectors_are_told_together_where_they_are_what_is_left_of_the_total() -> None:
    rows = [_row(2020, HH, 40), _row(2020, SUM, 100)]
    (year,) = year_totals([*rows, _row(2020, GHD, state=SECRET), _row(2020, IND, state=SECRET)])
    assert (year.total, year.withheld, year.together) == (100, (GHD, IND), 60)


def test_a_single_confidential_sector_is_never_what_is_left() -> None:
    (year,) = year_totals([_row(2020, HH, 40), _row(2020, IND, state=SECRET), _row(2020, SUM, 100)])
    assert (year.withheld, year.together) == ((IND,), None)
    told = [_row(2020, HH, 40), _row(2020, GHD, 20), _row(2020, SUM, 100)]
    (year,) = year_totals([*told, _row(2020, WIRT, state=SECRET), _row(2020, IND, state=SECRET)])
    assert (year.withheld, year.together) == ((IND,), None)


@pytest.mark.parametrize(
    "other",
    [
        _row(2020, Sector.AGRICULTURE, 5),
        _row(2020, VER, state=CellState.NOT_ESTIMATED),
    ],
)
def test_what_is_left_is_not_told_as_theirs_where_it_may_contain_more(other: EmissionEntry) -> None:
    before = [_row(2019, each, 40) for each in (HH, GHD, IND, VER)]
    rows = [_row(2020, HH, 40), _row(2020, GHD, state=SECRET), _row(2020, IND, state=SECRET)]
    totals = year_totals([*before, *rows, other, _row(2020, SUM, 100)])
    assert totals[-1].together is None


def test_without_a_reported_total_confidential_sectors_of_the_first_year_are_missing() -> None:
    rows = [_row(2020, HH, 40), _row(2020, IND, state=SECRET)]
    (year,) = year_totals(rows)
    assert (year.total, year.missing) == (None, (IND,))


def test_a_series_says_of_which_years_its_value_is_confidential() -> None:
    known = [_row(year, sector, 40) for year in (2020, 2021) for sector in (HH, SUM)]
    totals = year_totals(
        [*known, _row(2020, GHD, state=SECRET), _row(2020, IND, state=SECRET), _row(2021, IND, 9)]
    )
    assert total_series(totals, IND).withheld == {2020}
    assert total_series(totals, WIRT).withheld == {2020}
    assert total_series(totals, HH).withheld == total_series(totals).withheld == frozenset()
    assert per_capita(total_series(totals, IND), {2020: 10}).withheld == {2020}
