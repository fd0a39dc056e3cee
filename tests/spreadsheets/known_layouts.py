"""Every layout that the known table is written in, and what it holds."""

from __future__ import annotations

from collections.abc import Callable

from monitoring.spreadsheets.workbook import Sheet, Value
from tests.spreadsheets.written_tables import (
    CARRIERS,
    Layout,
    Rows,
    blocks_below_each_other,
    blocks_side_by_side,
    by_carrier,
    by_sector,
    groups_merged,
    groups_of_years,
    groups_once,
    labels_of,
    melted,
    one_sheet_per_series,
    one_sheet_per_year,
    parts,
    title_and_footnotes,
    unit_column,
    unit_row,
    years_as_columns,
    years_as_rows,
)


def program_names(table: Layout) -> list[Sheet]:
    """Sector, carrier and unit in one name without blanks: „hh_strom_mwh“."""
    codes = {"HH": "hh", "IND": "industrie", "VER": "verkehr", "SUM": "gesamt"}
    labels = labels_of(table.known)
    names = [
        "_".join(part for part in (codes[sector], CARRIERS.get(carrier, ""), table.unit) if part).casefold()
        for _, sector, carrier in labels
    ]
    rows: Rows = [("jahr", *names)]
    for year, head in zip(table.years, table.year_heads(), strict=True):
        rows.append((head, *(table.cell(year, sector, carrier) for _, sector, carrier in labels)))
    return [Sheet("export", rows)]


def three_header_rows(table: Layout) -> list[Sheet]:
    """The year over its sectors over their unit, with an empty title row between."""
    labels = labels_of(table.known)
    first: list[Value] = ["Endenergie"]
    for year in table.year_heads():
        first += [year, *(None for _ in labels[1:])]
    count = len(labels) * len(table.years)
    names = [label for label, *_ in labels] * len(table.years)
    rows: Rows = [tuple(first), (None, *names), (None, *([f"[{table.unit}/a]"] * count))]
    cells = [table.cell(year, sector, carrier) for year in table.years for _, sector, carrier in labels]
    rows.append(("Verbrauch", *cells))
    merged = tuple((1, 2 + at * len(labels), 1, 1 + (at + 1) * len(labels)) for at in range(len(table.years)))
    return [Sheet("Tabelle1", rows, merged=merged if len(labels) > 1 else ())]


def year_in_a_line_above(table: Layout) -> list[Sheet]:
    """A report for each year, which says in a line of its own for which."""
    labels = labels_of(table.known)
    sheets = []
    for at, head in enumerate(table.year_heads()):
        rows: Rows = [("Kommune:", "Musterstadt"), ("Bilanzjahr:", head), (None, None)]
        rows.append(("Bereich", f"Endenergie [{table.unit}]"))
        rows += [(label, table.cell(table.years[at], sector, carrier)) for label, sector, carrier in labels]
        sheets.append(Sheet(f"Bericht {'ABCDEFGH'[at]}", rows))
    return sheets


def unit_in_the_sheet_name(table: Layout) -> list[Sheet]:
    rows: Rows = [(None, *table.year_heads())]
    rows += [(label, *table.series(sector, carrier)) for label, sector, carrier in labels_of(table.known)]
    return [Sheet(f"EEV {table.unit}", rows)]


LAYOUTS = (
    years_as_columns, years_as_rows, unit_row, unit_column, title_and_footnotes, groups_once, groups_merged,
    groups_of_years, one_sheet_per_series, one_sheet_per_year, blocks_below_each_other,
    blocks_side_by_side, melted, program_names, three_header_rows, year_in_a_line_above,
    unit_in_the_sheet_name,
)  # fmt: skip
FLAT: dict[str, Callable[[Layout], list[Sheet]]] = {each.__name__: each for each in LAYOUTS}
TABLES = {"sectors": by_sector, "carriers": by_carrier, "flattened": lambda: {**parts(), **by_sector()}}
