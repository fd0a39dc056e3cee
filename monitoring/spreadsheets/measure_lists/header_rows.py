"""Headings over two rows: the label of a group of columns above, those of its columns below."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from monitoring.spreadsheets.formats import format_of
from monitoring.spreadsheets.headings import GROUP_MARK, matched_columns
from monitoring.spreadsheets.measure_lists.measure_list import is_year
from monitoring.spreadsheets.measure_lists.report_headings import dated_report
from monitoring.spreadsheets.recognition import HITS_NEEDED, LONGEST_HEADING, ROWS_SEARCHED
from monitoring.spreadsheets.units import unit
from monitoring.spreadsheets.vocabulary import is_status_word
from monitoring.spreadsheets.workbook import Sheet, is_blank

Headings = list[str | None]


def with_joined_headings(sheet: Sheet) -> Sheet:
    """The sheet with „group / column“ in the lower of two rows of headings.

    Only where both together say more about measures than one alone; else it stays as it is.
    """
    last = min(sheet.height, ROWS_SEARCHED)
    single = max((_understood(_own(sheet, row)) for row in range(1, last + 1)), default=0)
    joined = {row: _joined(sheet, row) for row in range(1, last) if _go_together(sheet, row)}
    scores = {row: _understood(headings) for row, headings in joined.items()}
    best = max(scores, key=lambda row: scores[row], default=None)
    if best is None or scores[best] < HITS_NEEDED or scores[best] <= single:
        return sheet
    rows = list(sheet.rows)
    rows[best - 1], rows[best] = (None,) * sheet.width, tuple(joined[best])
    return replace(sheet, rows=rows)


def _understood(headings: Headings) -> int:
    """How many headings say what a column of a list of measures holds."""
    matched = matched_columns(headings, format_of("measures"))
    others = [heading for at, heading in enumerate(headings) if heading and at not in matched]
    return len(matched) + sum(map(_is_in_group, others))


def _is_in_group(heading: str) -> bool:
    """Whether a heading is one of a group that is read together: a report, a year, or a word to be ticked."""
    own = heading.rsplit(GROUP_MARK, 1)
    return len(own) > 1 and (dated_report(heading) is not None or is_year(own[1]) or is_status_word(own[1]))


def _own(sheet: Sheet, row: int) -> Headings:
    return [_heading(value) for value in sheet.rows[row - 1]]


def _heading(value: object) -> str | None:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if is_blank(value) or not (isinstance(value, str) or is_number):
        return None
    text = " ".join(str(value).split())
    return text if len(text) < LONGEST_HEADING else None


def _are_words(sheet: Sheet, row: int) -> bool:
    """Whether a row may hold the lower part of headings: texts and years."""
    values = [value for value in sheet.rows[row - 1] if not is_blank(value)]
    return len(values) > 1 and all(isinstance(each, str | int) and len(str(each)) < 80 for each in values)


def _go_together(sheet: Sheet, row: int) -> bool:
    """Whether a row goes on with the headings above: below a label are several columns, or its unit."""
    if not _are_words(sheet, row + 1):
        return False
    above, below = _spread(sheet, row), _own(sheet, row + 1)
    pairs = [(upper, lower) for upper, lower in zip(above, below, strict=True) if lower]
    shared = Counter(upper for upper, _ in pairs if upper)
    return any(count > 1 for count in shared.values()) and all(
        not upper or shared[upper] > 1 or _is_unit(lower or "") for upper, lower in pairs
    )


def _is_unit(text: str) -> bool:
    return unit(_bare(text)) is not None


def _bare(text: str) -> str:
    return text.removeprefix("in ").strip("[]() ")


def _joined(sheet: Sheet, row: int) -> Headings:
    above, below = _spread(sheet, row), _own(sheet, row + 1)
    return [_both(upper, lower) for upper, lower in zip(above, below, strict=True)]


def _both(upper: str | None, lower: str | None) -> str | None:
    if upper and lower and _is_unit(lower):
        return f"{upper} [{_bare(lower)}]"
    return f"{upper}{GROUP_MARK}{lower}" if upper and lower else lower or upper


def _spread(sheet: Sheet, row: int) -> Headings:
    """The upper labels over all columns they hold for: merged, or written once before empty cells."""
    labels, below = _own(sheet, row), _own(sheet, row + 1)
    merged = {first: last for top, first, _, last in sheet.merged if top == row}
    for at in range(1, len(labels)):
        is_open = labels[at] is None and labels[at - 1] is not None
        if is_open and below[at] and below[at - 1] and not _ends(merged, at):
            labels[at] = labels[at - 1]
    return labels


def _ends(merged: dict[int, int], columns: int) -> bool:
    """Whether a merged range ends with a column, counted from 1."""
    return columns in merged.values()
