"""Indicators beside their measure, with a column for each year: „Indikator“, „Einheit“, 2020, 2021, …"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from monitoring.domain.draft import Draft, Origin
from monitoring.domain.measure_reference import PARTS, reference_field
from monitoring.spreadsheets.formats import format_of
from monitoring.spreadsheets.headings import heading_keys, matched_columns, own_label
from monitoring.spreadsheets.measure_lists.measure_list import MeasureList, is_blank, is_year
from monitoring.spreadsheets.missing_words import absence
from monitoring.spreadsheets.numbers import column_style
from monitoring.spreadsheets.recognition import Recognised
from monitoring.spreadsheets.remarks import Remarks, shown
from monitoring.spreadsheets.row import HeadedColumn, Outcome, Row, Task
from monitoring.spreadsheets.values import take
from monitoring.spreadsheets.workbook import Cell

_INDICATOR_NAMES = frozenset(
    "indikator indikatoren kennzahl messgröße erfolgsindikator erfolgsindikatoren indicator".split()
)
KEYS = {
    "name": _INDICATOR_NAMES,
    "unit": frozenset({"einheit", "einh", "unit"}),
    "base_value": frozenset({"basiswert", "ausgangswert", "startwert", "baseline"}),
    "target_value": frozenset({"zielwert", "sollwert", "targetvalue"}),
}
YEARS_NEEDED = 2


@dataclass(slots=True)
class Indicators:
    """The indicators of a list: their columns by field, the years, the row of each one's measure."""

    list_: MeasureList | None = None
    columns: dict[str, int] = field(default_factory=dict)
    years: dict[int, int] = field(default_factory=dict)
    measure_rows: dict[int, int] = field(default_factory=dict)

    def drafts(self, measures: Mapping[int, Draft], remarks: Remarks) -> list[Draft]:
        """Each indicator, and its value in each year that has one."""
        found: list[Draft] = []
        for row, measure_row in self.measure_rows.items():
            measure = measures.get(measure_row)
            if measure is not None:
                found += self._row(row, measure, remarks)
        return found

    def _row(self, number: int, measure: Draft, remarks: Remarks) -> list[Draft]:
        assert self.list_ is not None
        indicator = Row(self.list_.sheet.name, number)
        for part in PARTS:
            if measure.values.get(part) is not None:
                indicator.values[reference_field("indicators", part)] = measure.values[part]
        for name, column in self.columns.items():
            self._take(indicator, "indicators", name, self.list_.sheet.cell(number, column), remarks)
        if Outcome.FAULT in indicator.outcomes or not indicator.values.get("name"):
            return []
        values = [self._value(number, column, indicator, remarks) for column in self.years]
        return [indicator.draft("indicators"), *(each for each in values if each is not None)]

    def _value(self, number: int, column: int, indicator: Row, remarks: Remarks) -> Draft | None:
        assert self.list_ is not None
        cell = self.list_.sheet.cell(number, column)
        if is_blank(cell.value) or (isinstance(cell.value, str) and absence(cell.value)):
            return None
        row = Row(self.list_.sheet.name, number)
        row.values = {"indicator": indicator.values["name"], "year": self.years[column]}
        heading = self.list_.sheet.cell(self.list_.header_row, column)
        row.origins = {
            "indicator": indicator.origins["name"],
            "year": Origin(row.sheet, heading.address, shown(heading.value)),
        }
        self._take(row, "indicator_values", "value", cell, remarks)
        return None if Outcome.FAULT in row.outcomes else row.draft("indicator_values")

    def _take(self, row: Row, kind: str, name: str, cell: Cell, remarks: Remarks) -> None:
        assert self.list_ is not None
        reading = format_of(kind)
        style, is_assumed = column_style(self.list_.sheet.rows[row.number - 1])
        heading = self.list_.headings().get(cell.column, "")
        headed = HeadedColumn(reading.column(name), cell.column, heading, None, style, is_assumed)
        take(Task(cell, headed, row, reading.record_type, remarks))


def with_measures(recognised: Recognised) -> Recognised | None:
    """A list of measures with indicators by year, None where a sheet is no such list."""
    measures = format_of("measures")
    if recognised.format.kind not in ("measures", "indicators", "indicator_values"):
        return None
    row = recognised.header_row
    values = [shown(value) for value in recognised.sheet.rows[row - 1]]
    columns = {at + 1: column for at, column in matched_columns(values, measures).items()}
    list_ = replace(recognised, format=measures, columns=columns)
    is_named = any(column.field in ("number", "title") for column in columns.values())
    return list_ if is_named and all(_indicator_columns(_own(values))) else None


def _own(headings: Iterable[str | None]) -> dict[int, str]:
    texts = {at: " ".join(own_label(text or "").split()) for at, text in enumerate(headings, 1)}
    return {at: text for at, text in texts.items() if text}


def _indicator_columns(headings: Mapping[int, str]) -> tuple[dict[str, int], dict[int, int]]:
    """The columns of the indicators by field, and the years by column; empty where they lack."""
    columns = {
        name: at
        for name, keys in KEYS.items()
        for at, text in headings.items()
        if keys & set(heading_keys(text))
    }
    years = {at: int(text) for at, text in headings.items() if is_year(text)}
    is_whole = {"name", "unit"} <= columns.keys() and len(years) >= YEARS_NEEDED
    return (columns, years) if is_whole else ({}, {})


def take_indicators(list_: MeasureList) -> Indicators:
    """The indicators of a list with columns for names, units and years; a measure may have several rows."""
    columns, years = _indicator_columns(list_.own_headings())
    if not columns:
        return Indicators()
    list_.use_columns([*columns.values(), *years])
    found = Indicators(list_, columns, years)
    measure: int | None = None
    for row in list(list_.rows):
        is_same = measure is not None and _names(list_, row) in (_names(list_, measure), {})
        if is_same:
            list_.leave_out(row, meaning="success_indicators")
        else:
            measure = row
        if list_.text_at(row, columns["name"]) and measure is not None:
            found.measure_rows[row] = measure
    return found


def _names(list_: MeasureList, row: int) -> dict[str, str]:
    named = {part: list_.text(row, part) for part in ("number", "title")}
    return {part: text for part, text in named.items() if text}
