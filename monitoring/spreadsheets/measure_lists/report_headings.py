"""Words with a date that make a column or a row a status report: „Sachstand 2022“, „Stand 12/2023“."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from monitoring.spreadsheets.dates import period_of
from monitoring.spreadsheets.vocabulary import heading_lists, normal_word

_MONTHS = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
_DATE = "|".join(
    (
        r"(?:\d{1,2}\.\s?\d{1,2}\.\s?\d{4}",
        r"\d{4}-\d{2}-\d{2}",
        r"(?:Q\s?[1-4]|[1-4]\.\s?Quartal|[12]\.\s?(?:Halbjahr|Hj\.?))\s?[/ ]?\s?\d{4}",
        r"\d{1,2}\s?[/.]\s?\d{4}",
        rf"(?:{_MONTHS})\s\d{{4}}",
        r"\d{4}(?:\s?[/–-]\s?\d{2,4})?)",
    )
)
_LAST = re.compile(
    rf"(?P<word>.*?[^\W\d].*?)[\s:,(/–-]*(?:zum|per|im|am|vom|in|Jahr)?\s*(?P<date>{_DATE})\)?"
)
_FIRST = re.compile(rf"(?P<date>{_DATE})[\s:,/–-]+(?P<word>[^\W\d].*)")
_YEAR = re.compile(r"\d{4}")
"""Every date has one; most headings and texts have none and need no closer look."""
_TWO_YEARS = re.compile(r"(\d{2})\d{2}\s?[/–-]\s?(\d{2}|\d{4})")


@cache
def _words(part: str) -> frozenset[str]:
    return frozenset(normal_word(word) for word in heading_lists("report")[part])


def is_report_word(text: str) -> bool:
    """Whether a text without a date heads reports."""
    return normal_word(text) in _words("text")


def is_progress(text: str) -> bool:
    """Whether a heading is that of the progress in per cent."""
    return normal_word(text) in _words("progress")


def is_report_heading(text: str) -> bool:
    """Whether a heading is one of reports, with a date or without."""
    return is_report_word(text) or dated_report(text) is not None


def is_plan_word(text: str) -> bool:
    """Whether a text heads what was planned."""
    return normal_word(text) in _words("plan")


def last_day(text: str) -> date | None:
    """The last day of the time a text names.

    >>> last_day("2015 / 2016"), last_day("12/2023"), last_day("bald")
    (datetime.date(2016, 12, 31), datetime.date(2023, 12, 31), None)
    """
    years = _TWO_YEARS.fullmatch(text.strip())
    if years:
        text = years[2] if len(years[2]) == 4 else years[1] + years[2]
    period = period_of(text)
    return period[1] if period else None


def dated_report(heading: str) -> date | None:
    """The day a heading reports on, None where it heads no report of a known day.

    >>> dated_report("Sachstand 2022"), dated_report("Umsetzungsstand 12/2023"), dated_report("Kosten 2022")
    (datetime.date(2022, 12, 31), datetime.date(2023, 12, 31), None)
    """
    if not _YEAR.search(heading):
        return None
    plain = " ".join(heading.split())
    found = _LAST.fullmatch(plain) or _FIRST.fullmatch(plain)
    if not found:
        return None
    words = [part for part in found["word"].split(" / ") if part]
    return last_day(found["date"]) if any(map(is_report_word, words)) else None
