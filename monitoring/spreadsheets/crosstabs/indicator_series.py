"""Lines of a table with an unknown label and a unit of their own: indicators and their values by year."""

from __future__ import annotations

from typing import Any

from monitoring.domain.draft import Draft, Origin
from monitoring.domain.indicator import IndicatorValue
from monitoring.spreadsheets.addresses import cell_address
from monitoring.spreadsheets.crosstabs.facets import PENDING, Facets
from monitoring.spreadsheets.crosstabs.grid import Kind
from monitoring.spreadsheets.crosstabs.questions import asked_indicator_unit
from monitoring.spreadsheets.crosstabs.styles import Styles
from monitoring.spreadsheets.crosstabs.table import Table
from monitoring.spreadsheets.indicators import INDICATOR_VALUES
from monitoring.spreadsheets.numbers import Number, read_cell
from monitoring.spreadsheets.remarks import Remarks, shown
from monitoring.spreadsheets.row import HeadedColumn, Row, Task
from monitoring.spreadsheets.values import take

LONGEST_NAME = 300


def indicator_drafts(
    table: Table, rows: list[int], columns: list[int], styles: Styles, remarks: Remarks
) -> list[Draft]:
    """The indicators in some rows and columns, each followed by its values."""
    drafts: list[Draft] = []
    for row in rows:
        cells = [(row, column) for column in table.heads]
        drafts += _series(table, table.rows[row], cells, styles, remarks)
    for column in columns:
        cells = [(row, column) for row in table.rows if row not in rows]
        drafts += _series(table, table.heads[column], cells, styles, remarks)
    return drafts


def _series(
    table: Table, line: Facets, cells: list[tuple[int, int]], styles: Styles, remarks: Remarks
) -> list[Draft]:
    sheet = table.grid.sheet.name
    name = line.text[:LONGEST_NAME]
    measured = line.own_unit_text or asked_indicator_unit(table, name, cells[0], remarks)
    if measured is None:
        line.left_out = PENDING
        return []
    label = line.unknown_cell or cell_address(*cells[0])
    about: dict[str, Any] = {"name": name, "unit": measured}
    origins = {field: Origin(sheet, label, str(said)) for field, said in about.items()}
    values: list[Draft] = []
    for at in cells:
        year, is_planned = _year(table, at, line)
        number = _number(table, at, line, styles, remarks) if year else None
        if number is None:
            continue
        origin = Origin(sheet, cell_address(*at), shown(table.grid.sheet.value(*at)), measured)
        if is_planned:
            about |= {"target_year": year, "target_value": number}
            origins |= {"target_year": origin, "target_value": origin}
        else:
            said = {"value": number, "indicator": name, "year": year}
            values.append(Draft("indicator_values", said, dict.fromkeys(said, origin), sheet, at[0]))
    return [Draft("indicators", about, origins, sheet, cells[0][0]), *values] if values else []


def _year(table: Table, at: tuple[int, int], line: Facets) -> tuple[int | None, bool]:
    """The year of a value, and whether it is planned; none where the other heading leaves its numbers out."""
    row, column = table.rows[at[0]], table.heads[at[1]]
    other = column if line is row else row
    if other.left_out:
        return None, False
    year = next((each.get("year") for each in (row, column, table.around) if each.get("year")), None)
    return year, any(each.get("row_type") == "planned" for each in (row, column))


def _number(
    table: Table, at: tuple[int, int], line: Facets, styles: Styles, remarks: Remarks
) -> float | None:
    kind = table.grid.kind(*at)
    if kind in (Kind.BLANK, Kind.MISSING):
        return None
    cell, style, sheet = table.grid.sheet.cell(*at), styles.of(*at), table.grid.sheet.name
    found = read_cell(cell, style.style)
    if cell.problem or not isinstance(found, Number) or found.value is None:
        remarks.warning("text_in_number_cell", sheet, cell.address, cell.problem or cell.value)
        return None
    headed = HeadedColumn(INDICATOR_VALUES.column("value"), at[1], line.text, None, *style)
    task = Task(cell, headed, Row(sheet, at[0]), IndicatorValue, remarks)
    take(task)
    value: float | None = task.row.values.get("value")
    return value
