"""Indicators beside their measure, with a column for each year: „Indikator“, „Einheit“, 2020, 2021, …"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from monitoring.domain.draft import Draft, Origin
from monitoring.domain.measure_reference import PARTS, reference_field
from monitoring.spreadsheets.crosstabs.sense import sense_of
from monitoring.spreadsheets.formats import format_of
from monitoring.spreadsheets.headings import heading_keys, matched_columns, own_label
from monitoring.spreadsheets.measure_lists.measure_list import MeasureList, is_year
from monitoring.spreadsheets.missing_words import absence
from monitoring.spreadsheets.numbers import column_style
from monitoring.spreadsheets.recognition import Recognised
from monitoring.spreadsheets.remarks import Remarks, shown
from monitoring.spreadsheets.row import HeadedColumn, Outcome, Row, Task
from monitoring.spreadsheets.values import take
from monitoring.spreadsheets.workbook import Cell, Value, is_blank


def _keys(words: str) -> frozenset[str]:
    return frozenset(key for word in words.split() for key in heading_keys(word))


KEYS = {
    "name": _keys("Indikator Indikatoren Kennzahl Messgröße Erfolgsindikator Erfolgsindikatoren indicator"),
    "unit": _keys("Einheit Einh. Maßeinheit unit"),
    "base_value": _keys("Basiswert Ausgangswert Startwert baseline"),
    "target_value": _keys("Zielwert Sollwert target_value"),
}
YEAR_KEYS = _keys("Jahr Berichtsjahr Datenjahr year")
VALUE_KEYS = _keys("Wert Istwert Messwert value")
YEARS_NEEDED = 2


@dataclass(frozen=True, slots=True)
class IndicatorColumns:
    """The columns of indicators by field, year and year of a target; or one of years and one of values."""

    fields: Mapping[str, int] = field(default_factory=dict)
    years: Mapping[int, int] = field(default_factory=dict)
    targets: Mapping[int, int] = field(default_factory=dict)
    year: int | None = None
    value: int | None = None

    def __bool__(self) -> bool:
        """Whether they are enough to read indicators."""
        has_values = len(self.years) >= YEARS_NEEDED or (self.year and self.value)
        return bool({"name", "unit"} <= self.fields.keys() and has_values)

    @property
    def all(self) -> list[int]:
        """Every column that is read for the indicators."""
        long = [at for at in (self.year, self.value) if at]
        return [*self.fields.values(), *self.years, *self.targets, *long]


@dataclass(slots=True)
class Indicators:
    """The indicators of a list: their columns and the row of each one's measure."""

    list_: MeasureList | None = None
    columns: IndicatorColumns = field(default_factory=IndicatorColumns)
    measure_rows: dict[int, int] = field(default_factory=dict)

    def drafts(self, measures: Mapping[int, Draft], remarks: Remarks) -> list[Draft]:
        """Each indicator once, and its value in each year that has one."""
        found: list[Draft] = []
        told: set[tuple[int, str]] = set()
        for row, measure_row in self.measure_rows.items():
            measure = measures.get(measure_row)
            indicator = self._indicator(row, measure, remarks) if measure else None
            if indicator is None:
                continue
            key = (measure_row, indicator.values["name"])
            found += [] if key in told else [indicator.draft("indicators")]
            told.add(key)
            values = [self._value(row, at, indicator, remarks) for at in self._values(row)]
            found += [each for each in values if each is not None]
        return found

    def _indicator(self, number: int, measure: Draft, remarks: Remarks) -> Row | None:
        assert self.list_ is not None
        indicator = Row(self.list_.sheet.name, number)
        for part in PARTS:
            if measure.values.get(part) is not None:
                indicator.values[reference_field("indicators", part)] = measure.values[part]
        for name, column in self.columns.fields.items():
            self._take(indicator, "indicators", name, self.list_.sheet.cell(number, column), remarks)
        for column, year in sorted(self.columns.targets.items(), key=lambda each: each[1]):
            self._take_target(indicator, column, year, remarks)
        is_faulty = Outcome.FAULT in indicator.outcomes or not indicator.values.get("name")
        return None if is_faulty else indicator

    def _take_target(self, indicator: Row, column: int, year: int, remarks: Remarks) -> None:
        """The value of a column such as „Ziel 2030“; of several the last holds."""
        assert self.list_ is not None
        cell = self.list_.sheet.cell(indicator.number, column)
        if not _is_missing(cell.value):
            self._take(indicator, "indicators", "target_value", cell, remarks)
            indicator.values["target_year"] = year
            indicator.origins["target_year"] = self._origin_of_heading(column)

    def _values(self, row: int) -> list[tuple[int, int, Origin]]:
        """The columns of the values of a row, each with its year and where that stands."""
        assert self.list_ is not None
        found = [(at, year, self._origin_of_heading(at)) for at, year in self.columns.years.items()]
        if self.columns.year and self.columns.value:
            cell = self.list_.sheet.cell(row, self.columns.year)
            text = self.list_.text_at(row, self.columns.year) or ""
            if is_year(text):
                origin = Origin(self.list_.sheet.name, cell.address, shown(cell.value))
                found.append((self.columns.value, int(text), origin))
        return found

    def _origin_of_heading(self, column: int) -> Origin:
        assert self.list_ is not None
        heading = self.list_.sheet.cell(self.list_.header_row, column)
        return Origin(self.list_.sheet.name, heading.address, shown(heading.value))

    def _value(
        self, number: int, at: tuple[int, int, Origin], indicator: Row, remarks: Remarks
    ) -> Draft | None:
        assert self.list_ is not None
        column, year, origin = at
        cell = self.list_.sheet.cell(number, column)
        if _is_missing(cell.value):
            return None
        row = Row(self.list_.sheet.name, number)
        row.values = {"indicator": indicator.values["name"], "year": year}
        row.origins = {"indicator": indicator.origins["name"], "year": origin}
        self._take(row, "indicator_values", "value", cell, remarks)
        return None if Outcome.FAULT in row.outcomes else row.draft("indicator_values")

    def _take(self, row: Row, kind: str, name: str, cell: Cell, remarks: Remarks) -> None:
        assert self.list_ is not None
        reading = format_of(kind)
        style, is_assumed = column_style(self.list_.sheet.rows[row.number - 1])
        heading = self.list_.headings().get(cell.column, "")
        headed = HeadedColumn(reading.column(name), cell.column, heading, None, style, is_assumed)
        take(Task(cell, headed, row, reading.record_type, remarks))


def _is_missing(value: Value) -> bool:
    return is_blank(value) or (isinstance(value, str) and bool(absence(value)))


def with_measures(recognised: Recognised) -> Recognised | None:
    """A list of measures with indicators by year, None where a sheet is no such list."""
    measures = format_of("measures")
    if recognised.format.kind not in ("measures", "indicators", "indicator_values"):
        return None
    row = recognised.header_row
    values = [shown(value) for value in recognised.sheet.rows[row - 1]]
    columns = {at + 1: column for at, column in matched_columns(values, measures).items()}
    list_ = replace(recognised, format=measures, columns=columns)
    is_named = any(column.field in ("id", "number", "title") for column in columns.values())
    return list_ if is_named and _indicator_columns(_own(values)) else None


def _own(headings: Iterable[str | None]) -> dict[int, str]:
    texts = {at: " ".join(own_label(text or "").split()) for at, text in enumerate(headings, 1)}
    return {at: text for at, text in texts.items() if text}


def _indicator_columns(headings: Mapping[int, str]) -> IndicatorColumns:
    """The columns of indicators under some headings."""
    keys = {at: set(heading_keys(text)) for at, text in headings.items()}
    fields = {name: at for name, known in KEYS.items() for at, said in keys.items() if known & said}
    years = {at: int(text) for at, text in headings.items() if is_year(text)}
    planned = {at: sense_of(text) for at, text in headings.items() if at not in fields.values()}
    targets = {
        at: said.year
        for at, said in planned.items()
        if said.year and said.row_type == "planned" and said.is_understood
    }
    year, value = (next((at for at in keys if known & keys[at]), None) for known in (YEAR_KEYS, VALUE_KEYS))
    return IndicatorColumns(fields, years, targets, year, value)


def take_indicators(list_: MeasureList) -> Indicators:
    """The indicators of a list with columns for names, units and years; a measure may have several rows."""
    columns = _indicator_columns(list_.own_headings())
    if not columns:
        return Indicators()
    list_.use_columns(columns.all)
    found = Indicators(list_, columns)
    measure: int | None = None
    for row in list(list_.rows):
        is_same = measure is not None and _names(list_, row) in (_names(list_, measure), {})
        if is_same:
            list_.leave_out(row, meaning="success_indicators")
        else:
            measure = row
        if list_.text_at(row, columns.fields["name"]) and measure is not None:
            found.measure_rows[row] = measure
    return found


def _names(list_: MeasureList, row: int) -> dict[str, str]:
    named = {part: list_.text(row, part) for part in ("id", "number", "title")}
    return {part: text for part, text in named.items() if text}
