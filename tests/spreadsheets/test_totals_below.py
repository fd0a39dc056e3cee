"""Totals below rows of which each has labels of its own."""

from __future__ import annotations

import pytest

from monitoring.spreadsheets.workbook import Sheet
from tests.spreadsheets.written_tables import (
    CARRIERS,
    SECTORS,
    YEARS,
    Rows,
    by_sector,
    energy,
    parts,
    read_tables,
    said,
    stored,
)


def test_a_total_below_rows_with_labels_of_their_own_is_no_part_of_the_last_one() -> None:
    rows: Rows = [("Energieträger", "Sektor", *YEARS)]
    for sector, name in SECTORS.items():
        rows += [
            (label, name, *(energy(year, sector, carrier) for year in YEARS))
            for carrier, label in CARRIERS.items()
        ]
    rows.append((None, "Summe", *(by_sector()[year, "SUM", "all"] for year in YEARS)))
    reading = read_tables([Sheet("Endenergie [MWh]", rows)])
    totals = {(year, "SUM", "all"): by_sector()[year, "SUM", "all"] for year in YEARS}
    assert (said(reading), reading.questions) == ([], ())
    assert stored(reading) == pytest.approx({**parts(), **totals})
