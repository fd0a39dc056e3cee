"""An excerpt of the user's own table: the row of a finding under its headings."""

from __future__ import annotations

from dash import html

from monitoring.services.kept_sheets import Sheet, cell_position, column_letters
from monitoring.services.meanings import SheetReading
from monitoring.texts.cells import cell_text, is_number
from monitoring.texts.words import Words

BESIDE = 2
"""So many columns on either side of the cell are shown, and always the first filled one."""


def excerpt(sheet: Sheet, reading: SheetReading | None, cell: str, words: Words) -> html.Div | None:
    """The row of a cell with its headings; None where the cell itself is a heading or beyond the table."""
    row, column = cell_position(cell)
    header = _header_row(reading, row)
    if not (header < row <= sheet.height and 1 <= column <= sheet.width):
        return None
    columns = _columns(sheet, row, column)
    caption = words("own_table.excerpt", row=row, sheet=sheet.name)
    lines = [_letters(columns)] if not header else [_line(sheet, header, columns, 0, words)]
    table = html.Table(
        [
            html.Caption(caption, className="hidden-visually"),
            html.Thead(lines),
            html.Tbody(_line(sheet, row, columns, column, words)),
        ],
        className="sheet sheet-excerpt",
    )
    region = {
        "role": "group",
        "tabIndex": "0",
        "aria-label": words("component.table.scroll", caption=caption),
    }
    return html.Div(table, className="sheet-room", **region)


def _header_row(reading: SheetReading | None, row: int) -> int:
    """The row of headings above a row, 0 where none is known."""
    blocks = reading.understanding.blocks if reading and reading.understanding else ()
    own = [each for block in blocks for each in block.header_rows if each < row]
    return max(own, default=0)


def _columns(sheet: Sheet, row: int, column: int) -> list[int]:
    filled = [each.column for each in sheet.cells(row) if each.value is not None]
    near = [each for each in range(column - BESIDE, column + BESIDE + 1) if 1 <= each <= sheet.width]
    return sorted({*filled[:1], *near})


def _letters(columns: list[int]) -> html.Tr:
    corner = html.Th("", scope="col", className="sheet-row")
    return html.Tr([corner, *[html.Th(column_letters(each), scope="col") for each in columns]])


def _line(sheet: Sheet, row: int, columns: list[int], pointed_at: int, words: Words) -> html.Tr:
    """A row of headings, or the row with the cell that is pointed at."""
    cells = [sheet.cell(row, column) for column in columns]
    number = html.Th(str(row), scope="row", className="sheet-row")
    if not pointed_at:
        return html.Tr([number, *[html.Th(cell_text(each, words), scope="col") for each in cells]])
    shown = [
        html.Td(
            html.Mark(cell_text(each, words) or words("component.findings.empty_value"))
            if each.column == pointed_at
            else cell_text(each, words),
            className="number" if is_number(each) else None,
        )
        for each in cells
    ]
    return html.Tr([number, *shown])
