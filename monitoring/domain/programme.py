"""The programme a measure belongs to: a concept or plan with its decision and period."""

from __future__ import annotations

from typing import ClassVar

from pydantic import model_validator

from monitoring.domain.record import Day, InternalText, Name, Record, Text, Year

UNNAMED_PROGRAMME = "Maßnahmen"
"""The programme of measures in files that name none (no key part may be empty)."""


class Programme(Record):
    """A programme (Programm), such as „Klimaschutzkonzept 2023“ or „Kommunale Wärmeplanung“."""

    KIND: ClassVar[str] = "programmes"
    KEY: ClassVar[tuple[str, ...]] = ("name",)

    name: Name
    description: Text | None = None
    decision_date: Day | None = None
    decision_document: Name | None = None
    start_year: Year | None = None
    end_year: Year | None = None
    replaced_by: Name | None = None
    note: InternalText | None = None

    @model_validator(mode="after")
    def _ends_after_start(self) -> Programme:
        if self.start_year and self.end_year and self.end_year < self.start_year:
            raise ValueError("end_before_start")
        return self
