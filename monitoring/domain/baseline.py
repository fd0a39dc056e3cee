"""The baseline: the year and value a target refers to, with the path and direction that follow from them."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from monitoring.domain.indicator import Direction
from monitoring.domain.series import Point, Series
from monitoring.domain.target_versions import Target


class BaseSource(StrEnum):
    """Where the base value comes from: the council's decision, or the balance of the base year."""

    TARGET = "target"
    BALANCE = "balance"


class Base(NamedTuple):
    """The year and value that a reduction refers to."""

    year: int | None
    value: float | None
    source: BaseSource | None


def base_of(target: Target, series: Series) -> Base:
    """The base value: the target's own, else that of the balance of the base year.

    The decision wins, because the council voted on its number; it may also precede the first balance.
    """
    if target.base_value is not None:
        return Base(target.base_year, target.base_value, BaseSource.TARGET)
    value = None if target.base_year is None else series.value(target.base_year)
    return Base(target.base_year, value, None if value is None else BaseSource.BALANCE)


def promised_nodes(target: Target, base: Base) -> tuple[Point, ...]:
    """The base point, if any, and the value of every target year; none where the final value is unknown."""
    nodes = target.resolved(base.value)
    if not nodes or nodes[-1].year != target.final.year:
        return ()
    if base.year is None:
        return nodes
    after = tuple(node for node in nodes if node.year > base.year)
    return after if base.value is None else (Point(base.year, base.value), *after)


def direction_of(nodes: tuple[Point, ...], base: Base, fallback: Direction = Direction.LESS) -> Direction:
    """Which way the target lies: by the sign of target minus base value, else by the fallback.

    >>> direction_of((Point(2020, 10.0), Point(2030, 50.0)), Base(None, None, None)).value
    'more'
    """
    if not nodes:
        return fallback
    start = nodes[0].value if base.value is None else base.value
    if nodes[-1].value == start:
        return fallback
    return Direction.MORE if nodes[-1].value > start else Direction.LESS
