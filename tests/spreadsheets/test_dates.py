"""Dates as people write them."""

from __future__ import annotations

from datetime import date

import pytest

from monitoring.spreadsheets.dates import period_of_value


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        (2024, date(2024, 1, 1), date(2024, 12, 31)),
        (2024.0, date(2024, 1, 1), date(2024, 12, 31)),
        ("03/2024", date(2024, 3, 1), date(2024, 3, 31)),
        ("3.2024", date(2024, 3, 1), date(2024, 3, 31)),
        ("2024-03", date(2024, 3, 1), date(2024, 3, 31)),
        ("März 2024", date(2024, 3, 1), date(2024, 3, 31)),
        ("Q4 2025", date(2025, 10, 1), date(2025, 12, 31)),
        ("4. Quartal 2025", date(2025, 10, 1), date(2025, 12, 31)),
        ("IV. Quartal 2025", date(2025, 10, 1), date(2025, 12, 31)),
        ("III/2022", date(2022, 7, 1), date(2022, 9, 30)),
        ("Q3/2022", date(2022, 7, 1), date(2022, 9, 30)),
        ("2025/Q4", date(2025, 10, 1), date(2025, 12, 31)),
        ("2. Halbjahr 2025", date(2025, 7, 1), date(2025, 12, 31)),
        ("1. 2. 2024", date(2024, 2, 1), date(2024, 2, 1)),
        ("2024-02-29 00:00:00", date(2024, 2, 29), date(2024, 2, 29)),
    ],
)
def test_a_period_has_a_first_and_a_last_day(value: object, first: date, last: date) -> None:
    assert period_of_value(value) == (first, last)


@pytest.mark.parametrize(
    "value",
    ["bald", "31.02.2024", "13/2024", "24", 24, 7, True, "ab 2024", "VI. Quartal 2025", "Ende 2027", ""],
)
def test_what_is_no_date_is_none(value: object) -> None:
    assert period_of_value(value) is None
