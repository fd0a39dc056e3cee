"""An attack on confidential values: everything that is told of a balance, solved by least squares and bounds.

Written apart from the code it attacks, with floating numbers, the factors of the energy carriers, and the
knowledge that no value is negative.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import numpy as np
from scipy.linalg import null_space
from scipy.optimize import linprog

from monitoring.domain.balance import Area, Carrier, CellState, EmissionEntry, Sector
from monitoring.domain.record import Record
from monitoring.domain.target import TargetNode, TargetQuantity

ADDED = (Sector.HH, Sector.GHD, Sector.IND, Sector.KE, Sector.VER)
QUANTITIES = ("energy_mwh", "emissions_t")
FACTORS = {carrier: 0.03 + 0.017 * number for number, carrier in enumerate(Carrier)}
Place = tuple[Area, Sector, Carrier, str]


class Said(NamedTuple):
    """What an output says of a number: between which values it lies, rounded as it is there."""

    place: Place
    low: float
    high: float


class Attack:
    """Equations over the cells of one year, in the numbers that are told.

    Every sum is used that holds at all, whichever tables tell its parts. `said` is what is known only
    between two values.
    """

    def __init__(self, states: Sequence[Iterable[Record]], year: int, said: Iterable[Said] = ()) -> None:
        self.places: dict[Place, int] = {}
        self.rows: list[dict[int, float]] = []
        self.sums: list[float] = []
        self._carriers: set[Carrier] = set()
        self.heard: dict[int, tuple[float, float]] = {}
        for state in states:
            self._read([each for each in state if _year(each) == year])
        self._hear(said)
        self._add_up(Area.TERRITORY)
        for area, sector, carrier, quantity in list(self.places):
            if carrier is not Carrier.ALL and quantity == "energy_mwh":
                energy, emissions = ((area, sector, carrier, each) for each in QUANTITIES)
                self._say({self._of(emissions): 1.0, self._of(energy): -FACTORS[carrier]}, 0.0)

    def _hear(self, said: Iterable[Said]) -> None:
        """Take in what is only known between two values."""
        for place, low, high in said:
            self._carriers |= {place[2]} - {Carrier.ALL}
            position = self._of(place)
            slack = 1e-6 * abs(high) + 1e-6
            least, most = self.heard.get(position, (0.0, np.inf))
            self.heard[position] = (max(least, low - slack), min(most, high + slack))

    def _of(self, place: Place) -> int:
        return self.places.setdefault(place, len(self.places))

    def _say(self, row: dict[int, float], result: float) -> None:
        self.rows.append(row)
        self.sums.append(result)

    def _read(self, records: list[Record]) -> None:
        for each in records:
            if isinstance(each, EmissionEntry):
                self._carriers |= {each.carrier} - {Carrier.ALL}
                for quantity in QUANTITIES:
                    self._told((each.area, each.sector, each.carrier, quantity), getattr(each, quantity))
            elif isinstance(each, TargetNode):
                self._told(_base_place(each), _base_value(each))

    def _told(self, place: Place | None, value: float | None) -> None:
        if place is not None:
            position = self._of(place)
            if value is not None:
                self._say({position: 1.0}, value)

    def _add_up(self, area: Area) -> None:
        """Carriers add up to a sector, sectors to the total, GHD and IND to WIRT."""
        for quantity in QUANTITIES:
            for sector in (*ADDED, Sector.SUM, Sector.WIRT):
                parts = [(sector, each) for each in sorted(self._carriers)]
                if parts:
                    self._equal((sector, Carrier.ALL), parts, area, quantity)
            for carrier in (Carrier.ALL, *sorted(self._carriers)):
                self._equal((Sector.SUM, carrier), [(each, carrier) for each in ADDED], area, quantity)
                business = [(each, carrier) for each in (Sector.GHD, Sector.IND)]
                self._equal((Sector.WIRT, carrier), business, area, quantity)

    def _equal(self, total: Any, parts: list[Any], area: Area, quantity: str) -> None:
        row = {self._of((area, *total, quantity)): 1.0}
        for part in parts:
            row[self._of((area, *part, quantity))] = -1.0
        self._say(row, 0.0)

    def solved(self) -> tuple[Any, Any]:
        """All equations as a matrix with its right side."""
        matrix = np.zeros((len(self.rows), len(self.places)))
        for number, row in enumerate(self.rows):
            for position, coefficient in row.items():
                matrix[number, position] = coefficient
        return matrix, np.array(self.sums)

    def known(self) -> set[Place]:
        """Every number that follows from what is told."""
        matrix, _ = self.solved()
        free = null_space(matrix, rcond=1e-10)
        return {
            place for place, position in self.places.items() if np.abs(free[position]).max(initial=0) < 1e-7
        }

    def bounds(self, place: Place) -> tuple[float, float]:
        """Between which values a number must lie, where none is negative."""
        matrix, sums = self.solved()
        limits = [self.heard.get(position, (0.0, None)) for position in range(len(self.places))]
        ends = []
        for sign in (1, -1):
            aim = np.zeros(len(self.places))
            aim[self.places[place]] = sign
            found = linprog(aim, A_eq=matrix, b_eq=sums, bounds=limits, method="highs")
            assert found.status in (0, 3), found.message  # what is told contradicts itself
            ends.append(sign * found.fun if found.status == 0 else sign * -np.inf)
        return ends[0], ends[1]

    def narrow(self, place: Place, value: float, share: float = 0.1) -> bool:
        """Whether a number is known closer than by a share of its value, upwards or downwards."""
        low, high = self.bounds(place)
        slack = 1e-6 * max(value, 1.0)
        return low > value * (1 - share) + slack or high < value * (1 + share) - slack


def _year(record: Record) -> int | None:
    return record.base_year if isinstance(record, TargetNode) else getattr(record, "year", None)


def _base_place(target: TargetNode) -> Place | None:
    quantity = {TargetQuantity.EMISSIONS: "emissions_t", TargetQuantity.ENERGY: "energy_mwh"}
    if target.quantity not in quantity:
        return None
    return target.area, target.sector or Sector.SUM, Carrier.ALL, quantity[target.quantity]


def _base_value(target: TargetNode) -> float | None:
    if target.base_value is None and target.value is not None and target.reduction not in (None, 1):
        return target.value / (1 - (target.reduction or 0))
    return target.base_value


def secrets(states: Sequence[Iterable[Record]]) -> dict[int, dict[Place, float]]:
    """The numbers of every cell that any of the states marks as confidential, by year, with what they are."""
    found: dict[int, dict[Place, float]] = {}
    for state in states:
        for each in state:
            if isinstance(each, EmissionEntry) and each.state is CellState.CONFIDENTIAL:
                for quantity in QUANTITIES:
                    place = (each.area, each.sector, each.carrier, quantity)
                    found.setdefault(each.year, {})[place] = getattr(each, quantity) or 0.0
    return found
