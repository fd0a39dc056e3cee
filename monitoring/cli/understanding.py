"""What `--json` answers about the understanding of a sheet: table for table, with meanings and reasons."""

from __future__ import annotations

from typing import Any

from monitoring.services.meanings import Line, SheetReading, UnderstoodBlock


def sheet_shape(sheet: SheetReading) -> dict[str, Any]:
    """How a sheet was understood; without blocks where it was not."""
    understood = sheet.understanding
    return {
        "sheet": sheet.sheet,
        "kind": sheet.kind,
        "layout": understood.layout if understood else None,
        "blocks": [_block(each) for each in understood.blocks] if understood else [],
    }


def _block(block: UnderstoodBlock) -> dict[str, Any]:
    return {
        "first_row": block.first_row,
        "first_column": block.first_column,
        "last_row": block.last_row,
        "last_column": block.last_column,
        "layout": block.layout,
        "title_rows": list(block.title_rows),
        "header_rows": list(block.header_rows),
        "columns": [_line(each) for each in block.columns],
        "rows": [_line(each) for each in block.rows],
        "around": _line(block.around) if block.around else None,
    }


def _line(line: Line) -> dict[str, Any]:
    return {
        "number": line.number,
        "label": line.label,
        "meaning": dict(line.meaning),
        "reasons": dict(line.reasons),
        "left_out": line.left_out,
        "key": line.key,
    }
