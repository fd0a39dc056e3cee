"""From the value of a field to what its cell holds in a workbook we write."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from monitoring.domain.rounding import significant
from monitoring.spreadsheets.column import Column, Reads
from monitoring.spreadsheets.vocabulary import word_of

LIST_SIGN = "; "

Written = str | int | float | date | None


def written(column: Column, value: Any) -> Written:
    """What is written for a value: euros for cents, per cent for shares, words for codes, a list joined by
    semicolons.

    >>> written(Column("actual", "Ist [€]", Reads.MONEY), 123456)
    1234.56
    >>> written(Column("reduction", "Minderung [%]", Reads.SHARE), 0.58)
    58.0
    """
    if value is None:
        return None
    vocabulary = column.vocabulary or ""
    match column.reads:
        case Reads.MONEY:
            return float(value) / 100
        case Reads.SHARE:
            return significant(value * 100)
        case Reads.YES_NO:
            return word_of(vocabulary, "yes" if value else "no")
        case Reads.WORD:
            return word_of(vocabulary, str(value))
        case Reads.WORDS:
            return _joined(vocabulary, value)
    plain: Written = value
    return plain


def _joined(vocabulary: str, values: Iterable[Any]) -> str | None:
    return LIST_SIGN.join(word_of(vocabulary, str(value)) for value in values) or None
