"""Periods in words, such as „2024–2026“ or „kurzfristig“: the beginning, the end and the introduction."""

from __future__ import annotations

from dataclasses import replace

from monitoring.spreadsheets.measure_lists.measure_list import MeasureList
from monitoring.spreadsheets.periods import introduction_in, named_days


def take_periods(list_: MeasureList) -> None:
    """Reads the days out of a column of periods, where no column of their own says them; the text stays."""
    at = list_.column_of("period_text")
    if at is None:
        return
    has_days = any(list_.column_of(each) or list_.says(each) for each in ("start", "end"))
    has_introduction = list_.column_of("introduction") or list_.says("introduction")
    for row in list_.rows:
        text, cell = list_.text_at(row, at) or "", list_.sheet.cell(row, at)
        if not has_introduction and introduction_in(text):
            list_.say(row, "introduction", replace(cell, value=text.partition("(")[0].strip()))
        for field, day in [] if has_days else named_days(text):
            list_.say(row, field, replace(cell, value=day))
