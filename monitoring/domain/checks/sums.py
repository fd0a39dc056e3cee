"""Do the parts of a balance add up to the total that was reported?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from monitoring.domain.balance import BISKO_SECTORS, PARTS_OF, EmissionEntry, Sector
from monitoring.domain.checks.after_import import BALANCE_FIELDS, AfterImport
from monitoring.domain.checks.doubt import Doubt
from monitoring.domain.checks.figures import Figure, Line, Subject
from monitoring.domain.rounding import significant
from monitoring.domain.totals import TOLERATED_SHARE

MAY_BE_PARTS = BISKO_SECTORS | {Sector.OTHER}
"""The other sectors stand outside the BISKO total anyway."""
FEWEST_YEARS = 2
"""In one year alone an excess equal to a sector may be chance."""


@dataclass(frozen=True, slots=True)
class Sum:
    """The reported total of one year beside its parts, each part the whole value of a sector."""

    year: int
    field: str
    total: Figure
    parts: Mapping[Sector, Figure]

    @property
    def entries(self) -> tuple[EmissionEntry, ...]:
        """Everything that the total and its parts rest on, the total first."""
        return (*self.total.entries, *(entry for part in self.parts.values() for entry in part.entries))

    @property
    def counted(self) -> dict[Sector, float]:
        """The sectors without those that are part of another one listed."""
        inside = {part for sector in self.parts for part in PARTS_OF.get(sector, ())}
        return {sector: figure.value for sector, figure in self.parts.items() if sector not in inside}

    @property
    def summed(self) -> float:
        """What the counted sectors come to."""
        return significant(sum(self.counted.values()))

    @property
    def excess(self) -> float:
        """By how much the parts are above the total."""
        return significant(self.summed - self.total.value)

    @property
    def fits(self) -> bool:
        """Whether the total is the sum of all sectors, or of those that BISKO counts."""
        bisko = sum(value for sector, value in self.counted.items() if sector in BISKO_SECTORS)
        return self.is_about(self.summed, self.total.value) or self.is_about(bisko, self.total.value)

    def is_about(self, value: float, other: float) -> bool:
        """Whether two values are the same within 0.5 % of the total."""
        return abs(value - other) <= TOLERATED_SHARE * abs(self.total.value)


def sector_beside_its_parent(after: AfterImport) -> Iterator[Doubt]:
    """Doubts a sector by whose value the parts run above the total, year after year."""
    for sums in _all_sums(after):
        off = [each for each in sums if not each.is_about(each.summed, each.total.value)]
        for sector in sorted({sector for each in off for sector in each.counted} & MAY_BE_PARTS):
            years = [each for each in off if _is_excess(each, sector)]
            if len(years) >= FEWEST_YEARS and 2 * len(years) > len(off):
                yield from _twice(after, sector, years)


def _is_excess(found: Sum, sector: Sector) -> bool:
    figure = found.counted.get(sector)
    return bool(figure) and found.excess > 0 and found.is_about(found.excess, figure or 0.0)


def _twice(after: AfterImport, sector: Sector, years: list[Sum]) -> Iterator[Doubt]:
    new = [each for each in years for entry in each.parts[sector].entries if after.is_new(entry, each.field)]
    if not new:
        return
    shares = [each.excess / each.total.value for each in years if each.total.value]
    entry = next(each for each in new[0].parts[sector].entries if after.is_new(each, new[0].field))
    details = {
        "sector": sector,
        "first": years[0].year,
        "last": years[-1].year,
        "least_share": min(shares, default=0.0),
        "most_share": max(shares, default=0.0),
    }
    others = tuple(entry for each in years for entry in each.entries)
    yield Doubt(entry, new[0].field, details, others)


def total_and_parts_apart(after: AfterImport) -> Iterator[Doubt]:
    """Doubts a total that is not the sum of its sectors: one is missing, counted twice or mistyped."""
    for sums in _all_sums(after):
        for each in sums:
            if not each.fits:
                yield from _apart(after, each)


def _apart(after: AfterImport, found: Sum) -> Iterator[Doubt]:
    new = next((entry for entry in found.entries if after.is_new(entry, found.field)), None)
    if new is not None:
        details = {
            "year": found.year, "total": found.total.value, "parts": found.summed, "field": found.field,
        }  # fmt: skip
        yield Doubt(new, found.field, details, found.total.entries)


def _all_sums(after: AfterImport) -> Iterable[list[Sum]]:
    if not after.is_concerned(EmissionEntry.KIND):
        return
    for scope in after.scopes:
        for field in BALANCE_FIELDS:
            yield _sums(after.lines(scope, field), field)


def _sums(lines: Mapping[Subject, Line], field: str) -> list[Sum]:
    sectors: dict[Sector, Line] = {
        each: line for each, line in lines.items() if isinstance(each, Sector) and each is not Sector.SUM
    }
    found = []
    for year, total in lines.get(Sector.SUM, {}).items():
        of_year = {sector: line[year] for sector, line in sectors.items() if year in line}
        parts = {each: figure for each, figure in of_year.items() if not _is_elsewhere(figure)}
        if len(parts) >= FEWEST_PARTS:
            found.append(Sum(year, field, total, parts))
    return found


FEWEST_PARTS = 2
"""A single sector says nothing about the sum."""


def _is_elsewhere(figure: Figure) -> bool:
    return any(entry.is_included_in is not None for entry in figure.entries)
