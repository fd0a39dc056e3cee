"""The publication: what was released to the public."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

GERMANY = ZoneInfo("Europe/Berlin")


@dataclass(frozen=True, slots=True)
class Publication:
    """One publication (Fassung). Before `not_before` and once withdrawn, nobody sees it.

    `note` and `withdrawn_because` are for the office. `explanation` says to everybody what it changes and
    why, `withdrawn_explanation` why it was withdrawn.
    """

    number: int
    revision: int
    published_at: datetime
    published_by: str
    paper: str | None = None
    not_before: date | None = None
    note: str | None = None
    explanation: str | None = None
    is_whole: bool = True
    withdrawn_at: datetime | None = None
    withdrawn_because: str | None = None
    withdrawn_explanation: str | None = None

    @property
    def day(self) -> date:
        """The day in Germany on which it became or becomes public.

        >>> from datetime import UTC
        >>> late = datetime(2025, 6, 30, 22, 30, tzinfo=UTC)
        >>> Publication(1, 1, late, "A").day
        datetime.date(2025, 7, 1)
        >>> Publication(1, 1, late, "A", not_before=date(2025, 9, 1)).day
        datetime.date(2025, 9, 1)
        """
        released = self.published_at.astimezone(GERMANY).date()
        return max(released, self.not_before or released)

    def is_out(self, today: date) -> bool:
        """Whether the public may see it on that day."""
        return self.withdrawn_at is None and (self.not_before is None or self.not_before <= today)

    def was_out(self, today: date) -> bool:
        """Whether the public may see it on that day or could before it was withdrawn.

        >>> from dataclasses import replace
        >>> from datetime import UTC
        >>> early, late = datetime(2025, 6, 1, tzinfo=UTC), datetime(2025, 9, 2, tzinfo=UTC)
        >>> waiting = Publication(1, 1, early, "A", not_before=date(2025, 9, 1), withdrawn_at=early)
        >>> waiting.was_out(late.date()), replace(waiting, withdrawn_at=late).was_out(late.date())
        (False, True)
        """
        if self.withdrawn_at is None:
            return self.is_out(today)
        return self.not_before is None or self.not_before <= self.withdrawn_at.astimezone(GERMANY).date()
