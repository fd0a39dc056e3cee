"""Numbers of measures where no heading names them: in titles („M1: Solarkataster“) or left of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from monitoring.spreadsheets.measure_lists.measure_list import MeasureList
from monitoring.spreadsheets.measure_lists.numbering import is_number, numbered_title


def take_numbers(list_: MeasureList) -> None:
    """Finds the numbers of measures, and says where a number became a date."""
    _take_unnamed_column(list_)
    _take_numbers_in_titles(list_)
    _refuse_dates(list_)


def _take_unnamed_column(list_: MeasureList) -> None:
    """A column without a heading left of the titles whose cells all are numbers of measures, each once."""
    title = list_.column_of("title")
    if title is None or list_.column_of("number") is not None:
        return
    for column in range(title - 1, 0, -1):
        texts = [list_.text_at(row, column) or "" for row in list_.rows]
        is_named = column in list_.headings()
        if not is_named and all(map(is_number, texts)) and len(set(texts)) == len(texts):
            cell = list_.address(list_.rows[0], column)
            list_.remarks.notice("number_column_assumed", list_.sheet.name, cell, texts[0], count=len(texts))
            for row in list_.rows:
                list_.say(row, "number", list_.sheet.cell(row, column))
            return


def _refuse_dates(list_: MeasureList) -> None:
    """Spreadsheets turn „1.2“ into a date; what the number was cannot be told."""
    column = list_.column_of("number")
    for row in list_.rows:
        value = list_.sheet.value(row, column) if column else None
        if isinstance(value, date):
            list_.remarks.error("number_is_date", list_.sheet.name, list_.address(row, column or 1), value)


def _take_numbers_in_titles(list_: MeasureList) -> None:
    """Parts number and title where no column holds numbers and every title begins with one of its own."""
    column = list_.column_of("title")
    if column is None or list_.column_of("number") is not None or list_.says("number"):
        return
    texts = {row: list_.text_at(row, column) for row in list_.rows}
    parted = {row: numbered_title(text) for row, text in texts.items() if text}
    numbers = [found[0] for found in parted.values() if found]
    if not numbers or len(numbers) < len(parted) or len(set(numbers)) < len(numbers):
        return
    for row, found in parted.items():
        if found:
            cell = list_.sheet.cell(row, column)
            list_.say(row, "number", replace(cell, value=found[0]))
            list_.rewritten[row, column] = found[1]
