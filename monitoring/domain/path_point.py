"""The path point: one year of a target path, as it is given away."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import Field

from monitoring.domain.balance import Area, Sector
from monitoring.domain.open_data import PATHS
from monitoring.domain.progress import Progress
from monitoring.domain.record import Name, Quantity, Record, Year
from monitoring.domain.target import UNITS, TargetQuantity


class PathPoint(Record):
    """What a target promises for one year: decided for that year, or on the way between two decided years."""

    KIND: ClassVar[str] = PATHS
    KEY: ClassVar[tuple[str, ...]] = ("target", "version", "year")

    target: Name
    version: Annotated[int, Field(ge=1, le=999)] = 1
    year: Year
    quantity: TargetQuantity
    area: Area
    sector: Sector | None = None
    indicator: Name | None = None
    value: Quantity
    unit: Name | None = None
    is_node: bool


def points_of(progress: Progress, units: Mapping[str, str]) -> list[PathPoint]:
    """The path of a target year by year; none where its base value is not known.

    Args:
        units: the unit of each indicator, by its name.
    """
    nodes = {node.year for node in progress.nodes}
    of_indicator = progress.quantity is TargetQuantity.INDICATOR
    unit = units.get(progress.indicator or "") if of_indicator else UNITS[progress.quantity]
    return [
        PathPoint(
            target=progress.name,
            version=progress.version,
            year=point.year,
            quantity=progress.quantity,
            area=progress.area,
            sector=progress.sector,
            indicator=progress.indicator,
            value=point.value,
            unit=unit,
            is_node=point.year in nodes,
        )
        for point in progress.promised_path
    ]
