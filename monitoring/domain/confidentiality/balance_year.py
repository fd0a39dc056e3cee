"""One balance year: what is hidden of it, and what more to hide so that nothing confidential follows."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from monitoring.domain.balance import PARTS_OF, Carrier, Sector
from monitoring.domain.confidentiality.equations import BEYOND, Variable, equations, told, variable
from monitoring.domain.confidentiality.solving import Row, Solved, solved
from monitoring.domain.confidentiality.tables import MEASURES, Cell, Table

SMALLEST_COVER = 0.1
"""How large a withheld value must be, measured against a confidential one, to hide it: beside a value of
almost nothing the confidential one would be known almost exactly."""


@dataclass
class BalanceYear:
    """The tables of a year seen so far, and the cells that are hidden."""

    hidden: set[Cell] = field(default_factory=set)
    _tables: list[Table] = field(default_factory=list)
    _sizes: dict[Variable, float] = field(default_factory=dict)

    def read(self, tables: Iterable[Table]) -> None:
        """Take in the tables of one more state; of a number told twice the earlier one stays the measure."""
        for table in tables:
            if table not in self._tables:
                self._tables.append(table)
            for cell, numbers in table.values.items():
                for measure, number in numbers.items():
                    self._sizes.setdefault((cell, measure), abs(number))

    def protect(self, secret: Collection[Cell]) -> None:
        """Hide further cells until no confidential one follows from those that are not hidden."""
        numbers = told(self._tables)
        done: set[frozenset[Sector]] = set()
        while coverings := self._coverings() - done:
            covered = min(coverings, key=sorted)
            rows = equations(self._tables, secret, covered)
            never_told = {name for row in rows for name in row} - numbers
            while partner := self._next(secret, rows, never_told):
                self.hidden.add(partner)
            done.add(covered)

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
            max(self._sizes.get((other, measure), 0.0) for measure in MEASURES),
            other,
        )

    def _is_large_enough(self, other: Cell, cell: Cell) -> bool:
        """Whether a hidden value is large enough to hide another one behind it."""
        for measure in MEASURES:
            size, own = self._sizes.get((other, measure)), self._sizes.get((cell, measure))
            if size is not None and (size == 0 or (own is not None and size < SMALLEST_COVER * own)):
                return False
        return True


def _totality(other: Cell, cell: Cell) -> int:
    """0 for a part like the confidential one itself, more for sums that more people look at."""
    is_whole = other.carrier is Carrier.ALL and cell.carrier is not Carrier.ALL
    if other.sector is Sector.SUM:
        return 3 if other.carrier is Carrier.ALL else 2
    return int(is_whole or (other.sector in PARTS_OF and cell.sector not in PARTS_OF))
