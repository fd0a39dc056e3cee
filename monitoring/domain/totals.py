"""Totals of the balance: reported ones beside sums of sectors, missing where parts are missing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from monitoring.domain.balance import (
    BISKO_SECTORS,
    PARTS_OF,
    Area,
    Basis,
    Carrier,
    CellState,
    EmissionEntry,
    Sector,
)
from monitoring.domain.determination import Determination, of_balance
from monitoring.domain.rounding import significant
from monitoring.domain.series import Series
from monitoring.domain.withheld_sectors import together, withheld_sectors

ALWAYS = frozenset({Sector.HH, Sector.VER})
"""The sectors of every balance after BISKO: where one year has them, a year without is not complete."""
TOLERATED_SHARE = 0.005
"""By how much a sum of sectors may differ from the reported total before pages show both."""

Value = Callable[[EmissionEntry], float | None]


def emissions(entry: EmissionEntry) -> float | None:
    """Emissions in t CO2e."""
    return entry.emissions_t


def energy(entry: EmissionEntry) -> float | None:
    """Final energy in MWh."""
    return entry.energy_mwh


@dataclass(frozen=True, slots=True)
class YearTotal:
    """One balance year: the total that counts, the reported and the summed one, and the sectors.

    `total` is None where none was reported and sectors are missing that the first balance year has, or any
    year of those in `ALWAYS`; they are named in `missing`. `addends` are the sectors that make up the sum,
    none of them twice; `beyond` are those that stand outside it by BISKO, such as agriculture; `withheld` are
    those nobody outside is told of, which are `together` as much as the others leave of the total. All in
    t CO2e or in MWh. `is_decided` where somebody said which of reported total and sum counts.
    """

    year: int
    total: float | None
    reported: float | None
    summed: float | None
    by_sector: Mapping[Sector, float] = field(default_factory=dict)
    addends: Mapping[Sector, float] = field(default_factory=dict)
    beyond: Mapping[Sector, float] = field(default_factory=dict)
    missing: tuple[Sector, ...] = ()
    withheld: tuple[Sector, ...] = ()
    together: float | None = None
    is_break: bool = False
    published_in: int | None = None
    source: str | None = None
    determination: Determination = field(default_factory=Determination)
    edition: int = 1
    area: Area = Area.TERRITORY
    is_decided: bool = False

    @property
    def differs(self) -> bool:
        """Whether the reported total is more than 0.5 % apart from the sum of sectors, and from that of all.

        A total that includes agriculture is no mistake.
        """
        if not self.reported or self.summed is None:
            return False
        sums = (self.summed, self.summed + sum(self.beyond.values()))
        return all(abs(each - self.reported) > TOLERATED_SHARE * abs(self.reported) for each in sums)

    @property
    def counts_sum(self) -> bool:
        """Whether the municipality decided that the sum counts where both differ."""
        return self.differs and self.total == self.summed


def year_totals(
    entries: Iterable[EmissionEntry], value: Value = emissions, area: Area = Area.TERRITORY
) -> list[YearTotal]:
    """The totals of every balance year of an area, each from its newest edition.

    >>> rows = [EmissionEntry(year=2020, sector=Sector.HH, emissions_t=40.0),
    ...         EmissionEntry(year=2020, sector=Sector.VER, emissions_t=60.0),
    ...         EmissionEntry(year=2021, sector=Sector.HH, emissions_t=38.0)]
    >>> [(each.year, each.total, each.missing) for each in year_totals(rows)]
    [(2020, 100.0, ()), (2021, None, (<Sector.VER: 'VER'>,))]
    """
    years = counted_entries(entries, area)
    known = {year: _sector_values(of_year, value) for year, of_year in years.items()}
    always = ALWAYS & {sector for sectors in known.values() for sector in sectors}
    first: frozenset[Sector] = frozenset()
    totals = []
    for year, of_year in sorted(years.items()):
        sectors = known[year]
        countable = _countable(sectors, of_year)
        addends = {sector: number for sector, number in countable.items() if sector in BISKO_SECTORS}
        withheld = withheld_sectors(of_year, sectors)
        first = first or _normal({*addends, *withheld})
        expected = first | always
        total = _year_total(year, of_year, sectors, addends, expected)
        beyond = {sector: number for sector, number in countable.items() if sector not in BISKO_SECTORS}
        totals.append(
            replace(
                total,
                beyond=beyond,
                withheld=withheld,
                together=_together(total, of_year, withheld, expected),
            )
        )
    return [each for each in totals if each.total is not None or each.by_sector]


def _together(
    total: YearTotal,
    entries: list[EmissionEntry],
    withheld: tuple[Sector, ...],
    expected: frozenset[Sector],
) -> float | None:
    """What the withheld sectors are together, where the reported total contains them and nothing else."""
    others = {entry.sector for entry in entries} - BISKO_SECTORS - {Sector.SUM}
    known = _normal({*total.addends, *withheld, *_accounted_for(entries)})
    return None if others or expected - known else together(withheld, total.reported, total.addends)


BASES = (Basis.BISKO, Basis.AS_REPORTED)
"""The conventions that count, the one first that wins where a value is given in both."""


def counted_entries(
    entries: Iterable[EmissionEntry], area: Area = Area.TERRITORY
) -> dict[int, list[EmissionEntry]]:
    """The balance of each year of an area: its newest edition, in one convention, nothing twice."""
    years: dict[int, list[EmissionEntry]] = {}
    for entry in entries:
        if entry.area is area and entry.basis in BASES:
            years.setdefault(entry.year, []).append(entry)
    return {year: _newest_edition(of_year) for year, of_year in years.items()}


def _newest_edition(entries: list[EmissionEntry]) -> list[EmissionEntry]:
    newest = max(entry.edition for entry in entries)
    kept: dict[tuple[Sector, Carrier], EmissionEntry] = {}
    for entry in sorted(entries, key=lambda each: BASES.index(each.basis)):
        if entry.edition == newest:
            kept.setdefault((entry.sector, entry.carrier), entry)
    return list(kept.values())


def _sector_values(entries: list[EmissionEntry], value: Value) -> dict[Sector, float]:
    """The value of each sector: its row for all carriers, else the sum over its carriers."""
    by_sector: dict[Sector, list[EmissionEntry]] = {}
    for entry in entries:
        by_sector.setdefault(entry.sector, []).append(entry)
    if len(by_sector) > 1:
        # Beside sectors, „Gesamt“ of single carriers is no reported total.
        by_sector[Sector.SUM] = [row for row in by_sector.get(Sector.SUM, []) if row.carrier is Carrier.ALL]
    values = {sector: _sector_value(rows, value) for sector, rows in by_sector.items()}
    return {sector: number for sector, number in values.items() if number is not None}


def _sector_value(rows: list[EmissionEntry], value: Value) -> float | None:
    whole = next((row for row in rows if row.carrier is Carrier.ALL and value(row) is not None), None)
    if whole is not None:
        return value(whole)
    parts = [row for row in rows if row.carrier is not Carrier.ALL]
    if any(row.state in (CellState.NOT_ESTIMATED, CellState.CONFIDENTIAL) for row in parts):
        return None
    stated = [value(row) for row in parts if row.state is CellState.VALUE]
    numbers = [number for number in stated if number is not None]
    return significant(sum(numbers)) if numbers and len(numbers) == len(stated) else None


def _countable(sectors: Mapping[Sector, float], entries: list[EmissionEntry]) -> dict[Sector, float]:
    """The sectors that may be added: no total, no parent beside parts, none included elsewhere."""
    elsewhere = {entry.sector for entry in entries if entry.is_included_in is not None}
    left_out = elsewhere | {Sector.SUM}
    for parent, parts in PARTS_OF.items():
        complete = parts <= set(sectors)
        left_out |= {parent} if complete else (set(parts) if parent in sectors else set())
    return {sector: number for sector, number in sectors.items() if sector not in left_out}


def _accounted_for(entries: list[EmissionEntry]) -> set[Sector]:
    """The sectors that a year leaves out for a reason: they do not occur, or are included in another."""
    states: dict[Sector, list[EmissionEntry]] = {}
    for entry in entries:
        states.setdefault(entry.sector, []).append(entry)
    return {
        sector
        for sector, rows in states.items()
        if all(row.state in _ACCOUNTED_FOR or row.is_included_in is not None for row in rows)
    }


_ACCOUNTED_FOR = frozenset({CellState.NOT_OCCURRING, CellState.INCLUDED_ELSEWHERE})


def _normal(sectors: Iterable[Sector]) -> frozenset[Sector]:
    """The sectors with parents in the place of their complete parts, so that years can be compared."""
    found = set(sectors)
    for parent, parts in PARTS_OF.items():
        if parts <= found:
            found = (found - parts) | {parent}
    return frozenset(found)


def _year_total(
    year: int,
    entries: list[EmissionEntry],
    sectors: Mapping[Sector, float],
    addends: Mapping[Sector, float],
    expected: frozenset[Sector],
) -> YearTotal:
    missing = tuple(sorted(expected - _normal({*addends, *_accounted_for(entries)})))
    reported = sectors.get(Sector.SUM)
    summed = significant(sum(addends.values())) if addends and not missing else None
    return YearTotal(
        year=year,
        total=summed if reported is None or _sum_counts(entries, summed) else reported,
        reported=reported,
        summed=summed,
        by_sector={sector: number for sector, number in sectors.items() if sector is not Sector.SUM},
        addends=addends,
        missing=missing if reported is None else (),
        is_break=any(entry.is_method_break for entry in entries),
        published_in=max((entry.published_in for entry in entries if entry.published_in), default=None),
        source=next((entry.source for entry in entries if entry.source), None),
        determination=of_balance(entries),
        edition=entries[0].edition,
        area=entries[0].area,
        is_decided=any(entry.is_counted_total for entry in entries),
    )


def _sum_counts(entries: list[EmissionEntry], summed: float | None) -> bool:
    """Whether the municipality decided that the sum of its sectors counts instead of the reported total."""
    decided = any(entry.is_counted_total for entry in entries if entry.sector is not Sector.SUM)
    return decided and summed is not None


def total_series(totals: Iterable[YearTotal], sector: Sector | None = None) -> Series:
    """The series of the totals, or of one sector, with the years in which the method changed."""
    known = list(totals)
    values = {each.year: each.total if sector is None else _of_sector(each, sector) for each in known}
    own = {*Sector} if sector is None else {sector, *PARTS_OF.get(sector, ())}
    withheld = (each.year for each in known if values[each.year] is None and own & {*each.withheld})
    return Series.of(values, (each.year for each in known if each.is_break), withheld)


def _of_sector(total: YearTotal, sector: Sector) -> float | None:
    if sector in total.by_sector:
        return total.by_sector[sector]
    parts = [total.by_sector.get(part) for part in PARTS_OF.get(sector, ())]
    numbers = [part for part in parts if part is not None]
    return significant(sum(numbers)) if numbers and len(numbers) == len(parts) else None


def per_capita(series: Series, inhabitants: Mapping[int, int]) -> Series:
    """A series divided by the inhabitants of the same year; a year without them is missing.

    >>> per_capita(Series.of({2020: 500.0, 2021: 480.0}), {2020: 100}).points
    (Point(year=2020, value=5.0),)
    """
    known = [point for point in series.points if point.year in inhabitants]
    values = {year: significant(value / inhabitants[year]) for year, value in known}
    return Series.of(values, series.breaks, series.withheld)
