"""Titles that begin with the number of their measure: „M1: Solarkataster“."""

from __future__ import annotations

from dataclasses import replace

from monitoring.spreadsheets.measure_lists.measure_list import MeasureList
from monitoring.spreadsheets.measure_lists.numbering import numbered_title


def take_numbers_in_titles(list_: MeasureList) -> None:
    """Parts number and title where no column holds numbers and every title begins with one of its own."""
    column = list_.column_of("title")
    if column is None or list_.column_of("number") is not None:
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
