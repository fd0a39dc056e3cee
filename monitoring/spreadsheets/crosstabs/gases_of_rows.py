"""Emissions of one key counted twice, as CO2 alone and as all greenhouse gases: one of the two is taken."""

from __future__ import annotations

from dataclasses import dataclass, field

from monitoring.spreadsheets.crosstabs.cells import Meaning
from monitoring.spreadsheets.gases import Gas, SaidGas, asked_gas
from monitoring.spreadsheets.remarks import Remarks
from monitoring.spreadsheets.row import Row

EMISSIONS = "emissions_t"
TOLERANCE = 0.005
"""Share by which the same number may differ in two tables of a file, rounded differently."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A number of emissions, in the row of its cell or of its key; `by_unit` where its unit says CO2 only."""

    row: Row
    said: SaidGas
    by_unit: bool


@dataclass(slots=True)
class GasesOfRows:
    """Remembers what the emissions of each row count, and the same emissions counted otherwise."""

    remarks: Remarks
    _counted: dict[int, Counted] = field(default_factory=dict)
    _others: dict[int, Counted] = field(default_factory=dict)

    def note(self, row: Row, name: str, meaning: Meaning) -> None:
        """Notes which gases the emissions that a row took count."""
        if name == EMISSIONS and meaning.gas and row.values[name] is not None:
            self._counted[id(row)] = _counted(row, meaning)

    def alike(self, row: Row, name: str, meaning: Meaning, again: Row) -> Row | None:
        """The row whose number a second one must repeat; None where it counts other gases, and is kept."""
        known = self._counted.get(id(row))
        if name != EMISSIONS or not (meaning.gas and known) or meaning.gas.gas is known.said.gas:
            return row
        if row.values[name] == again.values[name]:
            # „0 t“ and what emits CO2 alone are the same either way.
            said = max(known.said, meaning.gas, key=_reach)
            self._counted[id(row)] = Counted(row, said, by_unit=False)
            return None
        other = self._others.setdefault(id(row), _counted(again, meaning))
        return None if other.row is again else other.row

    def settle(self) -> None:
        """Takes the emissions that count, and says which were left out and which are of CO2 alone."""
        for key, other in self._others.items():
            known = self._counted[key]
            all_gases = next(each for each in (known, other) if _reach(each.said))
            origin = all_gases.row.origins[EMISSIONS]
            taken = asked_gas(known.said, other.said, origin.sheet, origin.cell, self.remarks)
            left = other if taken is known.said.gas else known
            self._say("other_gas_left_out", left)
            if left is known:
                known.row.add(other.row)
                self._counted[key] = Counted(known.row, other.said, other.by_unit)
        has_all = bool(self._others) or any(_reach(each.said) for each in self._counted.values())
        for each in self._counted.values():
            if each.by_unit or (has_all and not _reach(each.said)):
                self._say("only_co2", each)

    def _say(self, code: str, counted: Counted) -> None:
        origin, label = counted.row.origins[EMISSIONS], counted.said.label
        self.remarks.gather(code, origin.sheet, origin.cell, origin.text, origin.sheet, heading=label)


def is_rounded(known: float, new: float) -> bool:
    """Whether two numbers are one, rounded differently.

    >>> is_rounded(1234.5, 1234.0), is_rounded(100.0, 110.0)
    (True, False)
    """
    return abs(known - new) <= TOLERANCE * max(abs(known), abs(new))


def _reach(said: SaidGas) -> bool:
    return said.gas is Gas.ALL


def _counted(row: Row, meaning: Meaning) -> Counted:
    assert meaning.gas is not None
    return Counted(row, meaning.gas, meaning.unit is not None and meaning.unit.only_co2)
