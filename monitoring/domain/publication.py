"""The publication: what was released to the public."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Publication:
    """One publication (Fassung). Before `not_before` and once withdrawn, nobody sees it."""

    number: int
    revision: int
    published_at: datetime
    published_by: str
    paper: str | None = None
    not_before: date | None = None
    note: str | None = None
    is_whole: bool = True
    withdrawn_at: datetime | None = None
    withdrawn_because: str | None = None

    def is_out(self, today: date) -> bool:
        """Whether the public may see it on that day."""
        return self.withdrawn_at is None and (self.not_before is None or self.not_before <= today)
