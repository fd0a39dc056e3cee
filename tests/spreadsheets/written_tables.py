"""One known table, written in every layout: what the tests of layouts read."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from monitoring.domain.finding import OwnValue
from monitoring.spreadsheets.understanding import Reading, understand
from monitoring.spreadsheets.workbook import Sheet, Value, Workbook

TODAY = date(2026, 11, 22)
YEARS = (2015, 2016, 2018, 2019, 2020)
SECTORS = {"HH": "Private Haushalte", "IND": "Industrie", "VER": "Verkehr"}
CARRIERS = {"electricity": "Strom", "natural_gas": "Erdgas"}
UNITS = {"MWh": 1.0, "GWh": 1e3, "kWh": 1e-3}
PEOPLE = {year: 18_250 + 13 * at for at, year in enumerate(YEARS)}

Rows = list[tuple[Value, ...]]
Write = Callable[[float], Value]
Known = dict[tuple[int, str, str], float]


def energy(year: int, sector: str, carrier: str) -> float:
    """MWh; no value is like another, and all but whole ones tell German from English numbers."""
    at = [*SECTORS].index(sector) * 7 + [*CARRIERS].index(carrier) * 3
    return 41_234.5 + 1_000 * at + 100.5 * (year - 2000)


def parts() -> Known:
    return {
        (year, sector, carrier): energy(year, sector, carrier)
        for year, sector, carrier in itertools.product(YEARS, SECTORS, CARRIERS)
    }


def by_sector() -> Known:
    summed: Known = {}
    for (year, sector, _), value in parts().items():
        for name in (sector, "SUM"):
            summed[year, name, "all"] = summed.get((year, name, "all"), 0) + value
    return summed


def by_carrier() -> Known:
    summed: Known = {}
    for (year, _, carrier), value in parts().items():
        for name in (carrier, "all"):
            summed[year, "SUM", name] = summed.get((year, "SUM", name), 0) + value
    return summed


def _german(value: float) -> str:
    return f"{value:,.4f}".replace(",", " ").replace(".", ",").replace(" ", ".")


def _english(value: float) -> str:
    return f"{value:,.4f}"


STYLES: dict[str, Write] = {"number": lambda value: value, "german": _german, "english": _english}


class Layout:
    """A way to write the table: the sheets, and what must come out."""

    def __init__(
        self, known: Known, unit: str, write: Write, heading: str, years: Sequence[int] = YEARS
    ) -> None:
        self.known = known
        self.unit = unit
        self.heading = heading
        self.years = tuple(years)
        self._write = write

    def cell(self, year: int, sector: str, carrier: str = "all") -> Value:
        return self._write(self.known[year, sector, carrier] / UNITS[self.unit])

    def series(self, sector: str, carrier: str = "all") -> tuple[Value, ...]:
        return tuple(self.cell(year, sector, carrier) for year in self.years)

    def year_heads(self) -> tuple[Value, ...]:
        wrote: dict[str, Callable[[int], Value]] = {
            "plain": int,
            "text": str,
            "worded": lambda year: f"Jahr {year}",
            "provisional": lambda year: f"{year} (vorl.)" if year == max(YEARS) else str(year),
        }
        return tuple(wrote[self.heading](year) for year in self.years)


def labels_of(known: Known) -> list[tuple[str, str, str]]:
    """Label, sector and carrier of each series, the total last."""
    keys = dict.fromkeys((sector, carrier) for _, sector, carrier in known)
    named = [(_label(sector, carrier), sector, carrier) for sector, carrier in keys]
    return sorted(named, key=lambda each: each[0] == "Gesamt")


def _label(sector: str, carrier: str) -> str:
    names = [SECTORS.get(sector), CARRIERS.get(carrier)]
    return " ".join(name for name in names if name) or "Gesamt"


def years_as_columns(table: Layout) -> list[Sheet]:
    rows: Rows = [("Sektor", *table.year_heads())]
    rows += [(label, *table.series(sector, carrier)) for label, sector, carrier in labels_of(table.known)]
    return [Sheet(f"Endenergie in {table.unit}", rows)]


def years_as_rows(table: Layout) -> list[Sheet]:
    labels = labels_of(table.known)
    rows: Rows = [("Jahr", *(f"{label} [{table.unit}]" for label, *_ in labels))]
    for year, head in zip(table.years, table.year_heads(), strict=True):
        rows.append((head, *(table.cell(year, sector, carrier) for _, sector, carrier in labels)))
    return [Sheet("Tabelle1", rows)]


def unit_row(table: Layout) -> list[Sheet]:
    labels = labels_of(table.known)
    rows: Rows = [("Jahr", *(label for label, *_ in labels)), (None, *(table.unit for _ in labels))]
    for year, head in zip(table.years, table.year_heads(), strict=True):
        rows.append((head, *(table.cell(year, sector, carrier) for _, sector, carrier in labels)))
    return [Sheet("Endenergie", rows)]


def unit_column(table: Layout) -> list[Sheet]:
    rows: Rows = [("Verbrauchergruppe", "Einheit", *table.year_heads())]
    rows += [
        (label, table.unit, *table.series(sector, carrier))
        for label, sector, carrier in labels_of(table.known)
    ]
    return [Sheet("Tabelle1", rows)]


def title_and_footnotes(table: Layout) -> list[Sheet]:
    width = len(table.years)
    blank = (None,) * (width + 1)
    rows: Rows = [
        (f"Endenergieverbrauch der Stadt Musterstadt nach Sektoren in {table.unit}", *blank[1:]),
        ("Stand: 05.03.2021", *blank[1:]),
        blank,
        (None, *table.year_heads()),
        *((label, *table.series(sector, carrier)) for label, sector, carrier in labels_of(table.known)),
        blank,
        ("Quelle: Stadtwerke, eigene Berechnung", *blank[1:]),
        ("* vorläufig", *blank[1:]),
    ]
    return [Sheet("Tabelle1", rows)]


def _with_groups(table: Layout, is_merged: bool) -> list[Sheet]:
    """Years below sectors: two rows of headings, the group label once or merged."""
    labels = labels_of(table.known)
    years = table.year_heads()
    groups: list[Value] = [f"Endenergie [{table.unit}]"]
    merged = []
    for at, (label, *_) in enumerate(labels):
        groups += [label, *(None for _ in years[1:])]
        merged.append((1, 2 + at * len(years), 1, 1 + (at + 1) * len(years)))
    rows: Rows = [tuple(groups), (None, *(years * len(labels)))]
    cells = [table.cell(year, sector, carrier) for _, sector, carrier in labels for year in table.years]
    rows.append(("Verbrauch", *cells))
    return [Sheet("Tabelle1", rows, merged=tuple(merged) if is_merged else ())]


def groups_once(table: Layout) -> list[Sheet]:
    return _with_groups(table, is_merged=False)


def groups_merged(table: Layout) -> list[Sheet]:
    return _with_groups(table, is_merged=True)


def groups_of_years(table: Layout) -> list[Sheet]:
    """Sectors below years, the year once over its sectors."""
    labels = labels_of(table.known)
    first: list[Value] = [None]
    for year in table.year_heads():
        first += [year, *(None for _ in labels[1:])]
    rows: Rows = [tuple(first), (None, *([label for label, *_ in labels] * len(table.years)))]
    cells = [table.cell(year, sector, carrier) for year in table.years for _, sector, carrier in labels]
    rows.append((f"Endenergie [{table.unit}]", *cells))
    return [Sheet("Tabelle1", rows)]


def one_sheet_per_series(table: Layout) -> list[Sheet]:
    sheets = []
    for label, sector, carrier in labels_of(table.known):
        rows: Rows = [("Jahr", f"Endenergie [{table.unit}]")]
        cells = zip(table.year_heads(), table.series(sector, carrier), strict=True)
        rows += [(head, value) for head, value in cells]
        sheets.append(Sheet(label, rows))
    return sheets


def one_sheet_per_year(table: Layout) -> list[Sheet]:
    sheets = []
    for year, head in zip(table.years, table.year_heads(), strict=True):
        labels = labels_of(table.known)
        rows: Rows = [("Bereich", f"Endenergie ({table.unit})")]
        rows += [(label, table.cell(year, sector, carrier)) for label, sector, carrier in labels]
        sheets.append(Sheet(str(head), rows))
    return sheets


def blocks_below_each_other(table: Layout) -> list[Sheet]:
    rows: Rows = []
    for label, sector, carrier in labels_of(table.known):
        rows += [(label, None), ("Jahr", f"Endenergie in {table.unit}")]
        rows += [*zip(table.year_heads(), table.series(sector, carrier), strict=True), (None, None)]
    return [Sheet("Tabelle1", rows)]


def blocks_side_by_side(table: Layout) -> list[Sheet]:
    labels = labels_of(table.known)
    rows: Rows = [
        tuple(cell for label, *_ in labels for cell in (label, None, None)),
        tuple(cell for _ in labels for cell in ("Jahr", f"Endenergie [{table.unit}]", None)),
    ]
    for year, head in zip(table.years, table.year_heads(), strict=True):
        rows.append(tuple(x for _, s, c in labels for x in (head, table.cell(year, s, c), None)))
    return [Sheet("Tabelle1", rows)]


def melted(table: Layout) -> list[Sheet]:
    """One value a row, the quantity in a column of its own."""
    rows: Rows = [("Größe", "Sektor", "Energieträger", "Jahr", "Wert", "Einheit")]
    for (_, sector, carrier), (year, head) in itertools.product(
        labels_of(table.known), zip(table.years, table.year_heads(), strict=True)
    ):
        names = (SECTORS.get(sector, "Gesamt"), CARRIERS.get(carrier, "Gesamt"))
        rows.append(("Endenergie", *names, head, table.cell(year, sector, carrier), table.unit))
    return [Sheet("Tabelle1", rows)]


def read_tables(sheets: list[Sheet], **options: Any) -> Reading:
    return understand(Workbook("w.xlsx", tuple(sheets)), today=TODAY, **options)


def stored(reading: Reading, field: str = "energy_mwh") -> dict[tuple[int, str, str], float]:
    return {
        (each.values["year"], each.values["sector"].value, each.values.get("carrier", "all")): each.values[
            field
        ]
        for each in reading.drafts
        if each.kind == "balance"
    }


def said(reading: Reading) -> list[tuple[str, str | None, OwnValue | None]]:
    return [(each.code, each.cell, each.value) for each in reading.findings]
