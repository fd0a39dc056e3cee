"""The withheld sectors of a balance year: which ones nobody is told of, and what they are together."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from monitoring.domain.balance import BISKO_SECTORS, PARTS_OF, CellState, EmissionEntry, Sector
from monitoring.domain.rounding import significant


def withheld_sectors(entries: Iterable[EmissionEntry], told: Collection[Sector]) -> tuple[Sector, ...]:
    """The sectors of the BISKO total that are confidential; parts of a sector that is told are in it.

    >>> rows = [EmissionEntry(year=2020, sector=sector, state=CellState.CONFIDENTIAL)
    ...         for sector in (Sector.WIRT, Sector.GHD, Sector.IND)]
    >>> withheld_sectors(rows, {Sector.HH})
    (<Sector.GHD: 'GHD'>, <Sector.IND: 'IND'>)
    >>> withheld_sectors(rows[1:], {Sector.HH, Sector.WIRT})
    ()
    """
    hidden = {
        each.sector
        for each in entries
        if each.state is CellState.CONFIDENTIAL
        and each.sector in BISKO_SECTORS
        and each.is_included_in is None
    } - set(told)
    for parent, parts in PARTS_OF.items():
        if parent in told:
            hidden -= parts
        elif parts & (hidden | set(told)):
            hidden.discard(parent)
    return tuple(sorted(hidden))


def together(
    withheld: Collection[Sector], reported: float | None, addends: Mapping[Sector, float]
) -> float | None:
    """What several withheld sectors are together: what the others leave of the reported total.

    Everybody could subtract it. Of a single sector it is not told, nor where nothing is left for them.

    >>> together((Sector.GHD, Sector.IND), 90.0, {Sector.HH: 40.0}), together((Sector.IND,), 90.0, {})
    (50.0, None)
    """
    if reported is None or len(withheld) < 2:
        return None
    left = significant(reported - sum(addends.values()))
    return left if left > 0 else None
