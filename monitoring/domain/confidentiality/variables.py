"""What stands for the numbers of cells in equations, and what an equation is, exactly and in real numbers."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from monitoring.domain.balance import Carrier
from monitoring.domain.confidentiality.solving import PRIME, Row
from monitoring.domain.confidentiality.tables import EMISSIONS, ENERGY, Cell

Variable = tuple[Cell, str]
"""A number of a cell."""
Equation = frozenset[tuple[Variable, int]]
"""Numbers of cells with their signs; their sum is 0."""
Numbers = Mapping[Variable, float]


def variable(cell: Cell, measure: str) -> tuple[Variable, int]:
    """What stands for a number of a cell, and its coefficient.

    Of one carrier, emissions are energy times a factor that everybody can look up: one number tells both.
    """
    if cell.carrier is Carrier.ALL or measure == ENERGY:
        return (cell, measure), 1
    return (cell, ENERGY), _any_factor(cell.carrier)


@cache
def _any_factor(carrier: Carrier) -> int:
    """Any factors will do that are in no special proportion to each other."""
    return pow(3, 1_000 + 7_919 * list(Carrier).index(carrier), PRIME)


def exact(equation: Equation) -> Row:
    """The equation for `solving`, with whole numbers modulo a prime."""
    row: Row = {}
    for (cell, measure), sign in sorted(equation):
        name, coefficient = variable(cell, measure)
        row[name] = sign * coefficient % PRIME
    return row


def real(equation: Equation, factors: Mapping[Carrier, float]) -> dict[Variable, float]:
    """The equation with the factors of the carriers as the balance itself has them."""
    row = {}
    for (cell, measure), sign in sorted(equation):
        name, _ = variable(cell, measure)
        row[name] = sign * (1.0 if name[1] == measure else factors.get(cell.carrier, 1.0))
    return row


def factors_of(numbers: Numbers) -> dict[Carrier, float]:
    """The factor of each carrier in t/MWh, from all cells of which energy and emissions are known.

    >>> from monitoring.domain.balance import Area, Sector
    >>> gas = Cell(Area.TERRITORY, Sector.HH, Carrier.NATURAL_GAS)
    >>> factors_of({(gas, ENERGY): 100.0, (gas, EMISSIONS): 25.0})
    {<Carrier.NATURAL_GAS: 'natural_gas'>: 0.25}
    """
    sums: dict[Carrier, tuple[float, float]] = {}
    for cell, measure in sorted(numbers):
        if measure == ENERGY and (cell, EMISSIONS) in numbers:
            energy, emissions = sums.get(cell.carrier, (0.0, 0.0))
            both = (energy + numbers[cell, ENERGY], emissions + numbers[cell, EMISSIONS])
            sums[cell.carrier] = both
    return {carrier: emissions / energy for carrier, (energy, emissions) in sums.items() if energy}


def amount(name: Variable, numbers: Numbers, factors: Mapping[Carrier, float]) -> float | None:
    """How large what stands for a number is; None where nobody ever told it."""
    if name in numbers:
        return numbers[name]
    cell, measure = name
    emissions = numbers.get((cell, EMISSIONS))
    if measure != ENERGY or cell.carrier is Carrier.ALL or emissions is None:
        return None
    factor = factors.get(cell.carrier, 1.0)
    return emissions / factor if factor else None
