"""Measures over several rows: rows without a number and title of their own go on with the measure above."""

from __future__ import annotations

from dataclasses import replace

from monitoring.spreadsheets.column import Reads
from monitoring.spreadsheets.measure_lists.measure_list import MeasureList, is_sum

NAMES = ("number", "title", "id")


def take_continued(list_: MeasureList) -> None:
    """Joins the texts of rows that go on with a measure; what is no text there is left out with a word."""
    above: int | None = None
    joined: dict[tuple[int, int], list[str]] = {}
    for row in list(list_.rows):
        if is_sum(list_, row):
            continue
        if above is None or not _goes_on(list_, row):
            above = row
            continue
        list_.leave_out(row, meaning="description")
        for column in list_.filled(row):
            _go_on(list_, row, above, column, joined)
    for (row, column), texts in joined.items():
        cell = list_.sheet.cell(row, column)
        list_.say(row, list_.columns[column], replace(cell, value="\n".join(texts)))


def _goes_on(list_: MeasureList, row: int) -> bool:
    """Whether number and title are empty here: written once above, or merged downwards."""
    named = [list_.column_of(name) for name in NAMES]
    filled = list_.filled(row)
    if any(column in filled for column in named if column):
        return False
    is_right = filled[0] > (list_.column_of("title") or 1)
    return len(filled) > 1 or is_right or _is_below_merged_title(list_, row)


def _is_below_merged_title(list_: MeasureList, row: int) -> bool:
    column = list_.column_of("title")
    return any(top < row <= bottom and left == column for top, left, bottom, _ in list_.sheet.merged)


def _go_on(
    list_: MeasureList, row: int, above: int, column: int, joined: dict[tuple[int, int], list[str]]
) -> None:
    name = list_.columns.get(column)
    if name is None:
        return
    text = str(list_.sheet.value(row, column)).strip()
    if list_.recognised.format.column(name).reads is not Reads.TEXT:
        at = list_.address(row, column)
        list_.remarks.warning(
            "continued_left_out", list_.sheet.name, at, text, heading=list_.headings()[column]
        )
        return
    own = list_.sheet.value(above, column)
    texts = joined.setdefault((above, column), [str(own).strip()] if own is not None else [])
    if text not in texts:
        texts.append(text)
