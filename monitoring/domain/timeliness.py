"""Whether a measure is on time: computed from its dates and status, with today as an argument."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from monitoring.domain.measure import OPEN, Measure, MeasureStatus

_NOT_BEGUN = OPEN - {MeasureStatus.IN_PROGRESS}


class Timeliness(StrEnum):
    """Zeitplan: on time, late to start, late to finish; undated where nothing can be said."""

    ON_TIME = "on_time"
    LATE_START = "late_start"
    LATE = "late"
    UNDATED = "undated"


LATE = frozenset({Timeliness.LATE, Timeliness.LATE_START})
"""A start or an end has passed without the matching status."""


def timeliness(measure: Measure, today: date) -> Timeliness | None:
    """How a measure stands against its own dates; None where it is done, dropped or permanent.

    >>> status, end = MeasureStatus.IN_PROGRESS, date(2025, 12, 31)
    >>> m = Measure(id="M1", programme="P", title="PV", status=status, end=end)
    >>> timeliness(m, date(2025, 12, 31)), timeliness(m, date(2026, 1, 1))
    (<Timeliness.ON_TIME: 'on_time'>, <Timeliness.LATE: 'late'>)

    A start that has passed supports nothing once the measure has begun:

    >>> begun = Measure(id="M1", programme="P", title="PV", status=status, start=date(2024, 1, 1))
    >>> timeliness(begun, date(2026, 1, 1))
    <Timeliness.UNDATED: 'undated'>
    """
    if measure.status not in OPEN:
        return None
    if measure.end and measure.end < today:
        return Timeliness.LATE
    if measure.start and measure.start < today and measure.status in _NOT_BEGUN:
        return Timeliness.LATE_START
    has_date_ahead = measure.end or (measure.start and measure.start >= today)
    return Timeliness.ON_TIME if has_date_ahead else Timeliness.UNDATED
