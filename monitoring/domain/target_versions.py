"""The versions of a target: rows of one name and version put together, older ones kept beside the newest."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from typing import Any

from pydantic import BaseModel, ConfigDict

from monitoring.domain.balance import Area, Sector
from monitoring.domain.record import Name, Quantity, Text, Year
from monitoring.domain.series import Point
from monitoring.domain.target import (
    PathForm,
    TargetNode,
    TargetQuantity,
    is_residual_assumed,
    node_value,
    reaches_zero,
)

SHARED_FIELDS = (
    "quantity", "area", "sector", "indicator", "base_year", "base_value", "form", "decision_date",
    "decision_document", "valid_from", "valid_until", "replaced_by",
)  # fmt: skip
"""What the rows of one version say together; each may stand in any row, the final row's word counts first."""


class Target(BaseModel):
    """One version of a target (Ziel) with all its interim and final years, in the order of the years."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Name
    version: int
    nodes: tuple[TargetNode, ...]
    quantity: TargetQuantity
    area: Area
    sector: Sector | None
    indicator: Name | None
    base_year: Year | None
    base_value: Quantity | None
    form: PathForm
    decision_date: date | None
    decision_document: Text | None
    valid_from: date | None
    valid_until: date | None
    replaced_by: Name | None

    @property
    def final(self) -> TargetNode:
        """The row of the last target year."""
        return self.nodes[-1]

    @property
    def is_residual_assumed(self) -> bool:
        """Whether any year of neutrality lacks a number for the residual, so that its 0 is an assumption."""
        return any(is_residual_assumed(node) for node in self.nodes)

    @property
    def is_geometric_to_zero(self) -> bool:
        """Whether a geometric path was asked for that would have to reach zero, whichever row asks for it."""
        return self.form is PathForm.GEOMETRIC and any(reaches_zero(node) for node in self.nodes)

    def is_in_force(self, day: date) -> bool:
        """Whether the target holds on a day; an open end holds for ever."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_until is None or day <= self.valid_until)

    def resolved(self, base_value: float | None) -> tuple[Point, ...]:
        """The value to reach in each year; years whose percentage has no base value are left out."""
        values = [(node.year, node_value(node, base_value)) for node in self.nodes]
        return tuple(Point(year, value) for year, value in values if value is not None)


def targets_from_nodes(nodes: Iterable[TargetNode], *, all_versions: bool = False) -> list[Target]:
    """The targets that rows make up; only the newest version of each unless told otherwise.

    >>> rows = [TargetNode(name="Netto-Null", version=version, year=year, quantity=TargetQuantity.EMISSIONS,
    ...                    is_neutrality=True) for version, year in [(1, 2050), (2, 2045)]]
    >>> [(target.version, target.final.year) for target in targets_from_nodes(rows)]
    [(2, 2045)]
    >>> [target.version for target in targets_from_nodes(rows, all_versions=True)]
    [1, 2]
    """
    ordered = sorted(nodes, key=lambda node: node.key)
    versions = groupby(ordered, key=lambda node: (node.name, node.version))
    targets = [_target(tuple(rows)) for _, rows in versions]
    newest = {target.name: target.version for target in targets}
    return [target for target in targets if all_versions or target.version == newest[target.name]]


def disagreements(nodes: Iterable[TargetNode]) -> tuple[str, ...]:
    """The fields on which rows of one version contradict each other; an empty field contradicts nothing.

    >>> rows = [TargetNode(name="A", year=year, quantity=TargetQuantity.EMISSIONS, base_year=base, value=1.0)
    ...         for year, base in [(2030, 1990), (2035, None), (2040, 2010)]]
    >>> disagreements(rows)
    ('base_year',)
    """
    rows = tuple(nodes)
    return tuple(field for field in SHARED_FIELDS if len(set(_said(rows, field))) > 1)


def _target(nodes: tuple[TargetNode, ...]) -> Target:
    shared: dict[str, Any] = {field: next(iter(_said(nodes, field)), None) for field in SHARED_FIELDS}
    shared["form"] = shared["form"] or PathForm.LINEAR
    shared["sector"] = None if shared["sector"] is Sector.SUM else shared["sector"]
    return Target(name=nodes[0].name, version=nodes[0].version, nodes=nodes, **shared)


def _said(nodes: tuple[TargetNode, ...], field: str) -> list[Any]:
    """What the rows say about a field, the final row first."""
    return [value for node in reversed(nodes) if (value := getattr(node, field)) is not None]
