"""Dates as people write them: German, ISO, a year, a month, a quarter."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum

_ISO = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ].*)?")
_GERMAN = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")
_PARTED = re.compile(r"(\d{1,2})\s?([/-])\s?(\d{1,2})\s?\2\s?(\d{4})(?: .*)?")
_YEAR = re.compile(r"(\d{4})(?:\.0)?")
_MONTH = re.compile(r"(\d{1,2})\s?[/.]\s?(\d{4})|(\d{4})-(\d{1,2})")
_QUARTER = re.compile(
    r"(?:Q\s?([1-4])|([1-4])\.\s?Quartal|(IV|I{1,3})(?:\.?\s?Quartal)?)\s?[/ ]?\s?(\d{4}|\d{2})",
    re.IGNORECASE,
)
_QUARTER_LAST = re.compile(r"(\d{4})\s?[/ -]?\s?Q\s?([1-4])", re.IGNORECASE)
_HALF = re.compile(r"([12])\.\s?(?:Halbjahr|Hj\.?)\s?(\d{4})", re.IGNORECASE)
# Digits and separators alone are a mistyped date, apart from two years as in 2023/2024.
_MISTYPED = re.compile(r"(?!\d{4}\s?[-–/]\s?\d{4}$)[\d\s.:/–-]+")
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4}
_MONTHS = (
    "januar jan january jänner", "februar feb february", "märz mär mrz mar march", "april apr", "mai may",
    "juni jun june", "juli jul july", "august aug", "september sep sept", "oktober okt oct october",
    "november nov", "dezember dez dec december",
)  # fmt: skip
"""Each month as it is written in German and English."""

Period = tuple[date, date]
"""First and last day."""


class DayOrder(StrEnum):
    """Whether 03/04/2025 is the third of April or the fourth of March."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


def period_of(text: str) -> Period | None:
    """The first and last day a text names, None where it names none or may name two.

    >>> period_of("31.12.2024")
    (datetime.date(2024, 12, 31), datetime.date(2024, 12, 31))
    >>> period_of("Q1 2025")
    (datetime.date(2025, 1, 1), datetime.date(2025, 3, 31))
    >>> period_of("02/2024"), period_of("bald")
    ((datetime.date(2024, 2, 1), datetime.date(2024, 2, 29)), None)
    >>> period_of("Q3/25") == period_of("III. Quartal 2025"), period_of("Okt. 2025") == period_of("10/2025")
    (True, True)
    >>> period_of("31/03/2025")[0], period_of("03/31/2025")[0], period_of("03/04/2025")
    (datetime.date(2025, 3, 31), datetime.date(2025, 3, 31), None)
    """
    plain = " ".join(text.split())
    try:
        return _day(plain) or _months(plain)
    except ValueError:
        return None


def period_of_value(value: object) -> Period | None:
    """The first and last day of a cell: a date, a year as a number, or a text."""
    if isinstance(value, datetime):
        return value.date(), value.date()
    if isinstance(value, date):
        return value, value
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return period_of(f"{value:g}") if 1900 <= value <= 2100 else None
    return period_of(value) if isinstance(value, str) else None


def days_of(text: str) -> dict[DayOrder, date]:
    """The days that a text such as „03/04/2025“ may be, by order; the same day twice where both are one.

    >>> [each.isoformat() for each in days_of("03/04/2025").values()], [*days_of("31/03/2025")]
    (['2025-04-03', '2025-03-04'], [<DayOrder.DAY_FIRST: 'day_first'>])
    """
    found = _PARTED.fullmatch(" ".join(text.split()))
    if found is None:
        return {}
    one, other, year = int(found[1]), int(found[3]), int(found[4])
    either = {DayOrder.DAY_FIRST: (other, one), DayOrder.MONTH_FIRST: (one, other)}
    return {
        order: date(year, month, day)
        for order, (month, day) in either.items()
        if year and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
    }


def order_of(values: Iterable[object]) -> DayOrder | None:
    """The order that all dates have which can be read in one way only; None where there are none, or both.

    >>> order_of(["03/04/2025", "31/12/2026", None]), order_of(["03/04/2025"]), order_of(["4/13/25"])
    (<DayOrder.DAY_FIRST: 'day_first'>, None, None)
    """
    days = [days_of(each) for each in values if isinstance(each, str) and ("/" in each or "-" in each)]
    orders = {order for each in days if len(each) == 1 for order in each}
    return orders.pop() if len(orders) == 1 else None


def is_prose(text: str) -> bool:
    """Whether a text speaks of time in words, such as „Ende 2027“, rather than being a mistyped date.

    >>> [is_prose(text) for text in ("Ende 2027", "fortlaufend", "2023-2025", "31.02.2024")]
    [True, True, True, False]
    """
    return _MISTYPED.fullmatch(text) is None


def _day(text: str) -> Period | None:
    if found := _ISO.fullmatch(text):
        year, month, day = map(int, found.groups())
    elif found := _GERMAN.fullmatch(text):
        day, month, year = map(int, found.groups())
    elif days := days_of(text):
        exact = days.popitem()[1]
        return None if set(days.values()) - {exact} else (exact, exact)
    else:
        return None
    exact = date(year, month, day)
    return exact, exact


def _months(text: str) -> Period | None:
    if found := _YEAR.fullmatch(text):
        return _span(int(found[1]), 1, 12)
    if found := _MONTH.fullmatch(text):
        return _span(int(found[2] or found[3]), int(found[1] or found[4]), 1)
    if found := _QUARTER.fullmatch(text):
        quarter = int(found[1] or found[2] or _ROMAN[found[3].upper()])
        return _span(_full(found[4]), 3 * quarter - 2, 3)
    if found := _QUARTER_LAST.fullmatch(text):
        return _span(int(found[1]), 3 * int(found[2]) - 2, 3)
    if found := _HALF.fullmatch(text):
        return _span(int(found[2]), 6 * int(found[1]) - 5, 6)
    return _named_month(text)


def _full(year: str) -> int:
    """„25“ beside a quarter is 2025: plans do not reach back to the last century."""
    return int(year) if len(year) == 4 else 2000 + int(year)


def _named_month(text: str) -> Period | None:
    name, _, year = text.partition(" ")
    short = name.casefold().rstrip(".")
    month = next((at for at, names in enumerate(_MONTHS, 1) if short in names.split()), None)
    return _span(int(year), month, 1) if month and _YEAR.fullmatch(year) else None


def _span(year: int, first_month: int, months: int) -> Period:
    last_month = first_month + months - 1
    return date(year, first_month, 1), date(year, last_month, monthrange(year, last_month)[1])
