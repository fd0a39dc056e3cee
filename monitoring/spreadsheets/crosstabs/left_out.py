"""What of a table is not stored, said once for each reason with the labels it holds for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from monitoring.spreadsheets.addresses import cell_address
from monitoring.spreadsheets.crosstabs.facets import IGNORED, PENDING
from monitoring.spreadsheets.crosstabs.label_words import OTHER
from monitoring.spreadsheets.crosstabs.parts_of_groups import PART_OF_GROUP
from monitoring.spreadsheets.crosstabs.table import Table
from monitoring.spreadsheets.remarks import MOST_CELLS, Remarks

MOST_LABELS = 12
AS_TARGET = "target"
SILENT = frozenset({PENDING, IGNORED, AS_TARGET})
"""Reasons that the user knows: an open question, or an answer."""
WARNINGS = {
    "contradiction": "cells_contradict",
    "no_year": "cells_without_year",
    "other_unit": "cells_in_other_unit",
    "no_heading": "cells_without_heading",
    OTHER: "other_quantity_left_out",
}
NOTICES = {
    "month": "months_left_out",
    "budget": "budget_left_out",
    "planned_part": "planned_part_left_out",
    PART_OF_GROUP: "parts_left_out",
}
"""The finding for each reason; all others are about what is derived from other values."""


@dataclass(slots=True)
class LeftOutLine:
    """A row or column of which numbers are not stored: the cell of its label, and how many."""

    cell: str
    count: int = 0


Lines = dict[str, LeftOutLine]
LeftOut = dict[str, Lines]
"""The lines by the reason and by their label."""


def count_left_out(found: LeftOut, table: Table, reason: str, at: tuple[int, int]) -> None:
    """Counts a number that is not stored to the line that is the reason, else to its row."""
    heads, rows = table.heads[at[1]], table.rows[at[0]]
    is_of_column = heads.left_out == reason or not rows.text
    name = (heads if is_of_column else rows).name or cell_address(*at)
    lines = found.setdefault(reason, {})
    if name not in lines:
        lines[name] = LeftOutLine(_cell_of_label(table, at, is_of_column))
    lines[name].count += 1


def _cell_of_label(table: Table, at: tuple[int, int], is_of_column: bool) -> str:
    row, column = at
    if is_of_column:
        return cell_address(table.block.header[-1] if table.block.header else row, column)
    return cell_address(row, next(reversed(table.columns.labels), table.block.columns[0]))


def say_left_out(table: Table, left_out: LeftOut, remarks: Remarks) -> None:
    """A notice for each reason; what contradicts itself or has no year is a warning."""
    derived: Lines = {}
    for reason, lines in left_out.items():
        if reason in WARNINGS:
            _say(remarks.warning, WARNINGS[reason], table, lines)
        elif reason in NOTICES:
            _say(remarks.notice, NOTICES[reason], table, lines)
        elif reason not in SILENT:
            derived |= lines
    if derived:
        _say(remarks.notice, "derived_left_out", table, derived)
    _say_columns(table, remarks)


def _say(say: Callable[..., None], code: str, table: Table, lines: Lines) -> None:
    """At the label of the first line, with those of the others."""
    cells = tuple(dict.fromkeys(each.cell for each in lines.values()))[:MOST_CELLS]
    count = sum(each.count for each in lines.values())
    say(code, table.grid.sheet.name, cells[0], _named(lines), count=count, cells=cells)


def say_not_understood(table: Table, remarks: Remarks) -> None:
    """A table with numbers that nothing known heads."""
    block = table.block
    last = cell_address(block.body[-1], block.columns[-1])
    remarks.warning("table_not_understood", table.grid.sheet.name, _first_cell(table), None, last_cell=last)


def _say_columns(table: Table, remarks: Remarks) -> None:
    """Columns of words beside the numbers that are not read."""
    columns = [column for column, reason in table.columns.left_out.items() if reason == "text"]
    if columns:
        labels = dict.fromkeys(_heading(table, column) for column in columns)
        at = cell_address(table.block.body[0], min(columns))
        remarks.notice("unknown_columns", table.grid.sheet.name, at, _named(labels), count=len(columns))


def _heading(table: Table, column: int) -> str:
    said = [table.grid.sense(row, column).text for row in table.block.header]
    return next((each for each in reversed(said) if each), table.grid.sheet.column_name(column))


def _named(counted: Iterable[str]) -> str:
    labels = list(counted)
    more = [f"… (+{len(labels) - MOST_LABELS})"] if len(labels) > MOST_LABELS else []
    return "; ".join([*labels[:MOST_LABELS], *more])


def _first_cell(table: Table) -> str:
    rows = table.block.header or table.block.body
    return cell_address(rows[0], table.block.columns[0])
