"""The path point: one year of a target path, as it is given away."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from monitoring.domain.balance import Area, Sector
from monitoring.domain.baseline import base_of, promised_nodes
from monitoring.domain.open_data import PATHS
from monitoring.domain.path import path_points
from monitoring.domain.record import Name, Quantity, Record, Year
from monitoring.domain.series import Series
from monitoring.domain.target import TargetQuantity
from monitoring.domain.target_versions import Target

_UNITS: dict[TargetQuantity, str | None] = {
    TargetQuantity.EMISSIONS: "t CO2e",
    TargetQuantity.EMISSIONS_PER_CAPITA: "t CO2e/inhabitant",
    TargetQuantity.ENERGY: "MWh",
    TargetQuantity.ENERGY_PER_CAPITA: "MWh/inhabitant",
    TargetQuantity.INDICATOR: None,
}
"""Units as they are given away; an indicator brings its own."""


class PathPoint(Record):
    """What a version of a target promises for one year: decided for it, or between two decided years."""

    KIND: ClassVar[str] = PATHS
    KEY: ClassVar[tuple[str, ...]] = ("target", "version", "year")

    target: Name
    version: Annotated[int, Field(ge=1, le=999)] = 1
    is_newest_version: bool
    year: Year
    quantity: TargetQuantity
    area: Area
    sector: Sector | None = None
    indicator: Name | None = None
    value: Quantity
    unit: Name | None = None
    is_node: bool


def points_of(
    target: Target, series: Series, *, is_newest: bool, indicator_unit: str | None = None
) -> list[PathPoint]:
    """The path of a version of a target year by year; none where its final value is not known.

    Args:
        series: what the target is held against; its base value is taken from here unless it was decided.
        indicator_unit: the unit of the target's indicator, where it is about one.
    """
    nodes = promised_nodes(target, base_of(target, series))
    decided = {node.year for node in nodes}
    of_indicator = target.quantity is TargetQuantity.INDICATOR
    return [
        PathPoint(
            target=target.name,
            version=target.version,
            is_newest_version=is_newest,
            year=point.year,
            quantity=target.quantity,
            area=target.area,
            sector=target.sector,
            indicator=target.indicator,
            value=point.value,
            unit=indicator_unit if of_indicator else _UNITS[target.quantity],
            is_node=point.year in decided,
        )
        for point in path_points(nodes, target.form)
    ]
