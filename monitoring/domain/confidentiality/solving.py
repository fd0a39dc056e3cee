"""Solving: what follows from linear equations, and from which of the numbers that are told.

Reckoned with whole numbers modulo a prime: exact, so that „follows“ never depends on rounding.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

PRIME = 2**61 - 1
Row = dict[Any, int]
"""One equation Σ coefficient · variable = 0."""


@dataclass(slots=True)
class Solved:
    """Equations solved for the unknown variables as far as that is possible.

    `pivots` say what an unknown variable is in terms of others; `rest` are equations between told numbers.
    """

    unknown: Collection[Any]
    pivots: dict[Any, Row] = field(default_factory=dict)
    rest: list[Row] = field(default_factory=list)

    def derivation(self, wanted: Any) -> list[Any] | None:
        """The told numbers that an unknown one follows from; None where it does not follow.

        >>> rows = [{"sum": 1, "a": -1, "b": -1, "c": -1}]
        >>> solved(rows, {"a"}).derivation("a"), solved(rows, {"a", "b"}).derivation("a")
        (['sum', 'b', 'c'], None)
        """
        row = self.pivots.get(wanted)
        if row is None or any(name in self.unknown for name in row if name != wanted):
            return None
        return [name for name in row if name != wanted]

    def is_told_otherwise(self, name: Any) -> bool:
        """Whether a told number would follow from others if it were not told."""
        return any(name in row for row in self.rest)


def solved(rows: Iterable[Row], unknown: Collection[Any]) -> Solved:
    """Solve equations for the unknown variables (Gauss–Jordan)."""
    found = Solved(unknown)
    for each in rows:
        row = dict(each)
        for name in [name for name in row if name in found.pivots]:
            _subtract(row, found.pivots[name], row[name])
        pivot = next((name for name in row if name in unknown), None)
        if pivot is None:
            found.rest += [row] if row else []
            continue
        row = _times(row, pow(row[pivot], -1, PRIME))
        for other in found.pivots.values():
            if pivot in other:
                _subtract(other, row, other[pivot])
        found.pivots[pivot] = row
    return found


def _times(row: Row, factor: int) -> Row:
    return {name: coefficient * factor % PRIME for name, coefficient in row.items()}


def _subtract(row: Row, other: Row, factor: int) -> None:
    """Take a multiple of another equation away, in place; variables that cancel are gone."""
    for name, coefficient in other.items():
        left = (row.get(name, 0) - factor * coefficient) % PRIME
        if left:
            row[name] = left
        else:
            row.pop(name, None)
