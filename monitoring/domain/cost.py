"""Costs of a measure by budget year."""

from __future__ import annotations

from typing import ClassVar

from monitoring.domain.record import Cents, Name, Record, Text, Year


class Cost(Record):
    """Money of one budget year in cents: planned (Ansatz), actual (Ist), own share (Eigenanteil)."""

    KIND: ClassVar[str] = "costs"
    KEY: ClassVar[tuple[str, ...]] = ("measure", "year")

    measure: Name
    year: Year
    planned: Cents | None = None
    actual: Cents | None = None
    own_share: Cents | None = None
    budget_item: Name | None = None
    note: Text | None = None
