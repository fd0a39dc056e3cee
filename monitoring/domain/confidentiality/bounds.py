"""Bounds: how far a hidden number may lie from its true value for somebody who knows that none is negative.

Reckoned in a fixed order with plain floating numbers, so that every machine comes to the same answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

Row = dict[Any, float]
"""Σ coefficient · variable, in an equation or of which something is at most so large."""
_NOTHING = 1e-9
"""What is left of a coefficient of about 1 where nothing should be left."""


class Leeway:
    """By how much hidden numbers can differ from what they are, together, without breaking an equation.

    Args:
        equations: each Σ coefficient · number = 0.
        hidden: the numbers that are not told, with what they are; None where that is not known or may be
            negative.
    """

    def __init__(self, equations: Iterable[Row], hidden: Mapping[Any, float | None]) -> None:
        self._pivots: dict[Any, Row] = {}
        self._hidden = hidden
        for equation in equations:
            self._take_in({name: each for name, each in equation.items() if name in hidden})

    def _take_in(self, row: Row) -> None:
        """Solve an equation for one of its numbers, one without a lower bound where there is any."""
        for name in [name for name in row if name in self._pivots]:
            _add(row, self._pivots[name], row.pop(name))
        if not row:
            return
        pivot = min(row, key=lambda name: (self._hidden[name] is not None, name))
        coefficient = row.pop(pivot)
        row = {name: -each / coefficient for name, each in row.items()}
        for other in self._pivots.values():
            if pivot in other:
                _add(other, row, other.pop(pivot))
        self._pivots[pivot] = row

    def allows(self, name: Any, difference: float) -> bool:
        """Whether a hidden number may be larger (or smaller) than it is by as much, with none negative.

        >>> rows = [{"sum": 1.0, "a": float(-1), "b": float(-1)}]
        >>> leeway = Leeway(rows, {"a": float(30), "b": float(5)})
        >>> leeway.allows("a", 5.0), leeway.allows("a", 6.0), leeway.allows("a", -30.0)
        (True, False, True)
        """
        sign = 1 if difference > 0 else -1
        limits = [
            (_in_two(times(self._in_free(each), -1)), size)
            for each, size in self._hidden.items()
            if size is not None
        ]
        aim = _in_two(times(self._in_free(name), sign))
        return Simplex(aim, limits).reaches(abs(difference))

    def _in_free(self, name: Any) -> Row:
        return self._pivots.get(name, {name: 1.0})


class Simplex:
    """The simplex method for Σ aim · x where every Σ row · x stays at most at its limit and no x is negative.

    It starts from x = 0, where every limit (none is negative) is kept. Of the variables that could enter or
    leave, the one with the first name does, so that it ends.
    """

    def __init__(self, aim: Row, limits: Iterable[tuple[Row, float]]) -> None:
        self.reached = 0.0
        self._aim = dict(aim)
        self._table = {(1, number): (dict(row), limit) for number, (row, limit) in enumerate(limits)}

    def reaches(self, enough: float | None = None) -> bool:
        """Whether the aim can be as large as that; without a number, go as far as possible.

        >>> one = 1.0
        >>> aim, limits = {(0, "x"): one, (0, "y"): one}, [({(0, "x"): one}, one),
        ...                                               ({(0, "x"): -one, (0, "y"): one}, one)]
        >>> Simplex(aim, limits).reaches(3.0), Simplex(aim, limits).reaches(4.0)
        (True, False)
        """
        while enough is None or self.reached < enough:
            entering = min((name for name, each in self._aim.items() if each > _NOTHING), default=None)
            if entering is None:
                return False
            ends = [
                (limit / row[entering], name)
                for name, (row, limit) in self._table.items()
                if row.get(entering, 0) > _NOTHING
            ]
            if not ends:
                return True
            self._exchange(entering, min(ends)[1])
        return True

    def value(self, name: Any) -> float:
        """What x is where the method stands."""
        return self._table[name][1] if name in self._table else 0.0

    def _exchange(self, entering: Any, leaving: Any) -> None:
        row, limit = self._table.pop(leaving)
        coefficient = row.pop(entering)
        row, limit = times(row, 1 / coefficient) | {leaving: 1 / coefficient}, limit / coefficient
        for name, (other, other_limit) in self._table.items():
            if entering in other:
                share = other.pop(entering)
                _add(other, row, -share)
                self._table[name] = (other, other_limit - share * limit)
        share = self._aim.pop(entering)
        _add(self._aim, row, -share)
        self.reached += share * limit
        self._table[entering] = (row, limit)


def fitting(equations: Iterable[tuple[Row, float]]) -> dict[Any, float]:
    """Numbers, none of them negative, with which every Σ coefficient · number = result, as far as possible.

    >>> fitting([({"a": 1.0, "b": 1.0}, 5.0), ({"a": -1.0}, -2.0)])
    {'a': 2.0, 'b': 3.0}
    """
    limits = [(times(row, -1), -result) if result < 0 else (row, result) for row, result in equations]
    named = [({(0, name): each for name, each in row.items()}, result) for row, result in limits]
    aim: Row = {}
    for row, _ in named:
        _add(aim, row, 1.0)
    simplex = Simplex(aim, named)
    simplex.reaches()
    return {name: simplex.value((0, name)) for name in sorted({name for row, _ in limits for name in row})}


def _in_two(row: Row) -> Row:
    """A sum over variables of either sign as one over those that are not negative: x = x⁺ − x⁻."""
    return {(0, name, sign): sign * each for name, each in row.items() for sign in (1, -1)}


def times(row: Row, factor: float) -> Row:
    """A multiple of a row."""
    return {name: factor * each for name, each in row.items()}


def _add(row: Row, other: Row, factor: float) -> None:
    """Add a multiple of another row, in place; variables that cancel are gone."""
    for name, each in other.items():
        total = row.get(name, 0.0) + factor * each
        if abs(total) > _NOTHING:
            row[name] = total
        else:
            row.pop(name, None)
