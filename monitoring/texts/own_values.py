"""A value as its user knows it: numbers and days in the language of the reader, a text as it stands."""

from __future__ import annotations

from datetime import date, datetime

from monitoring.domain.finding import OwnValue
from monitoring.texts.words import Words

MOST_DIGITS = 11
"""As many digits of a number a spreadsheet shows of its own accord."""


def own_value(value: OwnValue | None, words: Words) -> str:
    """A value of a cell, without grouping and with every digit that a spreadsheet shows.

    >>> from monitoring.texts.words import words
    >>> [own_value(each, words("de")) for each in (21.4, 1234.56789, 2019, "21.4", date(2024, 3, 1), None)]
    ['21,4', '1234,56789', '2019', '21.4', '01.03.2024', '']
    >>> own_value(21.4, words("en"))
    '21.4'
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return words(f"own_table.{'true' if value else 'false'}")
    if isinstance(value, float):
        return words.as_typed(f"{value:.{MOST_DIGITS}g}")
    if isinstance(value, date):
        return words.date(value.date() if isinstance(value, datetime) else value)
    return str(value)
