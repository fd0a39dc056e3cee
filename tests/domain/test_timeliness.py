"""Timeliness: computed from dates and status, with today as an argument."""

from __future__ import annotations

from datetime import date

import pytest

from monitoring.domain.measure import Measure, MeasureStatus
from monitoring.domain.timeliness import Timeliness, timeliness

PAST, TODAY, FUTURE = date(2025, 1, 1), date(2025, 6, 2), date(2026, 1, 1)


@pytest.mark.parametrize(
    ("status", "start", "end", "expected"),
    [
        ("in_progress", PAST, FUTURE, Timeliness.ON_TIME),
        ("in_progress", None, TODAY, Timeliness.ON_TIME),
        ("in_progress", None, PAST, Timeliness.LATE),
        ("in_progress", PAST, None, Timeliness.UNDATED),
        ("in_progress", FUTURE, None, Timeliness.ON_TIME),
        ("not_started", PAST, FUTURE, Timeliness.LATE_START),
        ("in_preparation", PAST, None, Timeliness.LATE_START),
        ("idea", TODAY, None, Timeliness.ON_TIME),
        ("idea", None, None, Timeliness.UNDATED),
        ("completed", PAST, PAST, None),
        ("ongoing", PAST, PAST, None),
        ("postponed", None, PAST, None),
        ("unknown", None, PAST, None),
    ],
)
def test_on_time_or_late(
    status: str, start: date | None, end: date | None, expected: Timeliness | None
) -> None:
    measure = Measure(id="M1", programme="P", title="T", status=MeasureStatus(status), start=start, end=end)
    assert timeliness(measure, TODAY) is expected
