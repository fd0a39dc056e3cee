"""One balance year: what is hidden of it, and what more to hide so that nothing confidential follows."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from monitoring.domain.balance import PARTS_OF, Carrier, Sector
from monitoring.domain.confidentiality.equations import BEYOND, equations, told
from monitoring.domain.confidentiality.outsider import SAFE_DISTANCE, Outsider
from monitoring.domain.confidentiality.solving import Row, Solved, solved
from monitoring.domain.confidentiality.tables import MEASURES, Cell, Table
from monitoring.domain.confidentiality.variables import Equation, Variable, exact, variable

SMALLEST_COVER = float(SAFE_DISTANCE)
"""How large a withheld value must be, measured against a confidential one, to hide it: beside a smaller one
the confidential one could not be larger by the safe distance."""


@dataclass
class BalanceYear:
    """The tables of a year seen so far, and the cells that are hidden."""

    hidden: set[Cell] = field(default_factory=set)
    _tables: list[Table] = field(default_factory=list)
    _numbers: dict[Variable, float] = field(default_factory=dict)
    _protected: set[tuple[object, ...]] = field(default_factory=set)

    def read(self, tables: Iterable[Table]) -> None:
        """Take in the tables of one more state; of a number told twice the earlier one stays the measure."""
        for table in tables:
            if table not in self._tables:
                self._tables.append(table)
            for cell, numbers in table.values.items():
                for measure, number in numbers.items():
                    self._numbers.setdefault((cell, measure), number)

    def protect(self, secret: Collection[Cell]) -> None:
        """Hide further cells until no confidential one is known, or known almost, from those not hidden."""
        if not secret or self._stand(secret) in self._protected:
            return
        numbers = told(self._tables)
        done: set[frozenset[Sector]] = set()
        while coverings := self._coverings() - done:
            covered = min(coverings, key=sorted)
            known = equations(self._tables, secret, covered)
            self._protect(secret, known, {name for each in known for name in exact(each)} - numbers)
            done.add(covered)
        self._protected.add(self._stand(secret))

    def _stand(self, secret: Collection[Cell]) -> tuple[object, ...]:
        return len(self._tables), frozenset(secret), frozenset(self.hidden)

    def _protect(self, secret: Collection[Cell], known: list[Equation], never_told: set[Variable]) -> None:
        rows, outsider = [exact(each) for each in known], Outsider(known, self._numbers, never_told)
        while partner := self._next(secret, rows, never_told) or self._wider(secret, outsider):
            self.hidden.add(partner)

    def release(self, cell: Cell, secret: Collection[Cell]) -> None:
        """Show a cell again that is no longer confidential, where that betrays no other one."""
        before = set(self.hidden)
        self.hidden.discard(cell)
        shown = set(self.hidden)
        self.protect(secret)
        self.hidden = before if self.hidden != shown else shown

    def _coverings(self) -> set[frozenset[Sector]]:
        """What a reported total may contain beyond BISKO; it matters only where such a sector is hidden."""
        beyond = {cell.sector for cell in self.hidden} & BEYOND
        singles = {frozenset({sector}) for sector in beyond}
        return {frozenset(), *singles, *([BEYOND] if beyond else [])}

    def _next(self, secret: Collection[Cell], rows: list[Row], never_told: set[Variable]) -> Cell | None:
        """The cell to hide next; None where nothing confidential follows."""
        solutions: dict[frozenset[Variable], Solved] = {}
        for cell in sorted(secret):
            unknown = frozenset(self._covering(cell) | never_told)
            if unknown not in solutions:
                solutions[unknown] = solved(rows, unknown)
            partner = self._partner(cell, solutions[unknown])
            if partner is not None:
                return partner
        return None

    def _covering(self, cell: Cell) -> set[Variable]:
        """The numbers behind which a cell is hidden: its own, and those of hidden cells of some size."""
        cells = {each for each in self.hidden if each == cell or self._is_large_enough(each, cell)}
        return {variable(each, measure)[0] for each in cells for measure in MEASURES}

    def _partner(self, cell: Cell, found: Solved) -> Cell | None:
        for name in sorted({variable(cell, measure)[0] for measure in MEASURES}):
            derivation = found.derivation(name) or ()
            told = sorted(each for each in derivation if each[0] not in self.hidden)
            if told:
                cheapest: Variable = min(told, key=lambda each: self._cost(cell, each, found))
                return cheapest[0]
        return None

    def _wider(self, secret: Collection[Cell], outsider: Outsider) -> Cell | None:
        """The cell to hide next for a confidential one to be far enough from known: the cheapest that makes
        it safe, else the cheapest that is tied to it at all; None where all are safe.
        """
        unsafe = next((each for each in sorted(secret) if not outsider.is_far(each, self.hidden)), None)
        if unsafe is None:
            return None
        found = outsider.solved(self.hidden)
        near = outsider.near(unsafe, self.hidden)
        ranked = sorted(near, key=lambda each: self._cost(unsafe, variable(each, MEASURES[0])[0], found))
        enough = (each for each in ranked if outsider.is_far(unsafe, {*self.hidden, each}))
        return next(enough, next(iter(ranked), None))

    def _cost(self, cell: Cell, name: Variable, found: Solved) -> tuple[object, ...]:
        """What speaks against hiding a number: it hides too little, it is a total, it is told otherwise too,
        it lies far from the confidential one, it is large.
        """
        other = name[0]
        siblings = next((parts for parts in PARTS_OF.values() if cell.sector in parts), frozenset())
        return (
            not self._is_large_enough(other, cell),
            _totality(other, cell),
            found.is_told_otherwise(name),
            other.sector not in siblings,
            (other.carrier is Carrier.ALL) is not (cell.carrier is Carrier.ALL),
            max(self._size(other, measure) or 0.0 for measure in MEASURES),
            other,
        )

    def _is_large_enough(self, other: Cell, cell: Cell) -> bool:
        """Whether a hidden value is large enough to hide another one behind it."""
        for measure in MEASURES:
            size, own = self._size(other, measure), self._size(cell, measure)
            if size is not None and (size == 0 or (own is not None and size < SMALLEST_COVER * own)):
                return False
        return True

    def _size(self, cell: Cell, measure: str) -> float | None:
        number = self._numbers.get((cell, measure))
        return None if number is None else abs(number)


def _totality(other: Cell, cell: Cell) -> int:
    """0 for a part like the confidential one itself, more for sums that more people look at."""
    is_whole = other.carrier is Carrier.ALL and cell.carrier is not Carrier.ALL
    if other.sector is Sector.SUM:
        return 3 if other.carrier is Carrier.ALL else 2
    return int(is_whole or (other.sector in PARTS_OF and cell.sector not in PARTS_OF))
