"""The equations that tie the cells of a balance year: totals and parts, carriers, energy and emissions.

They hold whether or not anybody tells all of the numbers in them; what nobody tells is unknown.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from monitoring.domain.balance import BISKO_SECTORS, PARTS_OF, Area, Carrier, Sector
from monitoring.domain.confidentiality.tables import MEASURES, Cell, Table
from monitoring.domain.confidentiality.variables import Equation, Variable, variable

Place = tuple[Sector, Carrier]
Sum = tuple[Place, Sequence[Place]]
Listing = dict[Sector, set[Carrier]]
"""Each sector of a balance and the carriers it is split into; empty where it is given as a whole only."""
ALL, SUM = Carrier.ALL, Sector.SUM
BEYOND = frozenset(Sector) - BISKO_SECTORS - {SUM}
"""The sectors of which nobody says whether a reported total contains them."""
_PARTS_OF_FUELS = frozenset(
    {Carrier.PETROL, Carrier.DIESEL, Carrier.CNG, Carrier.LPG, Carrier.KEROSENE, Carrier.BIOFUEL}
)


def told(tables: Iterable[Table]) -> set[Variable]:
    """The numbers that any of the tables tells, confidential ones included."""
    return {
        variable(cell, measure)[0]
        for table in tables
        for cell, numbers in table.values.items()
        for measure in numbers
    }


def equations(
    tables: Collection[Table], secret: Collection[Cell], covered: Collection[Sector]
) -> list[Equation]:
    """What somebody knows who reads these tables of one year.

    Args:
        secret: cells that are confidential in any state; tables that leave them out contain them too.
        covered: the sectors beyond BISKO that a reported total is held to contain.
    """
    found: list[Equation] = []
    for area in sorted({table.area for table in tables}):
        own = [table for table in tables if table.area is area]
        hidden = [cell for cell in secret if cell.area is area]
        for measure in MEASURES:
            listings = [_listing([table], measure, hidden) for table in own]
            everything = _listing(own, measure, hidden)
            elsewhere = {sector for table in own for sector in table.elsewhere}
            sums = [*_sums_across(everything, covered, elsewhere)]
            for table, listing in zip(own, listings, strict=True):
                sums += _sums_within(listing, covered, table.elsewhere)
            found += [_equation(area, total, parts, measure) for total, parts in sums]
    return list(dict.fromkeys([*found, *_administration(tables, secret)]))


def _equation(area: Area, total: Place, parts: Iterable[Place], measure: str) -> Equation:
    """Total − Σ parts = 0."""
    signs = ((total, 1), *((part, -1) for part in parts))
    return frozenset(((Cell(area, sector, carrier), measure), sign) for (sector, carrier), sign in signs)


def _listing(tables: Iterable[Table], measure: str, secret: Iterable[Cell]) -> Listing:
    """The sectors for which the tables give a number, and those that are confidential."""
    found: Listing = {}
    for table in tables:
        for cell, numbers in table.values.items():
            if measure in numbers:
                found.setdefault(cell.sector, set()).update({cell.carrier} - {ALL})
    if not found:
        return found
    for cell in secret:
        if cell.carrier is ALL:
            found.setdefault(cell.sector, set())
        elif found.get(cell.sector) or (cell.sector not in found and found.get(SUM)):
            found.setdefault(cell.sector, set()).add(cell.carrier)
    return found


def _split(listing: Listing, sector: Sector) -> set[Carrier]:
    """The carriers of a sector; one given as a whole only is split like the total, in parts nobody tells."""
    return listing.get(sector) or listing.get(SUM, set())


def _added(listing: Listing, covered: Collection[Sector], elsewhere: Collection[Sector]) -> list[Sector]:
    """The sectors that a total adds, none of them twice."""
    found = {each for each in listing if each in BISKO_SECTORS or each in covered} - set(elsewhere)
    for parent, parts in PARTS_OF.items():
        found -= parts if parent in found else set()
    return sorted(found)


def _sums_within(
    listing: Listing, covered: Collection[Sector], elsewhere: Collection[Sector]
) -> Iterator[Sum]:
    """Of one table: a sector is the sum of its carriers, the reported total that of the sectors."""
    for sector in listing:
        yield from _carrier_sums(sector, _split(listing, sector))
    if SUM in listing:
        yield from _totals(listing, _added(listing, covered, elsewhere))


def _carrier_sums(sector: Sector, carriers: set[Carrier]) -> Iterator[Sum]:
    """The carriers of a sector; fuels are perhaps the sum of petrol, diesel and others."""
    fuels = carriers & _PARTS_OF_FUELS if Carrier.FUELS in carriers else set()
    if carriers:
        yield (sector, ALL), [(sector, each) for each in sorted(carriers - fuels)]
    if fuels:
        yield (sector, Carrier.FUELS), [(sector, each) for each in sorted(fuels)]


def _totals(listing: Listing, sectors: Sequence[Sector]) -> Iterator[Sum]:
    """The total of all sectors, as a whole and for each carrier it is split into."""
    if not sectors:
        return
    yield (SUM, ALL), [(each, ALL) for each in sectors]
    for carrier in sorted(listing.get(SUM, ())):
        yield (SUM, carrier), [(each, carrier) for each in sectors if carrier in _split(listing, each)]


def _sums_across(
    listing: Listing, covered: Collection[Sector], elsewhere: Collection[Sector]
) -> Iterator[Sum]:
    """Of all tables together: one may tell the total, another the sectors, a third the parts of a sector."""
    yield from _totals(listing, _added(listing, covered, elsewhere))
    for parent, parts in PARTS_OF.items():
        if not listing.keys() & parts or parent not in listing:
            continue
        for carrier in (ALL, *sorted(set().union(*(_split(listing, each) for each in (parent, *parts))))):
            yield (parent, carrier), [(each, carrier) for each in sorted(parts)]


def _administration(tables: Collection[Table], secret: Collection[Cell]) -> Iterator[Equation]:
    """The municipality's own facilities in the balance of the territory are perhaps its administration."""
    for measure in MEASURES:
        of_area = {
            area: _listing(
                [each for each in tables if each.area is area],
                measure,
                [each for each in secret if each.area is area],
            )
            for area in Area
        }
        if Sector.KE not in of_area[Area.TERRITORY] or not of_area[Area.ADMINISTRATION]:
            continue
        split = _split(of_area[Area.TERRITORY], Sector.KE) & of_area[Area.ADMINISTRATION].get(SUM, set())
        for carrier in (ALL, *sorted(split)):
            municipal = Cell(Area.TERRITORY, Sector.KE, carrier)
            yield frozenset(
                {((municipal, measure), 1), ((Cell(Area.ADMINISTRATION, SUM, carrier), measure), 1)}
            )
