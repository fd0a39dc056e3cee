"""Fields of action: rows that each municipality defines, with an optional mapping to common topics."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from monitoring.domain.record import Name, Record, Text


class Topic(StrEnum):
    """Common topics, so that fields of different towns can be compared."""

    STRATEGY = "strategy"
    MUNICIPAL_BUILDINGS = "municipal_buildings"
    ENERGY_SUPPLY = "energy_supply"
    HEAT_AND_BUILDINGS = "heat_and_buildings"
    MOBILITY = "mobility"
    BUSINESS = "business"
    HOUSEHOLDS = "households"
    EDUCATION = "education"
    LAND_USE = "land_use"
    WASTE = "waste"
    ADAPTATION = "adaptation"
    OTHER = "other"


class FieldOfAction(Record):
    """One field of action (Handlungsfeld) as this municipality names it."""

    KIND: ClassVar[str] = "fields_of_action"
    KEY: ClassVar[tuple[str, ...]] = ("name",)

    name: Name
    topic: Topic | None = None
    position: Annotated[int, Field(ge=0, le=999)] | None = None
    description: Text | None = None
