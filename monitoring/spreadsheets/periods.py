"""Periods as people write them: „2024–2026“, „ab 2025“, „bis Ende 2027“, „kurzfristig (2024/25)“."""

from __future__ import annotations

import re
from datetime import date

from monitoring.spreadsheets.dates import period_of
from monitoring.spreadsheets.vocabulary import code_of

Span = tuple[date | None, date | None]
"""First and last day; None where the text leaves an end open."""

_FROM = re.compile(r"(?:ab|seit|beginn|start|from|since)\s+", re.IGNORECASE)
_UNTIL = re.compile(r"(?:(?:bis|spätestens|until|by|zum|ende|end of)\s+)+", re.IGNORECASE)
_BETWEEN = re.compile(
    r"\s*(?:–|—|\bbis(?: (?:zum|ende))?\b|\bto\b)\s*|\s+-\s+|(?<=\d{4})\s?-\s?(?=\d{2})", re.IGNORECASE
)
_SHORT = re.compile(r"((?:19|20)(\d\d))\s?[/–-]\s?(\d{2})")
_ON = re.compile(
    r"\s*(?:ff\.?|(?:laufend|fortlaufend|dauerhaft|kontinuierlich|offen|ongoing))$", re.IGNORECASE
)
MONTHS = 12
_ASIDE = re.compile(r"([^()]*)\(([^()]*)\)\s*")


def span_of(text: str) -> Span | None:
    """The first and the last day that a text names, None where it is no period of known days.

    >>> span_of("2024-2026")
    (datetime.date(2024, 1, 1), datetime.date(2026, 12, 31))
    >>> span_of("2024/25") == span_of("von 2024 bis Ende 2025"), span_of("kurzfristig (Q1 2025)")
    (True, (datetime.date(2025, 1, 1), datetime.date(2025, 3, 31)))
    >>> span_of("ab 2025"), span_of("bis Ende 2027"), span_of("2024 ff.")[1]
    ((datetime.date(2025, 1, 1), None), (None, datetime.date(2027, 12, 31)), None)
    >>> [span_of(text) for text in ("laufend", "2026-2024", "2010-12", "31.12.2025")]
    [None, None, None, None]
    """
    plain = " ".join(text.split())
    aside = _ASIDE.fullmatch(plain)
    if aside:
        return span_of(aside[2]) if introduction_in(plain) else None
    found = None if _may_be_month(plain) else _two_ended(plain) or _one_ended(plain)
    return found if found and _is_in_order(found) else None


def introduction_in(text: str) -> str | None:
    """When a measure is introduced, where a text says that: alone, or in front of an aside.

    >>> introduction_in("kurzfristig"), introduction_in("mittelfristig (2027-2030)"), introduction_in("bald")
    ('short', 'medium', None)
    """
    aside = _ASIDE.fullmatch(text.strip())
    known = code_of("introduction_period", text) or (
        code_of("introduction_period", aside[1]) if aside else None
    )
    return str(known) if known else None


def _may_be_month(text: str) -> bool:
    """„2010-12“ may be two years or a month."""
    short = _SHORT.fullmatch(text)
    return short is not None and short[2] < short[3] and int(short[3]) <= MONTHS


def _two_ended(text: str) -> Span | None:
    short = _SHORT.fullmatch(text)
    if short and int(short[3]) > MONTHS:
        return _joined(short[1], f"{short[1][:2]}{short[3]}")
    parts = _BETWEEN.split(re.sub(r"(?i)^von\s+", "", text))
    if len(parts) == 2 and all(parts):
        return (_first(parts[0]), None) if _ON.fullmatch(parts[1]) and _first(parts[0]) else _joined(*parts)
    years = re.fullmatch(r"(\d{4})\s?/\s?(\d{4})", text)
    return _joined(years[1], years[2]) if years else None


def _one_ended(text: str) -> Span | None:
    if begun := _FROM.match(text):
        first = _first(_ON.sub("", text[begun.end() :]))
        return (first, None) if first else None
    if ended := _UNTIL.match(text):
        last = period_of(text[ended.end() :])
        return (None, last[1]) if last else None
    if _ON.search(text):
        first = _first(_ON.sub("", text))
        return (first, None) if first else None
    found = period_of(text)
    return found if found and found[0] != found[1] else None


def _joined(first: str, last: str) -> Span | None:
    begin, end = period_of(first), period_of(last)
    return (begin[0], end[1]) if begin and end else None


def _first(text: str) -> date | None:
    found = period_of(text)
    return found[0] if found else None


def _is_in_order(span: Span) -> bool:
    first, last = span
    return first is None or last is None or first <= last


def named_days(text: str) -> list[tuple[str, date]]:
    """The fields of a measure that a period fills, with their days.

    >>> named_days("ab 2025"), named_days("bald")
    ([('start', datetime.date(2025, 1, 1))], [])
    """
    first, last = span_of(text) or (None, None)
    return [(field, day) for field, day in (("start", first), ("end", last)) if day]
