"""Several tables in one sheet: where one ends and the next begins."""

from __future__ import annotations

import pytest

from monitoring.spreadsheets.crosstabs.blocks import Block, blocks
from monitoring.spreadsheets.crosstabs.grid import Grid
from monitoring.spreadsheets.workbook import Sheet, Value
from tests.spreadsheets.written_tables import Rows, read_tables, stored


def _found(*rows: tuple[Value, ...]) -> list[Block]:
    width = max(map(len, rows))
    return blocks(Grid(Sheet("Tabelle1", [(*row, *(None,) * (width - len(row))) for row in rows])))


@pytest.mark.parametrize("years", [(2018, 2019), (2015, 2016)])
def test_years_repeated_behind_a_label_begin_the_next_table(years: tuple[int, int]) -> None:
    rows: Rows = [
        ("Haushalte", 2018, 2019),
        ("Strom [MWh]", 1, 2),
        ("Verkehr", *years),
        ("Diesel [MWh]", 3, 4),
    ]
    values = stored(read_tables([Sheet("Tabelle1", rows)]))
    assert values == {
        (2018, "HH", "electricity"): 1.0, (2019, "HH", "electricity"): 2.0,
        (years[0], "VER", "diesel"): 3.0, (years[1], "VER", "diesel"): 4.0,
    }  # fmt: skip


def test_lines_of_metadata_above_are_titles() -> None:
    found = _found(
        ("Rapport:", "Kreis"), ("Einheit: t", None), (None, None), ("Sektor", 2018, 2019), ("Verkehr", 1, 2)
    )
    assert [(each.captions, each.titles, each.header, each.body) for each in found] == [([1], [2], [4], [5])]


def test_an_empty_column_parts_tables_with_labels_of_their_own_only() -> None:
    beside = _found(("Jahr", "t", None, "Jahr", "MWh"), (2018, 1, None, 2018, 2), (2019, 1, None, 2019, 2))
    assert [each.columns for each in beside] == [(1, 2), (4, 5)]
    spaced = _found(("Jahr", "Strom", None, "Erdgas"), (2018, 1, None, 2), (2019, 1, None, 2))
    assert [each.columns for each in spaced] == [(1, 2, 4)]


def test_parts_of_a_total_under_one_heading_are_stored() -> None:
    rows: Rows = [
        ("THG [t]", "Gesamt", "davon", None),
        (None, None, "Haushalte", "Verkehr"),
        (2018, 100, 40, 60),
        (2019, 90, 35, 55),
    ]
    values = stored(read_tables([Sheet("Tabelle1", rows)]), "emissions_t")
    assert values[2018, "VER", "all"] == 60.0
    assert len(values) == 6
