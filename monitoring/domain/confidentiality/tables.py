"""The tables that somebody outside could set beside each other: every balance of a year, of every state."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import product
from typing import NamedTuple

from monitoring.domain.balance import Area, Carrier, CellState, EmissionEntry, Sector
from monitoring.domain.record import Record
from monitoring.domain.target import TargetNode, TargetQuantity

ENERGY, EMISSIONS = "energy_mwh", "emissions_t"
MEASURES = (ENERGY, EMISSIONS)
"""The fields of a balance value that hold a number."""
_OBSERVED = {
    TargetQuantity.EMISSIONS: EMISSIONS,
    TargetQuantity.EMISSIONS_PER_CAPITA: EMISSIONS,
    TargetQuantity.ENERGY: ENERGY,
    TargetQuantity.ENERGY_PER_CAPITA: ENERGY,
}
"""Which number of a balance the base value of a target tells; per inhabitant it only has to be multiplied."""
Version = tuple[str, int]
"""A version of a target: its name and number."""
_ADDED = frozenset({CellState.VALUE, CellState.CONFIDENTIAL})
"""States of values that a total contains."""


class Cell(NamedTuple):
    """One cell of the balance of a year; the same in every convention, edition and publication.

    Whoever knows the value of one of them knows the others well enough.
    """

    area: Area
    sector: Sector
    carrier: Carrier


@dataclass(slots=True)
class Table:
    """One balance of one year: what is in it, the sectors whose values other sectors contain, and what is
    confidential.

    `values` holds for each cell the numbers there are, in MWh and t CO2e, confidential ones included.
    """

    area: Area
    values: dict[Cell, dict[str, float]] = field(default_factory=dict)
    elsewhere: set[Sector] = field(default_factory=set)
    confidential: set[Cell] = field(default_factory=set)


def cell_of(entry: EmissionEntry) -> Cell:
    """The cell of a balance value."""
    return Cell(entry.area, entry.sector, entry.carrier)


def tables_of(records: Collection[Record]) -> dict[int, list[Table]]:
    """The tables of each year in one state: one for each area, convention and edition.

    The base value of a target is a value of the balance of its base year too.
    """
    found: dict[int, dict[tuple[object, ...], Table]] = {}
    targets = versions_of(records)
    for each in records:
        if isinstance(each, EmissionEntry):
            of_year = found.setdefault(each.year, {})
            _enter(of_year.setdefault((each.area, each.basis, each.edition), Table(each.area)), each)
    tables = {year: list(of_year.values()) for year, of_year in found.items()}
    for table in (table for of_year in tables.values() for table in of_year):
        _add_wholes(table)
    for rows in targets.values():
        for year, cell in sorted(base_cells(rows)):
            _observe(tables.get(year, []), cell, rows)
    return tables


def _enter(table: Table, entry: EmissionEntry) -> None:
    if entry.is_included_in is not None or entry.state is CellState.INCLUDED_ELSEWHERE:
        table.elsewhere.add(entry.sector)
    if entry.state in _ADDED:
        numbers = {name: getattr(entry, name) for name in MEASURES}
        told = {name: number for name, number in numbers.items() if number is not None}
        table.values[cell_of(entry)] = told
    if entry.state is CellState.CONFIDENTIAL:
        table.confidential.add(cell_of(entry))


def _add_wholes(table: Table) -> None:
    """Sectors that are confidential in all of their carriers, as a whole."""
    parts: dict[Cell, list[Cell]] = {}
    for cell in table.values:
        parts.setdefault(cell._replace(carrier=Carrier.ALL), []).append(cell)
    for whole, cells in parts.items():
        if whole not in table.values and table.confidential >= {*cells}:
            sums = [(name, [table.values[each].get(name) for each in cells]) for name in MEASURES]
            told = {name: [each for each in numbers if each is not None] for name, numbers in sums}
            table.values[whole] = {name: sum(each) for name, each in told.items() if len(each) == len(cells)}


def _observe(tables: Iterable[Table], cell: Cell, rows: Iterable[TargetNode]) -> None:
    for row in rows:
        value, measure = told_base_value(row), _OBSERVED.get(row.quantity)
        for table in tables:
            if value is not None and measure and table.area is cell.area:
                table.values.setdefault(cell, {}).setdefault(measure, value)


def versions_of(records: Iterable[Record]) -> dict[Version, list[TargetNode]]:
    """The rows of each version of a target."""
    found: dict[Version, list[TargetNode]] = {}
    for each in records:
        if isinstance(each, TargetNode):
            found.setdefault((each.name, each.version), []).append(each)
    return found


def base_cells(rows: Collection[TargetNode]) -> set[tuple[int, Cell]]:
    """The base year and the cell of its balance that a version of a target refers to, nothing for none.

    Year, area and sector may each stand in any row; where rows contradict each other all are meant.

    >>> rows = [TargetNode(name="A", year=2030, quantity=TargetQuantity.ENERGY, base_value=90.0, value=50.0),
    ...         TargetNode(name="A", year=2040, quantity=TargetQuantity.ENERGY, base_year=2020, value=10.0)]
    >>> [(year, cell.sector.value) for year, cell in base_cells(rows)]
    [(2020, 'SUM')]
    """
    if not any(each.quantity in _OBSERVED for each in rows):
        return set()
    years = {each.base_year for each in rows if each.base_year is not None}
    sectors = {each.sector for each in rows if each.sector is not None} or {Sector.SUM}
    places = product(years, {each.area for each in rows}, sectors)
    return {(year, Cell(area, sector, Carrier.ALL)) for year, area, sector in places}


def told_base_value(target: TargetNode) -> float | None:
    """The base value as a row of a target tells it, itself or by value and reduction: V / (1 − reduction).

    >>> told_base_value(TargetNode(name="A", year=2030, quantity=TargetQuantity.ENERGY, value=45.0,
    ...                            reduction=0.5))
    90.0
    """
    if target.base_value is not None:
        return target.base_value
    if target.value is None or target.reduction is None or target.reduction == 1:
        return None
    return target.value / (1 - target.reduction)


def marks_of(records: Iterable[Record]) -> dict[int, dict[Cell, bool]]:
    """Whether each cell of each year is said to be confidential; the newest edition has the word.

    A sector given by carriers only is as a whole confidential where all of them are, not so where none is.

    >>> old = EmissionEntry(year=2020, sector=Sector.IND, energy_mwh=5.0)
    >>> new = EmissionEntry(year=2020, sector=Sector.IND, edition=2, state=CellState.CONFIDENTIAL)
    >>> list(marks_of([new, old])[2020].values())
    [True]
    """
    said: dict[int, dict[Cell, tuple[int, bool]]] = {}
    for each in records:
        if isinstance(each, EmissionEntry):
            word = (each.edition, each.state is CellState.CONFIDENTIAL)
            of_year = said.setdefault(each.year, {})
            cell = cell_of(each)
            of_year[cell] = max(word, of_year.get(cell, word))
    return {year: _said(of_year) for year, of_year in said.items()}


def _said(words: Mapping[Cell, tuple[int, bool]]) -> dict[Cell, bool]:
    said = {cell: is_confidential for cell, (_, is_confidential) in words.items()}
    parts: dict[Cell, set[bool]] = {}
    for cell, is_confidential in said.items():
        parts.setdefault(cell._replace(carrier=Carrier.ALL), set()).add(is_confidential)
    return {whole: True in of_parts for whole, of_parts in parts.items() if len(of_parts) == 1} | said
