"""A table as it was understood, for its user to see: every row and column with its meaning and the reason."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from monitoring.spreadsheets.chosen_meanings import label_path, meaning_key
from monitoring.spreadsheets.crosstabs.answered_lines import ANSWER, line_label, table_label
from monitoring.spreadsheets.crosstabs.facets import Facets
from monitoring.spreadsheets.crosstabs.grid import Kind
from monitoring.spreadsheets.crosstabs.table import Table
from monitoring.spreadsheets.explanation import Line, UnderstoodBlock
from monitoring.spreadsheets.units import Unit

MOST_ROWS = 500
"""Rows that are explained one by one; of longer tables the first."""


def explained(table: Table) -> UnderstoodBlock:
    """How a table was understood."""
    block = table.block
    rows = [*block.titles, *block.header, *block.body]
    sheet = table.grid.sheet.name
    return UnderstoodBlock(
        first_row=min(rows),
        first_column=block.columns[0],
        last_row=max(rows),
        last_column=block.columns[-1],
        layout=table.layout,
        title_rows=tuple(sorted((*block.captions, *block.titles))),
        header_rows=tuple(block.header),
        columns=tuple(sorted((*_columns(table), *_lines(table.heads, sheet)), key=lambda each: each.number)),
        rows=tuple(sorted((*_other_rows(table), *_lines(table.rows, sheet)), key=lambda each: each.number)),
        around=_line(0, table.around, sheet, table_label(table.around), _said_by_lines(table)),
    )


def _said_by_lines(table: Table) -> Collection[str]:
    """The year in the name of a sheet means nothing where rows or columns have their own."""
    return () if table.layout == "one_year" else ("year",)


def _lines(found: Mapping[int, Facets], sheet: str) -> Iterator[Line]:
    for number in list(found)[:MOST_ROWS]:
        yield _line(number, found[number], sheet, line_label(found[number]))


def _line(number: int, found: Facets, sheet: str, label: str, unused: Collection[str] = ()) -> Line:
    """How a line was understood, without the aspects that other lines say anew."""
    values = {aspect: value for aspect, value in found.values.items() if aspect not in unused}
    meaning = tuple((aspect, _shown(value)) for aspect, value in values.items())
    said = (*values, ANSWER)
    reasons = tuple((aspect, found.reasons[aspect]) for aspect in said if aspect in found.reasons)
    key = meaning_key(sheet, label) if label else None
    return Line(number, found.text, meaning, reasons, found.left_out, key, label)


def _shown(value: object) -> str:
    return value.text if isinstance(value, Unit) else str(value)


def _columns(table: Table) -> Iterator[Line]:
    """The columns that hold labels or nothing that is stored."""
    columns = table.columns
    if columns.year:
        yield _headed(table, columns.year, "year", "heading_or_cells")
    for column in columns.labels:
        yield _headed(table, column, "unit" if column == columns.unit else "labels", "cells")
    if columns.place:
        yield _headed(table, columns.place, "place", "heading")
    for column, reason in columns.left_out.items():
        heading = _heading(table, column)
        yield Line(column, heading, left_out=reason, path=label_path([heading]))


def _headed(table: Table, column: int, field: str, reason: str) -> Line:
    heading = _heading(table, column)
    return Line(column, heading, (("field", field),), (("field", reason),), path=label_path([heading]))


def _heading(table: Table, column: int) -> str:
    """The words right over the cells of a column, empty where there are none."""
    header = [row for row in table.block.header if table.grid.kind(row, column) is Kind.TEXT]
    return str(table.grid.label(header[-1], column)) if header else ""


def _other_rows(table: Table) -> Iterator[Line]:
    for row in table.stub.groups:
        yield Line(row, str(table.grid.label(row, table.block.columns[0]) or ""), (("field", "group"),))
    for row in table.stub.notes:
        yield Line(row, "", left_out="note")
