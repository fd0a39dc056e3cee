"""The lines of a balance: what sectors, carriers and the total come to in each year, and from what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from monitoring.domain.balance import PARTS_OF, Carrier, CellState, EmissionEntry, Sector
from monitoring.domain.rounding import significant

STATIONARY = "stationary"
"""The total without transport."""
Subject = Sector | Carrier | str
Line = Mapping[int, "Figure"]
Row = list[EmissionEntry]
"""The balance values of one sector and carrier."""
Numbers = list[float | None]
Years = Mapping[int, list[EmissionEntry]]
"""The balance values of each year, those of its newest edition."""
Parted = tuple[Mapping[Sector, list[EmissionEntry]], Mapping[Carrier, list[EmissionEntry]]]
"""The balance values of a year by sector, and those of single carriers by carrier."""


@dataclass(frozen=True, slots=True)
class Figure:
    """The value of one year, with the balance values it is read or added up from."""

    value: float
    entries: tuple[EmissionEntry, ...]

    @property
    def is_break(self) -> bool:
        """Whether the method changed in this year."""
        return any(each.is_method_break for each in self.entries)

    @property
    def parts(self) -> frozenset[tuple[Sector, Carrier]]:
        """What it is made of; figures made of different parts do not compare."""
        return frozenset((each.sector, each.carrier) for each in self.entries)


def lines(years: Mapping[int, Parted], field: str) -> dict[Subject, Line]:
    """Every line of one area and convention.

    >>> rows = [EmissionEntry(year=2020, sector=Sector.HH, carrier=carrier, energy_mwh=5.0)
    ...         for carrier in (Carrier.NATURAL_GAS, Carrier.HEATING_OIL)]
    >>> found = lines(parted({2020: rows}), "energy_mwh")
    >>> {subject.value: line[2020].value for subject, line in found.items()}
    {'HH': 10.0, 'natural_gas': 5.0, 'heating_oil': 5.0}
    """
    found: dict[Subject, dict[int, Figure]] = {}
    for year, of_year in years.items():
        for subject, figure in _figures(of_year, field).items():
            found.setdefault(subject, {})[year] = figure
    return {subject: dict(sorted(line.items())) for subject, line in found.items()}


def rows(years: Years) -> list[Row]:
    """The balance values of each sector and carrier as they were reported, in the order of the years."""
    found: dict[tuple[Sector, Carrier], Row] = {}
    for _, of_year in sorted(years.items()):
        for each in of_year:
            found.setdefault((each.sector, each.carrier), []).append(each)
    return list(found.values())


def newest_by_year(entries: Iterable[EmissionEntry]) -> Years:
    """The balance values of each year in its newest edition."""
    years: dict[int, dict[int, list[EmissionEntry]]] = {}
    for entry in entries:
        years.setdefault(entry.year, {}).setdefault(entry.edition, []).append(entry)
    return {year: editions[max(editions)] for year, editions in years.items()}


def parted(years: Years) -> dict[int, Parted]:
    """The balance values of each year that state a number, by sector and by carrier."""
    found: dict[int, Parted] = {}
    for year, entries in years.items():
        by_sector: dict[Sector, list[EmissionEntry]] = {}
        by_carrier: dict[Carrier, list[EmissionEntry]] = {}
        for each in entries:
            if each.state is CellState.VALUE:
                by_sector.setdefault(each.sector, []).append(each)
                if each.carrier is not Carrier.ALL:
                    by_carrier.setdefault(each.carrier, []).append(each)
        found[year] = (by_sector, by_carrier)
    return found


def _figures(parts: Parted, field: str) -> dict[Subject, Figure]:
    by_sector, by_carrier = (_stated(each, field) for each in parts)
    sectors = {sector: _sum(_whole_or_parts(rows), field) for sector, rows in by_sector.items()}
    if Sector.SUM in sectors and any(each.carrier is not Carrier.ALL for each in sectors[Sector.SUM].entries):
        # „Gesamt“ of single carriers is no reported total.
        del sectors[Sector.SUM]
    carriers = {carrier: _sum(_total_or_sectors(rows), field) for carrier, rows in by_carrier.items()}
    return {**sectors, **carriers, **_stationary(sectors)}


def _stated(parts: Mapping[Any, list[EmissionEntry]], field: str) -> dict[Subject, list[EmissionEntry]]:
    """Of each part what has a number in a field; parts without any are left out."""
    number = attrgetter(field)
    stated = ((part, [each for each in rows if number(each) is not None]) for part, rows in parts.items())
    return {part: rows for part, rows in stated if rows}


def values_of(row: Row, field: str) -> Numbers:
    """The number of each balance value, None where its cell says something else."""
    number = attrgetter(field)
    return [number(each) if each.state is CellState.VALUE else None for each in row]


def value_of(entry: EmissionEntry, field: str) -> float | None:
    """The number of a balance value, None where its cell says something else."""
    value: float | None = getattr(entry, field)
    return value if entry.state is CellState.VALUE else None


def _sum(entries: list[EmissionEntry], field: str) -> Figure:
    """What stated values come to."""
    return Figure(significant(sum(map(attrgetter(field), entries))), tuple(entries))


def _whole_or_parts(rows: list[EmissionEntry]) -> list[EmissionEntry]:
    return [each for each in rows if each.carrier is Carrier.ALL] or rows


def _total_or_sectors(rows: list[EmissionEntry]) -> list[EmissionEntry]:
    total = [each for each in rows if each.sector is Sector.SUM]
    inside = {part for each in rows for part in PARTS_OF.get(each.sector, ())}
    parts = [each for each in rows if each.sector not in inside and each.is_included_in is None]
    return total or parts or rows


def _stationary(sectors: Mapping[Subject, Figure]) -> dict[Subject, Figure]:
    total, transport = sectors.get(Sector.SUM), sectors.get(Sector.VER)
    if total is None or transport is None:
        return {}
    value = significant(total.value - transport.value)
    return {STATIONARY: Figure(value, (*total.entries, *transport.entries))}
