"""What of a table is not stored, said once for each reason with the labels it holds for."""

from __future__ import annotations

from collections.abc import Mapping

from monitoring.spreadsheets.addresses import cell_address
from monitoring.spreadsheets.crosstabs.parts_of_groups import PART_OF_GROUP
from monitoring.spreadsheets.crosstabs.questions import IGNORED, PENDING
from monitoring.spreadsheets.crosstabs.table import Table
from monitoring.spreadsheets.remarks import Remarks

MOST_LABELS = 12
AS_TARGET = "target"
SILENT = frozenset({PENDING, IGNORED, AS_TARGET})
"""Reasons that the user knows: an open question, or an answer."""


def say_left_out(table: Table, left_out: Mapping[str, Mapping[str, int]], remarks: Remarks) -> None:
    """A notice for each reason; what contradicts itself or has no year is a warning."""
    sheet, cell = table.grid.sheet.name, _first_cell(table)
    derived: dict[str, int] = {}
    for reason, counted in left_out.items():
        labels, count = _named(counted), sum(counted.values())
        if reason == "contradiction":
            remarks.warning("cells_contradict", sheet, cell, labels, count=count)
        elif reason == "no_year":
            remarks.warning("cells_without_year", sheet, cell, labels, count=count)
        elif reason == "other_unit":
            remarks.warning("cells_in_other_unit", sheet, cell, labels, count=count)
        elif reason == "planned_part":
            remarks.notice("planned_part_left_out", sheet, cell, labels, count=count)
        elif reason == PART_OF_GROUP:
            remarks.notice("parts_left_out", sheet, cell, labels, count=count)
        elif reason == "no_heading":
            remarks.warning("cells_without_heading", sheet, cell, labels, count=count)
        elif reason not in SILENT:
            derived |= counted
    if derived:
        remarks.notice("derived_left_out", sheet, cell, _named(derived), count=sum(derived.values()))
    _say_columns(table, remarks)


def say_not_understood(table: Table, remarks: Remarks) -> None:
    """A table with numbers that nothing known heads."""
    block = table.block
    last = cell_address(block.body[-1], block.columns[-1])
    remarks.warning("table_not_understood", table.grid.sheet.name, _first_cell(table), None, last_cell=last)


def _say_columns(table: Table, remarks: Remarks) -> None:
    """Columns of words beside the numbers that are not read."""
    columns = [column for column, reason in table.columns.left_out.items() if reason == "text"]
    if columns:
        labels = {_heading(table, column): 1 for column in columns}
        at = cell_address(table.block.body[0], min(columns))
        remarks.notice("unknown_columns", table.grid.sheet.name, at, _named(labels), count=len(columns))


def _heading(table: Table, column: int) -> str:
    said = [table.grid.sense(row, column).text for row in table.block.header]
    return next((each for each in reversed(said) if each), table.grid.sheet.column_name(column))


def _named(counted: Mapping[str, int]) -> str:
    labels = list(counted)
    more = [f"… (+{len(labels) - MOST_LABELS})"] if len(labels) > MOST_LABELS else []
    return "; ".join([*labels[:MOST_LABELS], *more])


def _first_cell(table: Table) -> str:
    rows = table.block.header or table.block.body
    return cell_address(rows[0], table.block.columns[0])
