"""Indicators and their values: what is counted besides tonnes and megawatt hours."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from monitoring.domain.record import Day, Name, Quantity, Record, Text, Year


class IndicatorKind(StrEnum):
    """Where in the chain of effects an indicator measures."""

    INPUT = "input"
    OUTPUT = "output"
    OUTCOME = "outcome"
    IMPACT = "impact"


class Direction(StrEnum):
    """Which way is better."""

    MORE = "more"
    LESS = "less"


class Indicator(Record):
    """One indicator (Indikator) of the municipality or of one of its measures, with base and target."""

    KIND: ClassVar[str] = "indicators"
    KEY: ClassVar[tuple[str, ...]] = ("name",)

    name: Name
    unit: Name
    direction: Direction = Direction.MORE
    indicator_kind: IndicatorKind | None = None
    field_of_action: Name | None = None
    measure: Name | None = None
    base_year: Year | None = None
    base_value: Quantity | None = None
    target_year: Year | None = None
    target_value: Quantity | None = None
    rhythm_years: Annotated[int, Field(ge=1, le=20)] | None = None
    description: Text | None = None
    method: Text | None = None
    determined_by: Name | None = None
    source: Text | None = None


class IndicatorValue(Record):
    """The value of an indicator in a year, in the indicator's unit."""

    KIND: ClassVar[str] = "indicator_values"
    KEY: ClassVar[tuple[str, ...]] = ("indicator", "year")

    indicator: Name
    year: Year
    value: Quantity
    measured_on: Day | None = None
    determined_by: Name | None = None
    source: Text | None = None
    note: Text | None = None
