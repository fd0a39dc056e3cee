"""What sectors contributed: comparable years only, nothing twice, and what is not split said to be so."""

from __future__ import annotations

import pytest

from monitoring.domain.balance import CellState, EmissionEntry, Sector
from monitoring.domain.sector_changes import SectorChanges, sector_changes
from monitoring.domain.totals import year_totals
from monitoring.texts.sector_changes import sector_changes_sentence
from monitoring.texts.words import words

HH, GHD, IND, WIRT, VER, SUM = (
    Sector.HH, Sector.GHD, Sector.IND, Sector.WIRT, Sector.VER, Sector.SUM,
)  # fmt: skip
Year = dict[Sector, float]


def changes(
    years: dict[int, Year], break_in: int | None = None, secret: tuple[Sector, ...] = ()
) -> SectorChanges | None:
    rows = [
        EmissionEntry(year=year, sector=sector, emissions_t=value, is_method_break=year == break_in)
        for year, values in years.items()
        for sector, value in values.items()
    ]
    last = max(years)
    rows += [EmissionEntry(year=last, sector=each, state=CellState.CONFIDENTIAL) for each in secret]
    return sector_changes(year_totals(rows))


def told(found: SectorChanges | None) -> dict[Sector, float]:
    assert found
    return {sector: found.change(sector) for sector in found.by_sector}


def test_only_years_of_one_method_are_compared() -> None:
    years = {2015: {HH: 60.0, VER: 50.0}, 2019: {HH: 55.0, VER: 40.0}, 2023: {HH: 50.0, VER: 42.0}}
    found = changes(years, break_in=2019)
    assert found
    assert (found.first_year, found.last_year, found.total) == (2019, 2023, -3.0)
    assert told(found) == {HH: -5.0, VER: 2.0}


def test_a_method_that_changed_last_leaves_nothing_to_compare() -> None:
    assert changes({2019: {HH: 55.0, VER: 40.0}, 2023: {HH: 50.0, VER: 42.0}}, break_in=2023) is None


def test_a_sector_that_only_one_year_splits_is_compared_as_a_whole() -> None:
    years = {2019: {HH: 50.0, WIRT: 100.0, VER: 30.0}, 2023: {HH: 45.0, GHD: 40.0, IND: 50.0, VER: 30.0}}
    found = changes(years)
    assert told(found) == {HH: -5.0, WIRT: -10.0, VER: 0.0}
    assert found
    assert found.rest == 0


def test_what_no_sector_stands_for_is_left_over() -> None:
    years = {2019: {HH: 50.0, VER: 30.0, SUM: 100.0}, 2023: {HH: 45.0, VER: 31.0, SUM: 90.0}}
    found = changes(years)
    assert found
    assert (found.total, found.rest, found.has_withheld) == (-10.0, -6.0, False)


def test_confidential_sectors_change_together() -> None:
    years = {
        2019: {HH: 50.0, VER: 30.0, GHD: 20.0, IND: 40.0, SUM: 140.0},
        2023: {HH: 45.0, VER: 31.0, SUM: 130.0},
    }
    found = changes(years, secret=(GHD, IND))
    assert told(found) == {HH: -5.0, VER: 1.0}
    assert found
    assert (found.rest, found.has_withheld) == (-6.0, True)


def test_one_sector_is_no_comparison() -> None:
    assert changes({2019: {HH: 50.0, SUM: 90.0}, 2023: {HH: 45.0, SUM: 80.0}}) is None


@pytest.mark.parametrize(
    ("last", "said"),
    [
        (
            {HH: 400.0, VER: 320.0},
            "Von 2019 bis 2023 sanken die Emissionen um 80 t. Am meisten sanken sie im Sektor „Private "
            "Haushalte“: um 100 t. Gestiegen sind sie hier: „Verkehr“ um 20 t.",
        ),
        (
            {HH: 510.0, VER: 320.0},
            "Von 2019 bis 2023 stiegen die Emissionen um 30 t. Gestiegen sind sie hier: „Private Haushalte“ "
            "um 10 t und „Verkehr“ um 20 t.",
        ),
    ],
)
def test_what_fell_and_what_rose_is_said(last: Year, said: str) -> None:
    found = changes({2019: {HH: 500.0, VER: 300.0}, 2023: last})
    assert found
    assert sector_changes_sentence(found, words("de")).replace("\u00a0", " ") == said
