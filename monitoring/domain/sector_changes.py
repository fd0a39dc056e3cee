"""What the sectors contributed to the change of the total between two balance years of one method."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from monitoring.domain.balance import PARTS_OF, Sector
from monitoring.domain.rounding import significant
from monitoring.domain.totals import YearTotal, total_series

NOTHING = 1e-9
"""Up to this share of the total a rest comes from adding numbers that are not whole."""
FEWEST_SECTORS = 2


@dataclass(frozen=True, slots=True)
class SectorChanges:
    """The change of a total and of its sectors, in the unit of the totals; `rest` is what they leave of it.

    `total` is the sum of `by_sector` and `rest`. The rest is not split among sectors, or confidential where
    `has_withheld`; 0 where the sectors say it all.
    """

    first_year: int
    last_year: int
    first: float
    last: float
    by_sector: Mapping[Sector, tuple[float, float]]
    has_withheld: bool = False

    @property
    def total(self) -> float:
        """The change of the total; less than 0 is a reduction."""
        return significant(self.last - self.first)

    def change(self, sector: Sector) -> float:
        """The change of a sector."""
        before, after = self.by_sector[sector]
        return significant(after - before)

    @property
    def rest(self) -> float:
        """What of the change no sector stands for."""
        rest = self.total - sum(self.change(sector) for sector in self.by_sector)
        return 0.0 if abs(rest) <= NOTHING * abs(self.first) else significant(rest)


def sector_changes(totals: Sequence[YearTotal]) -> SectorChanges | None:
    """From the first to the last year that can be compared; None where fewer than two sectors can.

    After a change of method only the years since then count.

    >>> from monitoring.domain.balance import EmissionEntry
    >>> from monitoring.domain.totals import year_totals
    >>> rows = [EmissionEntry(year=year, sector=sector, emissions_t=value)
    ...         for year, sector, value in ((2019, Sector.HH, 50.0), (2019, Sector.VER, 30.0),
    ...                                     (2023, Sector.HH, 40.0), (2023, Sector.VER, 33.0))]
    >>> found = sector_changes(year_totals(rows))
    >>> found.total, [(sector.value, found.change(sector)) for sector in found.by_sector], found.rest
    (-7.0, [('HH', -10.0), ('VER', 3.0)], 0.0)
    """
    comparable = _comparable(totals)
    if len(comparable) < 2:
        return None
    first, last = comparable[0], comparable[-1]
    assert first.total is not None
    assert last.total is not None
    sectors = _sectors(first, last)
    if len(sectors) < FEWEST_SECTORS:
        return None
    return SectorChanges(first.year, last.year, first.total, last.total, sectors, _is_withheld(first, last))


def _is_withheld(*years: YearTotal) -> bool:
    """Whether what is left over is the confidential sectors and nothing else."""
    hiding = [each for each in years if each.withheld]
    return bool(hiding) and all(each.together is not None for each in hiding)


def _comparable(totals: Sequence[YearTotal]) -> list[YearTotal]:
    """The years with a total since the last change of method."""
    since = max((each.year for each in totals if each.is_break), default=0)
    return [each for each in totals if each.total is not None and each.year >= since]


def _sectors(first: YearTotal, last: YearTotal) -> dict[Sector, tuple[float, float]]:
    """The sectors that both years know; a sum of others where only one of them splits it."""
    found = {
        sector: (first.addends[sector], last.addends[sector])
        for sector in first.addends
        if sector in last.addends
    }
    for parent, parts in PARTS_OF.items():
        series = total_series([first, last], parent)
        if not parts & set(found) and parent not in found and len(series.points) == 2:
            found[parent] = (series.points[0].value, series.points[1].value)
    order = list(Sector)
    return dict(sorted(found.items(), key=lambda each: order.index(each[0])))
