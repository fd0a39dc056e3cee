"""Marks in place of words: one column for each status, or one for each year, with an x where it holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from monitoring.spreadsheets.measure_lists.measure_list import MeasureList, is_year
from monitoring.spreadsheets.vocabulary import code_of
from monitoring.spreadsheets.workbook import Cell

VOCABULARIES = {
    "status": "measure_status",
    "priority": "priority",
    "introduction": "introduction_period",
    "measure_type": "measure_type",
}
COLUMNS_NEEDED = 2


def take_matrices(list_: MeasureList) -> None:
    """Columns of marks, read as the word or the years in their headings."""
    marked = [at for at in list_.open_headings() if _holds_marks(list_, at)]
    empty = [at for at in list_.open_headings() if not list_.has_texts(at)]
    for field, vocabulary in VOCABULARIES.items():
        columns = [at for at in (*marked, *empty) if _is_word(list_.own_headings()[at], vocabulary)]
        if len(columns) >= COLUMNS_NEEDED and set(columns) & set(marked) and _is_free(list_, field, columns):
            list_.use_columns(columns)
            _take_words(list_, field, columns)
            marked = [at for at in marked if at not in columns]
    _say_coloured_years(list_)
    years = {at: year for at in marked if (year := _year(list_.own_headings()[at]))}
    if len(years) >= COLUMNS_NEEDED and list_.column_of("start") is None:
        list_.use_columns(years)
        _take_years(list_, years)


def _say_coloured_years(list_: MeasureList) -> None:
    """Years without marks whose cells are coloured draw a schedule, which is not read."""
    years = [at for at, text in list_.open_headings().items() if _year(text) and not list_.has_texts(at)]
    coloured = [at for at in years if any((row, at) in list_.sheet.fills for row in list_.rows)]
    if len(coloured) >= COLUMNS_NEEDED:
        cell = list_.address(list_.header_row, coloured[0])
        list_.remarks.notice("coloured_years", list_.sheet.name, cell, None, count=len(coloured))


def _holds_marks(list_: MeasureList, column: int) -> bool:
    texts = (text for row in list_.rows if (text := list_.text_at(row, column)))
    return list_.has_texts(column) and all(code_of("yes_no", text) for text in texts)


def _is_word(heading: str, vocabulary: str) -> bool:
    known = code_of(vocabulary, heading)
    return known is not None or (
        vocabulary == "measure_status" and code_of("status_and_more", heading) is not None
    )


def _is_free(list_: MeasureList, field: str, columns: Iterable[int]) -> bool:
    column = list_.column_of(field)
    return column is None or column in columns


def _year(heading: str) -> int | None:
    return int(heading) if is_year(heading) else None


def _marked(list_: MeasureList, row: int, columns: Iterable[int]) -> list[int]:
    return [at for at in columns if code_of("yes_no", list_.text_at(row, at) or "") == "yes"]


def _take_words(list_: MeasureList, field: str, columns: list[int]) -> None:
    headings = list_.own_headings()
    for row in list_.rows:
        marked = _marked(list_, row, columns)
        if len(marked) == 1:
            list_.say(row, field, _headed(list_, row, marked[0], headings[marked[0]]))
        elif marked and field == "introduction":
            words = ", ".join(headings[at] for at in marked)
            list_.say(row, "period_text", _headed(list_, row, marked[0], words))
        elif marked:
            words = ", ".join(headings[at] for at in marked)
            list_.remarks.warning("several_marks", list_.sheet.name, list_.address(row, marked[1]), words)


def _headed(list_: MeasureList, row: int, column: int, value: str | int) -> Cell:
    """The marked cell, with what its mark means."""
    return replace(list_.sheet.cell(row, column), value=value)


def _take_years(list_: MeasureList, years: dict[int, int]) -> None:
    for row in list_.rows:
        marked = _marked(list_, row, years)
        if not marked:
            continue
        said = [years[at] for at in marked]
        if max(said) - min(said) + 1 == len(set(said)):
            ends = (
                ("start", min(marked, key=years.__getitem__)),
                ("end", max(marked, key=years.__getitem__)),
            )
            for field, at in ends:
                list_.say(row, field, _headed(list_, row, at, years[at]))
        else:
            list_.say(row, "period_text", _headed(list_, row, marked[0], ", ".join(map(str, sorted(said)))))
