"""What is withheld of balances in tests, and whether anything confidential follows from the rest."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from monitoring.domain.balance import Carrier, Sector
from monitoring.domain.confidentiality.blanking import blanked
from monitoring.domain.confidentiality.withholding import Withheld
from monitoring.domain.record import Record
from tests.domain.attack import ADDED, Attack, secrets
from tests.domain.balances import ALL

CARRIERS = (Carrier.ELECTRICITY, Carrier.NATURAL_GAS, Carrier.HEATING_OIL, Carrier.DISTRICT_HEAT)
AMOUNTS = {
    (sector, carrier): 100.0 + 37 * number
    for number, (sector, carrier) in enumerate(product(ADDED, CARRIERS))
}
SECTORS = [(sector, ALL) for sector in (*ADDED, Sector.SUM)]
EVERYTHING = list(product((*ADDED, Sector.SUM), (*CARRIERS, ALL)))


def told(states: Sequence[Sequence[Record]], hidden: Withheld) -> list[list[Record]]:
    """The states as somebody outside sees them."""
    return [[blanked(each, hidden) for each in state] for state in states]


def names(hidden: Withheld, year: int = 2020) -> set[tuple[Sector, Carrier]]:
    """The cells that are withheld of a year."""
    return {(cell.sector, cell.carrier) for cell in hidden.cells.get(year, ())}


def follows(
    states: Sequence[Sequence[Record]], seen: Sequence[Sequence[Record]], year: int = 2020
) -> set[str]:
    """Which confidential numbers follow from what is seen, exactly or closer than by a tenth."""
    attack = Attack(seen, year)
    wanted = {p: value for p, value in secrets(states).get(year, {}).items() if p in attack.places}
    exact = wanted.keys() & attack.known()
    return {str(p) for p, value in wanted.items() if p in exact or attack.narrow(p, value)}
