"""Milestones: dated steps of a measure."""

from __future__ import annotations

from typing import ClassVar

from monitoring.domain.record import Day, Name, Record, Text


class Milestone(Record):
    """One milestone (Meilenstein): planned for a date, reached on a date."""

    KIND: ClassVar[str] = "milestones"
    KEY: ClassVar[tuple[str, ...]] = ("measure", "title")

    measure: Name
    title: Name
    due: Day | None = None
    reached: Day | None = None
    note: Text | None = None
