"""Effects of a measure, planned and actual, with how they were derived."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from monitoring.domain.record import Day, Name, Quantity, Record, Share, Text, Year


class EffectQuantity(StrEnum):
    """What an effect is measured in; the unit follows from it, `OTHER` names its own."""

    EMISSIONS = "emissions"
    ENERGY = "energy"
    ELECTRICITY_GENERATION = "electricity_generation"
    OTHER = "other"


class EffectTiming(StrEnum):
    """Whether an effect happens once, every year, or is a running total."""

    ONCE = "once"
    YEARLY = "yearly"
    CUMULATIVE = "cumulative"


class Derivation(StrEnum):
    """How a number was obtained."""

    MEASURED = "measured"
    CALCULATED = "calculated"
    ESTIMATED = "estimated"
    LITERATURE = "literature"


class Effect(Record):
    """One effect (Wirkung) of a measure in one year: emissions [t CO2e], energy [MWh] or its own unit.

    `year` is the first year it holds for; electricity fed into the grid is „nachrichtlich“ and never summed.
    """

    KIND: ClassVar[str] = "effects"
    KEY: ClassVar[tuple[str, ...]] = ("measure", "quantity", "year")

    measure: Name
    quantity: EffectQuantity = EffectQuantity.EMISSIONS
    year: Year
    planned: Quantity | None = None
    actual: Quantity | None = None
    unit: Name | None = None
    timing: EffectTiming = EffectTiming.YEARLY
    duration_years: Annotated[int, Field(ge=1, le=100)] | None = None
    derivation: Derivation | None = None
    method: Text | None = None
    determined_by: Name | None = None
    determined_on: Day | None = None
    minimum: Quantity | None = None
    maximum: Quantity | None = None
    share_attributed: Share | None = None
    is_visible_in_balance: bool | None = None
    note: Text | None = None

    @model_validator(mode="after")
    def _has_a_value(self) -> Effect:
        if self.planned is None and self.actual is None:
            raise ValueError("value_missing")
        return self
