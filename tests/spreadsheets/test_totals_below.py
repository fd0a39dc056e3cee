"""Totals below rows of which each has labels of its own, and totals below groups."""

from __future__ import annotations

import pytest

from monitoring.spreadsheets.workbook import Sheet
from tests.spreadsheets.written_tables import (
    CARRIERS,
    SECTORS,
    YEARS,
    Known,
    Rows,
    Value,
    by_carrier,
    by_sector,
    energy,
    parts,
    read_tables,
    said,
    stored,
)


def _read(rows: Rows) -> Known:
    reading = read_tables([Sheet("Endenergie [MWh]", rows)])
    assert (said(reading), reading.questions) == ([], ())
    return stored(reading)


def _series(sector: str, carrier: str) -> tuple[Value, ...]:
    return tuple(energy(year, sector, carrier) for year in YEARS)


def _total(sector: str, carrier: str = "all") -> tuple[Value, ...]:
    known = by_sector() if carrier == "all" else by_carrier()
    return tuple(known[year, sector, carrier] for year in YEARS)


def _of(known: Known, *series: tuple[str, str]) -> Known:
    return {key: value for key, value in known.items() if key[1:] in series}


def _flat(sectors_totalled: bool) -> Rows:
    """The carrier in the first column, each row with labels of its own."""
    rows: Rows = [("Energieträger", "Sektor", *YEARS)]
    for sector, name in SECTORS.items():
        rows += [(label, name, *_series(sector, carrier)) for carrier, label in CARRIERS.items()]
        rows += [(None, f"Summe {name}", *_total(sector))] if sectors_totalled else []
    return rows


def test_a_total_below_rows_with_labels_of_their_own_is_no_part_of_the_last_one() -> None:
    rows = [*_flat(sectors_totalled=False), (None, "Summe", *_total("SUM"))]
    assert _read(rows) == pytest.approx({**parts(), **_of(by_sector(), ("SUM", "all"))})


def test_totals_of_sectors_and_of_all_are_of_no_carrier() -> None:
    rows = [*_flat(sectors_totalled=True), (None, "Summe", *_total("SUM"))]
    assert _read(rows) == pytest.approx({**parts(), **by_sector()})


def test_totals_of_each_carrier_below_all_rows_are_of_no_sector() -> None:
    rows: Rows = [("Sektor", "Energieträger", *YEARS)]
    for sector, name in SECTORS.items():
        rows += [
            (name if not at else None, label, *_series(sector, carrier))
            for at, (carrier, label) in enumerate(CARRIERS.items())
        ]
    rows += [(None, f"Summe {label}", *_total("SUM", carrier)) for carrier, label in CARRIERS.items()]
    rows.append((None, "Gesamt", *_total("SUM")))
    assert _read(rows) == pytest.approx({**parts(), **by_carrier()})


@pytest.mark.parametrize("of_all", ["Summe", "Gesamt"])
def test_a_second_total_below_that_of_the_last_group_is_that_of_all(of_all: str) -> None:
    rows: Rows = [("Energieträger", "Sektor", *YEARS)]
    for carrier, label in CARRIERS.items():
        rows += [
            (label if not at else None, name, *_series(sector, carrier))
            for at, (sector, name) in enumerate(SECTORS.items())
        ]
        rows.append((None, "Summe", *_total("SUM", carrier)))
    rows.append((None, of_all, *_total("SUM")))
    assert _read(rows) == pytest.approx({**parts(), **by_carrier()})


def test_a_total_that_adds_up_the_last_group_alone_is_that_of_the_group() -> None:
    """A sector with a single carrier has no total of its own; those around it have one."""
    only_industry = ("IND", "natural_gas")
    rows: Rows = [("Sektor", "Energieträger", *YEARS)]
    for sector, name in SECTORS.items():
        carriers = ["natural_gas"] if sector == "IND" else [*CARRIERS]
        rows += [
            (name if not at else None, CARRIERS[carrier], *_series(sector, carrier))
            for at, carrier in enumerate(carriers)
        ]
        rows += [(None, "Gesamt", *_total(sector))] if len(carriers) > 1 else []
    known = {key: value for key, value in parts().items() if key[1] != "IND" or key[1:] == only_industry}
    assert _read(rows) == pytest.approx({**known, **_of(by_sector(), ("HH", "all"), ("VER", "all"))})


def test_the_total_of_a_single_line_is_of_no_carrier_where_those_of_several_are_of_none() -> None:
    rows = [row for row in _flat(sectors_totalled=True) if row[:2] != ("Strom", "Verkehr")]
    only_gas = tuple(energy(year, "VER", "natural_gas") for year in YEARS)
    rows[-1] = (None, "Summe Verkehr", *only_gas)
    known = {key: value for key, value in parts().items() if key[1:] != ("VER", "electricity")}
    totals = {**by_sector(), **{(year, "VER", "all"): energy(year, "VER", "natural_gas") for year in YEARS}}
    assert _read(rows) == pytest.approx({**known, **_of(totals, *((each, "all") for each in SECTORS))})
