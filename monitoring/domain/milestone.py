"""Milestones: dated steps of a measure."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from monitoring.domain.record import Name, Record, Text


class Milestone(Record):
    """One milestone (Meilenstein): planned for a date, reached on a date."""

    KIND: ClassVar[str] = "milestones"
    KEY: ClassVar[tuple[str, ...]] = ("measure", "title")

    measure: Name
    title: Name
    due: date | None = None
    reached: date | None = None
    note: Text | None = None
