"""The outsider: how near somebody comes to a confidential value who knows that nothing is negative."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from monitoring.domain.balance import Sector
from monitoring.domain.confidentiality.bounds import Leeway, fitting
from monitoring.domain.confidentiality.solving import Solved, solved
from monitoring.domain.confidentiality.tables import MEASURES, Cell
from monitoring.domain.confidentiality.variables import (
    Equation,
    Numbers,
    Variable,
    amount,
    exact,
    factors_of,
    real,
    variable,
)

SAFE_DISTANCE = 0.1
"""How far from a confidential value an outsider must have to look for it, upwards and downwards, as a share
of the value. The protection interval of the p-% rule, after which offices of statistics withhold second cells
(Hundepool and others, Handbook on Statistical Disclosure Control, chapter 4); their own p is not public."""
Sizes = Mapping[Variable, float | None]


class Outsider:
    """Somebody who knows the equations of a balance year and everything in it that is not hidden.

    Args:
        known: the equations.
        numbers: what each number is, as far as any table gives it.
        never_told: what stands in the equations and is in no table.
    """

    def __init__(self, known: Sequence[Equation], numbers: Numbers, never_told: Collection[Variable]) -> None:
        factors = factors_of(numbers)
        self._exact = [exact(each) for each in known]
        self._real = [real(each, factors) for each in known]
        self._never_told = frozenset(never_told)
        names = {name for row in self._real for name in row}
        told = {name: amount(name, numbers, factors) for name in sorted(names)}
        self._sizes = {name: _not_negative(name, each) for name, each in self._filled(told).items()}

    def solved(self, hidden: Collection[Cell]) -> Solved:
        """What follows exactly."""
        return solved(self._exact, self._unknown(hidden))

    def is_far(self, cell: Cell, hidden: Collection[Cell]) -> bool:
        """Whether nobody can tell a confidential value closer than by the safe distance, up or down."""
        unknown = self._unknown(hidden)
        tied = self._tied(cell, unknown)
        leeway = Leeway(
            (row for row in self._real if row.keys() & tied), {name: self._sizes.get(name) for name in tied}
        )
        own = sorted(_names(cell) & tied)
        distances = [(name, SAFE_DISTANCE * (self._sizes.get(name) or 0.0)) for name in own]
        return all(leeway.allows(name, sign * each) for name, each in distances for sign in (1, -1))

    def near(self, cell: Cell, hidden: Collection[Cell]) -> set[Cell]:
        """The cells that are not hidden and share an equation with what a confidential one is tied to."""
        unknown = self._unknown(hidden)
        tied = self._tied(cell, unknown)
        return {name[0] for row in self._real if row.keys() & tied for name in row if name not in unknown}

    def _unknown(self, hidden: Collection[Cell]) -> frozenset[Variable]:
        return self._never_told.union(*map(_names, hidden))

    def _tied(self, cell: Cell, unknown: Collection[Variable]) -> set[Variable]:
        """The unknown numbers that equations tie to those of a cell, directly or by way of others."""
        tied = _names(cell)
        while (
            grown := {name for row in self._real if row.keys() & tied for name in row if name in unknown}
            - tied
        ):
            tied |= grown
        return tied

    def _filled(self, told: Sizes) -> dict[Variable, float | None]:
        """With possible numbers where nobody ever told one."""
        equations = []
        for row in self._real:
            result = 0.0
            for name, each in row.items():
                result -= each * (told[name] or 0.0)
            rest = {name: each for name, each in row.items() if told[name] is None}
            if rest:
                equations.append((rest, result))
        return {**told, **fitting(equations)}


def _names(cell: Cell) -> set[Variable]:
    return {variable(cell, measure)[0] for measure in MEASURES}


def _not_negative(name: Variable, number: float | None) -> float | None:
    """What is below zero, or takes up what others emit, can be anything."""
    return None if number is None or number < 0 or name[0].sector is Sector.LAND_USE else number
