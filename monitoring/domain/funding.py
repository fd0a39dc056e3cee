"""Funding of a measure by grants."""

from __future__ import annotations

from typing import ClassVar

from pydantic import model_validator

from monitoring.domain.record import Cents, Day, InternalText, Name, Record


class Funding(Record):
    """One grant (Förderung) for a measure; the amount is in cents."""

    KIND: ClassVar[str] = "funding"
    KEY: ClassVar[tuple[str, ...]] = ("measure", "programme")

    measure: Name
    programme: Name
    reference: Name | None = None
    amount: Cents | None = None
    approved_from: Day | None = None
    approved_until: Day | None = None
    note: InternalText | None = None

    @model_validator(mode="after")
    def _ends_after_start(self) -> Funding:
        if self.approved_from and self.approved_until and self.approved_until < self.approved_from:
            raise ValueError("end_before_start")
        return self
