"""The row labels of a table: columns of words and years at its left, and labels over groups of rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from monitoring.spreadsheets.addresses import cell_address
from monitoring.spreadsheets.crosstabs.blank_totals import BlankTotals
from monitoring.spreadsheets.crosstabs.blocks import Block
from monitoring.spreadsheets.crosstabs.facets import (
    Label,
    ask_about_parts,
    ask_about_town,
    dimension_of,
    facets_of,
)
from monitoring.spreadsheets.crosstabs.grid import Grid, Kind
from monitoring.spreadsheets.crosstabs.hierarchy import outer_labels
from monitoring.spreadsheets.crosstabs.parts import take_parts
from monitoring.spreadsheets.crosstabs.row_numbers import RowNumbers
from monitoring.spreadsheets.crosstabs.sense import NOTHING, Sense, sense_of, unit_sense
from monitoring.spreadsheets.crosstabs.within_groups import take_subtotals, without_uses
from monitoring.spreadsheets.crosstabs.years import row_year, year_column, years_across

MONTH = "month"
SUBSECTOR = "subsector"
TEXT_HEADS = frozenset({"source", "note", "id", "place_key", "region"})
"""Columns of words that say nothing about which number it is."""


@dataclass(slots=True)
class StubColumns:
    """What each column of a table is: the years, the labels, the numbers, and the rest with its reason."""

    year: int | None = None
    labels: list[int] = field(default_factory=list)
    values: list[int] = field(default_factory=list)
    unit: int | None = None
    place: int | None = None
    source: int | None = None
    scope: int | None = None
    left_out: dict[int, str] = field(default_factory=dict)


def stub_columns(grid: Grid, block: Block) -> StubColumns:
    """Tells the columns of labels from those of numbers, by their headings and by what they hold."""
    found = StubColumns()
    across = {column for row in block.header for column in years_across(grid, row, block.columns)}
    plain = [column for column in block.columns if column not in across]
    found.year = year_column(grid, block.header, block.body, plain)
    for column in block.columns:
        if column != found.year:
            _sort(grid, block, column, column in across, found)
    if found.source and not (found.labels or found.year) and found.source < min(found.values, default=0):
        # „Quelle“ over the only labels means the source of the emissions.
        found.labels.append(found.source)
        del found.left_out[found.source]
    return found


def _sort(grid: Grid, block: Block, column: int, is_year: bool, found: StubColumns) -> None:
    heads = _heads(grid, block, column)
    texts, _, missing = grid.counts(column, block.body)
    if heads == "place":
        found.place = column
    elif heads == "scope":
        found.scope = column
        found.left_out[column] = heads
    elif heads == "source":
        found.source = column
        found.left_out[column] = heads
    elif heads in TEXT_HEADS:
        found.left_out[column] = str(heads)
    elif _holds_values(grid, block, column, is_year, found):
        found.values.append(column)
    elif texts and (not found.values or heads or _holds_units(grid, block, column)):
        found.labels.append(column)
        if heads == "unit" or _holds_units(grid, block, column):
            found.unit = column
    elif texts or missing:
        found.left_out[column] = "text" if texts else "empty"
    elif any(grid.kind(row, column) is not Kind.BLANK for row in block.header):
        found.left_out[column] = "empty"


def _holds_values(grid: Grid, block: Block, column: int, is_year: bool, found: StubColumns) -> bool:
    texts, numbers, missing = grid.counts(column, block.body)
    if numbers or is_year:
        return is_year or numbers + missing >= texts
    is_among_values = bool(found.values) and _heads(grid, block, column) is None
    return bool(texts) and is_among_values and _is_series(grid, block, column)


def _is_series(grid: Grid, block: Block, column: int) -> bool:
    """Whether a heading names a series, so that words below it stand in the place of numbers."""
    said = [grid.sense(row, column) for row in block.header if grid.kind(row, column) is not Kind.BLANK]
    return bool(said) and said[-1].is_understood and said[-1].is_telling


def _holds_units(grid: Grid, block: Block, column: int) -> bool:
    said = [grid.sense(row, column) for row in grid.of_kind_in_column(Kind.TEXT, column, block.body)]
    return bool(said) and sum(each.heads == "unit" for each in said) * 2 > len(said)


def _heads(grid: Grid, block: Block, column: int) -> str | None:
    rows = [row for row in reversed(block.header) if not _is_row_of_units(grid, row, block)]
    said = [grid.sense(row, column) for row in rows]
    return next((each.heads for each in said if each.heads and not each.unit), None)


def _is_row_of_units(grid: Grid, row: int, block: Block) -> bool:
    """Whether „Einheit“ heads its row, not its column: units stand beside it."""
    said = [grid.sense(row, column) for column in grid.filled(row, block.columns)]
    if len(block.header) < 2 or not any(each.heads == "unit" and not each.unit for each in said):
        return False
    return sum(each.unit is not None for each in said) * 2 >= len(said)


class Stub:
    """The labels of the rows of a table."""

    def __init__(self, grid: Grid, block: Block, columns: StubColumns) -> None:
        self._grid = grid
        self._block = block
        self._columns = columns
        self._numbers = RowNumbers(grid, columns.values)
        self._carried: dict[int, int] = {}
        self.notes: list[int] = []
        self.groups: list[int] = []
        self.rows = self._rows_with_numbers()
        self._of_no_group = self._totals_of_no_group()
        self._heads = {column: _heads(grid, block, column) for column in columns.labels}
        self.dimensions = {column: self._dimension_of(column) for column in columns.labels}
        own = {row: self._own(row) for row in self.rows}
        self.dimension = self._dimension(own)
        outer = self._outer(own)
        labels = {row: without_uses([*outer[row], *self._of_subsector(own[row])]) for row in self.rows}
        self.facets = {row: facets_of(labels[row], self.dimension) for row in self.rows}
        self._add_years()
        take_subtotals(self.facets.values())
        self._tell_scopes_apart()
        take_parts(self.facets.values())
        ask_about_parts(self.facets.values())
        ask_about_town(self.facets.values())

    def _rows_with_numbers(self) -> list[int]:
        columns = [*self._columns.values, *([self._columns.year] if self._columns.year else [])]
        values = self._columns.values
        rows = [
            row
            for row in self._block.body
            if any(self._grid.kind(row, column) in (Kind.NUMBER, Kind.MISSING) for column in columns)
            or (self._columns.year and row_year(self._grid, row, self._columns.year))
            or (values and len(self._grid.filled(row, values)) > len(values) / 2)
        ]
        return rows

    def _own(self, row: int) -> list[Label]:
        """The labels in the columns of labels; all but the last column are filled down."""
        labels = []
        for column in self._columns.labels:
            source = self._row_of_label(row, column)
            if source is None:
                continue
            sense = self._sense(source, column)
            reason = "row_label" if source == row else "filled_down"
            dimension = self.dimensions[column]
            labels.append(Label(sense, reason, cell_address(source, column), dimension=dimension))
        return labels

    def _of_subsector(self, own: list[Label]) -> list[Label]:
        """Of „Stationary energy, Residential buildings“ the part that is known: it tells the sector."""
        at = next(
            (at for at, column in enumerate(self._columns.labels) if self._heads[column] == SUBSECTOR), 0
        )
        if not at or len(own) != len(self._columns.labels):
            return own
        outer, inner = own[at - 1], own[at]
        if inner.sense.sector and inner.sense.is_understood:
            return [each for each in own if each is not outer]
        return own

    def _tell_scopes_apart(self) -> None:
        """Lines of one sector in several scopes are added up: none of them is all of it."""
        column = self._columns.scope
        for row, found in self.facets.items() if column else ():
            scope = self._grid.label(row, column or 1)
            if scope is not None and not found.is_total:
                found.mapped = f"{found.text} (Scope {scope})"

    def _sense(self, row: int, column: int) -> Sense:
        value = self._grid.label(row, column)
        if column == self._columns.unit and isinstance(value, str):
            return unit_sense(value.strip())
        return sense_of(value) if isinstance(value, str) else Sense(str(value), unknown=(str(value),))

    def _dimension_of(self, column: int) -> str | None:
        heads = self._heads[column]
        if heads in ("sector", "carrier"):
            return heads
        return dimension_of(self._sense(row, column) for row in self.rows)

    def _row_of_label(self, row: int, column: int) -> int | None:
        if self._grid.kind(row, column) is not Kind.BLANK:
            self._carried[column] = row
            for inner in self._columns.labels[self._columns.labels.index(column) + 1 :]:
                self._carried.pop(inner, None)
            return row
        if self._grid.is_merged(row, column):
            return self._grid.first_of_merged(row, column)[0]
        is_last = column == self._columns.labels[-1]
        is_alone = is_last and not (self._columns.year and self._columns.year > column)
        is_of_no_group = row in self._of_no_group.get(column, ())
        return None if is_alone or is_of_no_group else self._carried.get(column)

    def _totals_of_no_group(self) -> Mapping[int, frozenset[int]]:
        columns, years = self._columns, [self._columns.year] if self._columns.year else []
        labels = [each for each in columns.labels if each != columns.unit]
        keys = [*columns.labels, *years]
        return BlankTotals(self._grid, self.rows, labels, keys, self._numbers).of_no_group()

    def _dimension(self, own: dict[int, list[Label]]) -> str | None:
        return dimension_of(label.sense for labels in own.values() for label in labels)

    def _outer(self, own: dict[int, list[Label]]) -> dict[int, list[Label]]:
        """What stands over groups of rows: lines with a label and no numbers, a sector over its carriers."""
        lines: dict[int, Label] = {}
        last = max(self.rows, default=0)
        for row in self._block.body:
            if row not in own:
                self._sort_line(row, last, lines)
        return outer_labels(lines, own, self._numbers)

    def _sort_line(self, row: int, last: int, lines: dict[int, Label]) -> None:
        column = self._grid.filled(row, self._block.columns)[0]
        is_year = self._grid.year(row, column) is not None
        sense = sense_of(self._grid.label(row, column)) if is_year else self._sense(row, column)
        is_label = isinstance(self._grid.label(row, column), str) or is_year
        is_note = row > last or not is_label or len(sense.text) > 80
        if is_note or sense.heads in ("source", "note"):
            self.notes.append(row)
        else:
            self.groups.append(row)
            lines[row] = Label(sense, "group", cell_address(row, column), is_inherited=True)

    def _add_years(self) -> None:
        column = self._columns.year
        if column is None:
            return
        known: int | None = None
        days = self._days_of_one_year(column)
        for row in self.rows:
            year = row_year(self._grid, row, column)
            is_blank = self._grid.kind(row, column) is Kind.BLANK
            known = year or (known if is_blank and self._columns.labels else None)
            said = sense_of(self._grid.label(row, column)) if year else NOTHING
            label = Label(said, "year_column", cell_address(row, column))
            found = self.facets[row]
            if known:
                found.put("year", known, label)
            if said.derived == MONTH or row in days:
                found.left_out = found.left_out or MONTH
            for aspect, value in (("row_type", said.row_type), ("note", ", ".join(said.remarks) or None)):
                if value:
                    found.put(aspect, value, label)

    def _days_of_one_year(self, column: int) -> frozenset[int]:
        """The rows with one of several days of a year: „01.02.2023“ below „01.01.2023“ is a month of it."""
        values = {row: self._grid.label(row, column) for row in self.rows}
        days = {row: value for row, value in values.items() if isinstance(value, date)}
        years = Counter(day.year for day in set(days.values()))
        return frozenset(row for row, day in days.items() if years[day.year] > 1)
