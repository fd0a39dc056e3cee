"""Lists of different kinds below each other in one sheet, told apart by the headings of the lower one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from monitoring.spreadsheets.crosstabs.sense import sense_of, year_of
from monitoring.spreadsheets.formats import FORMATS
from monitoring.spreadsheets.headings import matched_columns
from monitoring.spreadsheets.recognition import Recognised, recognise
from monitoring.spreadsheets.workbook import Sheet, Value

MOST_ROWS = 3_000
"""Longer sheets hold one list."""
LEAST_ROWS = 3
"""A list has headings, a measure and a gap below it."""
HITS_NEEDED, HITS_OF_THE_SAME = 2, 3


def parts_of(sheet: Sheet, recognised: Recognised | None) -> tuple[Sheet, Sheet] | None:
    """The list on top of a sheet and what stands below it; None where it is one list, or no list.

    Both keep the addresses of their cells.
    """
    if recognised is None or recognised.missing() or recognised.answered or sheet.height > MOST_ROWS:
        return None
    row = _row_below_another(recognised) or next(_rows_of_headings(recognised), None)
    if row is None:
        return None
    nothing = (None,) * sheet.width
    below = [each if at >= row else nothing for at, each in enumerate(sheet.rows, 1)]
    return replace(sheet, rows=sheet.rows[: row - 1]), replace(sheet, rows=below)


def _row_below_another(recognised: Recognised) -> int | None:
    """Where the list begins whose headings say most, if there is another one above it."""
    rows = recognised.sheet.rows
    gaps = [at for at in range(1, recognised.header_row) if not _filled(rows[at - 1])]
    if not gaps or max(gaps) < LEAST_ROWS:
        return None
    above = recognise(replace(recognised.sheet, rows=rows[: max(gaps)]))
    return max(gaps) + 1 if above and not above.missing() else None


def _rows_of_headings(recognised: Recognised) -> Iterator[int]:
    """The rows where another table begins: after a gap, with headings of its own or a title above them."""
    rows = recognised.sheet.rows
    for row in range(recognised.header_row + 2, len(rows) + 1):
        if not _filled(rows[row - 2]) and _filled(rows[row - 1]):
            is_titled = len(_filled(rows[row - 1])) == 1 and row < len(rows)
            if _are_headings(recognised, rows[row if is_titled else row - 1]):
                yield row


def _are_headings(recognised: Recognised, values: tuple[Value, ...]) -> bool:
    filled = _filled(values)
    years = [value for value in filled if year_of(value)]
    if len(filled) < HITS_NEEDED or not all(isinstance(value, str) or value in years for value in filled):
        return False
    texts = [value if isinstance(value, str) else None for value in values]
    own = len(matched_columns(texts, recognised.format))
    other = max(len(matched_columns(texts, each)) for each in FORMATS if each is not recognised.format)
    if other >= HITS_NEEDED and other > own:
        return True
    first = recognised.sheet.rows[recognised.header_row - 1]
    is_same_again = own >= HITS_OF_THE_SAME and _filled(first) != filled
    return is_same_again or (len(years) >= HITS_NEEDED and sense_of(filled[0]).heads is not None)


def _filled(values: tuple[Value, ...]) -> list[Value]:
    return [value for value in values if value is not None and str(value).strip()]
