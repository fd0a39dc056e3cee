"""The path: what a target promises, or still requires, for every year."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from monitoring.domain.rounding import significant
from monitoring.domain.series import Point, straight_line
from monitoring.domain.target import PathForm


def path_value(nodes: Sequence[Point], form: PathForm, year: int) -> float | None:
    """The target path S(y) through the base point and all target years, in the order of the years.

    Linear between neighbours: S(y) = Va + (Vb − Va) · t, t = (y − a) / (b − a). Geometric: Va · (Vb/Va)^t.
    Steps: Va until the year b. None before the first node and where the geometric form is impossible (to or
    from 0); constant after the last node.

    >>> nodes = [Point(2018, 3_644_011), Point(2027, 2_371_705), Point(2030, 1_586_900), Point(2035, 944_700)]
    >>> path_value(nodes, PathForm.LINEAR, 2022), path_value(nodes, PathForm.LINEAR, 2032)
    (3078541.66667, 1330020.0)
    """
    if not nodes or year < nodes[0].year or not is_form_possible(nodes, form):
        return None
    for start, end in pairwise(nodes):
        if year < end.year:
            return significant(_between(start, end, form, year))
    return nodes[-1].value


def is_form_possible(nodes: Sequence[Point], form: PathForm) -> bool:
    """Whether a path of this form runs through the nodes: a geometric one never reaches or leaves 0.

    >>> is_form_possible([Point(1990, 100.0), Point(2045, 0.0)], PathForm.GEOMETRIC)
    False
    """
    return form is not PathForm.GEOMETRIC or all(node.value > 0 for node in nodes)


def path_points(nodes: Sequence[Point], form: PathForm) -> tuple[Point, ...]:
    """The path for every year from the first to the last node, to be drawn."""
    if not nodes:
        return ()
    values = [(year, path_value(nodes, form, year)) for year in range(nodes[0].year, nodes[-1].year + 1)]
    return tuple(Point(year, value) for year, value in values if value is not None)


def required_path(latest: Point, final: Point) -> tuple[Point, ...]:
    """The straight path now required from the latest balance to the final target; empty from its year on.

    >>> [point.value for point in required_path(Point(2023, 90.0), Point(2025, 70.0))]
    [90.0, 80.0, 70.0]
    """
    return path_points((latest, final), PathForm.LINEAR) if latest.year < final.year else ()


def _between(start: Point, end: Point, form: PathForm, year: int) -> float:
    if form is PathForm.STEPS:
        return start.value
    if form is PathForm.GEOMETRIC:
        elapsed = (year - start.year) / (end.year - start.year)
        return float(start.value * (end.value / start.value) ** elapsed)
    return straight_line(start, end, year)
