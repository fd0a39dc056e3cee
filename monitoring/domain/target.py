"""The target: what a municipality decided to reach, as one row for each interim and final year."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from monitoring.domain.balance import Area, Sector
from monitoring.domain.record import Day, InternalText, Name, Quantity, Record, Share, Text, Year
from monitoring.domain.rounding import significant

TOLERATED_DIFFERENCE = 0.01
"""By how much a reduction may differ from the absolute value beside it: one percentage point."""


class TargetQuantity(StrEnum):
    """What the target is about (Zielgröße)."""

    EMISSIONS = "emissions"
    EMISSIONS_PER_CAPITA = "emissions_per_capita"
    ENERGY = "energy"
    ENERGY_PER_CAPITA = "energy_per_capita"
    INDICATOR = "indicator"

    @property
    def is_energy(self) -> bool:
        """Whether it is about final energy, in all or per inhabitant."""
        return self in (TargetQuantity.ENERGY, TargetQuantity.ENERGY_PER_CAPITA)

    @property
    def is_per_capita(self) -> bool:
        """Whether it is divided by the inhabitants."""
        return self in (TargetQuantity.EMISSIONS_PER_CAPITA, TargetQuantity.ENERGY_PER_CAPITA)


UNITS: dict[TargetQuantity, str | None] = {
    TargetQuantity.EMISSIONS: "t",
    TargetQuantity.EMISSIONS_PER_CAPITA: "t/inhabitant",
    TargetQuantity.ENERGY: "MWh",
    TargetQuantity.ENERGY_PER_CAPITA: "MWh/inhabitant",
    TargetQuantity.INDICATOR: None,
}
"""The base unit of each quantity (t are tonnes of CO2e); an indicator brings its own."""


class PathForm(StrEnum):
    """How the path runs from one node to the next (Verlauf)."""

    LINEAR = "linear"
    GEOMETRIC = "geometric"
    STEPS = "steps"


class TargetNode(Record):
    """One interim or final year of a target: the value to reach, or the reduction against the base value.

    Values are in the base unit of the quantity. An absolute value wins over a reduction. Neutrality without
    either is read as a residual of 0, an assumption that is shown. The last year of a version is the final.
    """

    KIND: ClassVar[str] = "targets"
    KEY: ClassVar[tuple[str, ...]] = ("name", "version", "year")

    name: Name
    version: Annotated[int, Field(ge=1, le=999)] = 1
    year: Year
    quantity: TargetQuantity
    area: Area = Area.TERRITORY
    sector: Sector | None = None
    indicator: Name | None = None
    base_year: Year | None = None
    base_value: Quantity | None = None
    value: Quantity | None = None
    reduction: Share | None = None
    is_neutrality: bool = False
    form: PathForm | None = None
    decision_date: Day | None = None
    decision_document: Text | None = None
    valid_from: Day | None = None
    valid_until: Day | None = None
    replaced_by: Name | None = None
    note: InternalText | None = None

    @model_validator(mode="after")
    def _says_what_to_reach(self) -> TargetNode:
        if self.value is None and self.reduction is None and not self.is_neutrality:
            raise ValueError("target_value_missing")
        if self.quantity is TargetQuantity.INDICATOR and self.indicator is None:
            raise ValueError("indicator_missing")
        return self

    @model_validator(mode="after")
    def _is_not_negative(self) -> TargetNode:
        if self.quantity is TargetQuantity.INDICATOR or self.sector is Sector.LAND_USE:
            return self  # land use takes up more than it emits
        if self.base_value is not None and self.base_value < 0:
            raise ValueError("base_value_negative")
        if self.value is not None and self.value < 0:
            raise ValueError("target_value_negative")
        return self

    @model_validator(mode="after")
    def _has_a_possible_path(self) -> TargetNode:
        if self.base_year is not None and self.year <= self.base_year:
            raise ValueError("target_year_not_after_base_year")
        if self.valid_from and self.valid_until and self.valid_until < self.valid_from:
            raise ValueError("end_before_start")
        if self.form is PathForm.GEOMETRIC and reaches_zero(self):
            raise ValueError("geometric_path_to_zero")
        return self


def reaches_zero(node: TargetNode) -> bool:
    """Whether a year is to be brought to zero, which no geometric path ever does."""
    if node.value is not None:
        return node.value <= 0
    return node.reduction == 1 or is_residual_assumed(node)


def node_value(node: TargetNode, base_value: float | None) -> float | None:
    """The value to reach: the absolute one, else base value · (1 − reduction), else 0 for neutrality.

    None where a reduction has no base value to refer to, or where what to reach is withheld.

    >>> node = TargetNode(name="Minus 58 %", year=2030, quantity=TargetQuantity.EMISSIONS, reduction=0.58)
    >>> node_value(node, 3_400_000.0)
    1428000.0
    >>> node_value(node, None) is None
    True
    """
    if node.value is not None:
        return node.value
    if node.reduction is None:
        return 0.0 if node.is_neutrality else None
    return None if base_value is None else significant(base_value * (1 - node.reduction))


def is_residual_assumed(node: TargetNode) -> bool:
    """Whether neutrality was decided without a number for the residual, so that 0 is an assumption."""
    return node.is_neutrality and node.value is None and node.reduction is None


def percentage_disagrees(node: TargetNode, base_value: float | None = None) -> bool:
    """Whether value and reduction of a node differ by more than one percentage point of the base value.

    The base value is the node's own, else the one given (from the balance).

    >>> node = TargetNode(name="Half", year=2030, quantity=TargetQuantity.ENERGY, value=45.0, reduction=0.5)
    >>> percentage_disagrees(node, base_value=100.0)
    True
    """
    base = base_value if node.base_value is None else node.base_value
    if node.value is None or node.reduction is None or not base:
        return False
    return abs(significant(1 - node.value / base - node.reduction)) > TOLERATED_DIFFERENCE
