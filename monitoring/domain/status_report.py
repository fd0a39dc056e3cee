"""Status reports: dated words on how a measure stands; added, never overwritten."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from monitoring.domain.measure import MeasureStatus
from monitoring.domain.record import Day, InternalText, Name, Record, Text

UNNAMED_UNIT = "Verwaltung"
"""The reporting unit where a file names none (no key part may be empty)."""


class StatusReport(Record):
    """One status report (Sachstand) on a measure."""

    KIND: ClassVar[str] = "status_reports"
    KEY: ClassVar[tuple[str, ...]] = ("measure", "date", "unit")

    measure: Name
    date: Day
    unit: Name = UNNAMED_UNIT
    status: MeasureStatus | None = None
    text: Text | None = None
    progress_percent: Annotated[int, Field(ge=0, le=100)] | None = None
    next_steps: Text | None = None
    reported_by: InternalText | None = None
    note: InternalText | None = None
