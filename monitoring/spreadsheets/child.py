"""The child process that reads a workbook nobody vouches for: bytes on stdin, plain values on stdout.

Run by path with `python -I`. The library that reads the values aborts the whole process on some hostile
files, and others exhaust memory: here that harms nobody. Only the standard library, python_calamine and
modules of this folder that import nothing else are loaded, because every import is paid on each upload.
"""

from __future__ import annotations

import gc
import io
import json
import marshal
import os
import sys
from collections.abc import Callable
from itertools import chain
from typing import Any

if __name__ == "__main__":
    sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from monitoring.spreadsheets import ods_marks, xlsx_marks
from monitoring.spreadsheets.archive import MEGABYTE, member_size, open_archive, read_member
from monitoring.spreadsheets.beside import Beside
from monitoring.spreadsheets.confinement import confine
from monitoring.spreadsheets.limits import Limits, Unreadable, UnreadableCode
from monitoring.spreadsheets.marks import Marks, no_marks, refuse_far_cell
from monitoring.spreadsheets.plain_columns import plain_column
from monitoring.spreadsheets.single_reading import LARGE, with_no_merges_first

# Asks for one piece of work after the other.
IN_TURN = "in_turn"
# In these words the library says that there was no memory left for an object.
NO_ROOM = "PyObject pointer is null"


def read_archive(content: bytes, limits: Limits, in_turn: bool) -> tuple[bool, list[Any]]:
    """Whether the workbook has macros, and its sheets in the form that `plain_sheet` gives.

    The marks are found while the values are read, or `in_turn` before them: on some files the library aborts
    before anybody could say what is wrong with them.
    """
    archive = open_archive(content, limits)
    if archive.kind == "ods":
        found = ods_marks.marks_by_sheet(read_member(archive.members, "content.xml"), limits)
        return archive.has_macros, plain_sheets(content, lambda: found, limits)
    parts = xlsx_marks.parts_by_sheet(archive.members)
    marks = Beside(lambda: xlsx_marks.marks_by_sheet(archive.members, parts, limits))
    if in_turn or not any(member_size(archive.members, part) > LARGE for part in parts.values()):
        marks()
    try:
        return archive.has_macros, plain_sheets(with_no_merges_first(content, parts.values()), marks, limits)
    except CalamineError:
        return archive.has_macros, plain_sheets(content, marks, limits)
    finally:
        # What they refuse counts more than what else went wrong: it names the cell.
        marks()


def plain_sheets(content: bytes, marks: Callable[[], dict[str, Marks]], limits: Limits) -> list[Any]:
    """All worksheets of a workbook; raises Unreadable (too_many_sheets and those of `refuse_large`)."""
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
    described = [sheet for sheet in workbook.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
    if len(described) > limits.sheets:
        raise Unreadable(UnreadableCode.TOO_MANY_SHEETS, sheets=len(described), limit=limits.sheets)
    left = limits.cells
    sheets = []
    for metadata in described:
        sheet = workbook.get_sheet_by_name(metadata.name)
        left -= refuse_large(sheet, left, limits)
        hidden = metadata.visible != SheetVisibleEnum.Visible
        sheets.append(plain_sheet(sheet, hidden, marks().get(sheet.name) or no_marks(), limits))
    return sheets


def plain_sheet(sheet: CalamineSheet, hidden: bool, marks: Marks, limits: Limits) -> tuple[Any, ...]:
    """Name, hidden, columns each with whether it has dates (as tuples), marks."""
    rows = sheet.to_python(skip_empty_area=False)
    for row, column in marks.problems:
        if row <= len(rows) and column <= len(rows[row - 1]):
            rows[row - 1][column - 1] = ""
    width = len(rows[0]) if rows else 0
    cells = list(chain.from_iterable(rows))
    del rows
    plain = [plain_column(sheet.name, at + 1, cells[at::width], limits) for at in range(width)]
    merged = marks.merged or [
        (top + 1, left + 1, bottom + 1, right + 1)
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or []
    ]
    return sheet.name, hidden, plain, tuple(marks._replace(merged=merged))


def refuse_large(sheet: CalamineSheet, left: int, limits: Limits) -> int:
    """The number of cells, at most those left; raises Unreadable (too_many_rows, _columns, _cells)."""
    if sheet.end is None:
        return 0
    rows, columns = sheet.end[0] + 1, sheet.end[1] + 1
    refuse_far_cell(sheet.name, rows, columns, limits)
    if rows * columns > left:
        raise Unreadable(UnreadableCode.TOO_MANY_CELLS, sheet=sheet.name, limit=limits.cells)
    return rows * columns


def answer(kind: str, content: bytes, limits: Limits, in_turn: bool) -> tuple[Any, ...]:
    """("workbook", has_macros, sheets) or ("unreadable", code, details)."""
    try:
        if kind == "archive":
            return ("workbook", *read_archive(content, limits, in_turn))
        return ("workbook", False, plain_sheets(content, dict, limits))
    except Unreadable as refusal:
        return "unreadable", refusal.code.value, refusal.details
    except PasswordError:
        return "unreadable", UnreadableCode.ENCRYPTED.value, {}
    except MemoryError:
        return "unreadable", UnreadableCode.OUT_OF_MEMORY.value, {}
    except BaseException as panic:  # a panic of the library is none of the ordinary exceptions
        sys.excepthook(*sys.exc_info())
        code = UnreadableCode.OUT_OF_MEMORY if NO_ROOM in str(panic) else UnreadableCode.BROKEN
        return "unreadable", code.value, {}


def main() -> None:
    """Reads stdin, writes the answer to stdout and leaves without tidying up, which would only cost time."""
    kind, limits, in_turn = sys.argv[1], Limits(*json.loads(sys.argv[2])), IN_TURN in sys.argv
    confine(limits)
    gc.disable()
    written = marshal.dumps(answer(kind, sys.stdin.buffer.read(), limits, in_turn))
    if len(written) > limits.answer_megabytes * MEGABYTE:
        written = marshal.dumps(("unreadable", UnreadableCode.OUT_OF_MEMORY.value, {}))
    sys.stdout.buffer.write(written)
    sys.stdout.buffer.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
