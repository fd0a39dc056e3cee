"""Editions of a balance year side by side: what was reported first, and what it was recalculated to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from monitoring.domain.balance import Area, EmissionEntry
from monitoring.domain.totals import Value, YearTotal, emissions, year_totals


def editions_by_year(
    entries: Iterable[EmissionEntry], value: Value = emissions, area: Area = Area.TERRITORY
) -> Mapping[int, Mapping[int, YearTotal]]:
    """Year → edition → its totals, of the years that have several editions, the newest year first.

    >>> from monitoring.domain.balance import Sector
    >>> rows = [EmissionEntry(year=2020, sector=Sector.HH, edition=edition, emissions_t=400.0 - 10 * edition)
    ...         for edition in (1, 2)]
    >>> {year: {number: each.total for number, each in editions.items()}
    ...  for year, editions in editions_by_year(rows).items()}
    {2020: {1: 390.0, 2: 380.0}}
    """
    numbered: dict[tuple[int, int], list[EmissionEntry]] = {}
    for each in entries:
        numbered.setdefault((each.year, each.edition), []).append(each)
    found: dict[int, dict[int, YearTotal]] = {}
    for (year, edition), of_edition in sorted(numbered.items(), key=lambda each: (-each[0][0], each[0][1])):
        for total in year_totals(of_edition, value, area):
            found.setdefault(year, {})[edition] = total
    return {year: editions for year, editions in found.items() if len(editions) > 1}
