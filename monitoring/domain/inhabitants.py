"""Inhabitants by year: what per-capita values are divided by."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from monitoring.domain.record import Name, Quantity, Record, Text, Year


class Inhabitants(Record):
    """Population on 31 December of a year, with the context series towns keep beside it."""

    KIND: ClassVar[str] = "inhabitants"
    KEY: ClassVar[tuple[str, ...]] = ("year",)

    year: Year
    inhabitants: Annotated[int, Field(ge=1, le=100_000_000)]
    households: Annotated[int, Field(ge=0, le=100_000_000)] | None = None
    jobs: Annotated[int, Field(ge=0, le=100_000_000)] | None = None
    area_km2: Quantity | None = None
    degree_days: Quantity | None = None
    source: Name | None = None
    note: Text | None = None
