"""A file in, its workbook out: `read` is the one way in, whatever the file holds."""

from __future__ import annotations

import json
import marshal
import time
from datetime import date, datetime
from pathlib import Path
from typing import Any

from monitoring.domain.watch import ImportStage, Watch, unwatched
from monitoring.spreadsheets.archive import MEGABYTE
from monitoring.spreadsheets.delimited import read_delimited
from monitoring.spreadsheets.file_kind import FileKind, file_kind
from monitoring.spreadsheets.limited_child import asked
from monitoring.spreadsheets.limits import LIMITS, Limits, Unreadable, UnreadableCode
from monitoring.spreadsheets.marks import Marks
from monitoring.spreadsheets.workbook import Notice, Sheet, Value, Workbook

IN_TURN = "in_turn"
CHILD = Path(__file__).with_name("child.py")


def read(name: str, content: bytes, limits: Limits = LIMITS, watch: Watch = unwatched) -> Workbook:
    """Reads .xlsx, .xlsm (without its macros), .ods, .xls and delimited text; raises Unreadable (any code).

    The kind is told from the content; the name only tells text tables apart and names their one sheet.
    """
    if len(content) > limits.megabytes * MEGABYTE:
        raise Unreadable(
            UnreadableCode.TOO_LARGE, megabytes=-(-len(content) // MEGABYTE), limit=limits.megabytes
        )
    watch(ImportStage.READING)
    kind = file_kind(name, content)
    if kind is FileKind.TEXT:
        return read_delimited(name, content, limits)
    return _read_in_child(name, content, kind, limits, watch)


def _read_in_child(name: str, content: bytes, kind: FileKind, limits: Limits, watch: Watch) -> Workbook:
    began = time.monotonic()
    try:
        _, has_macros, described = _ask_child(content, kind, limits, watch)
    except Unreadable as refusal:
        left = limits.seconds - int(time.monotonic() - began)
        if refusal.code is not UnreadableCode.OUT_OF_MEMORY or left < 1:
            raise
        # In turn, a cell far beyond the limits is met before the library makes room for it.
        _, has_macros, described = _ask_child(content, kind, limits._replace(seconds=left), watch, IN_TURN)
    sheets = tuple(_sheet(*sheet) for sheet in described)
    if not any(sheet.rows for sheet in sheets):
        raise Unreadable(UnreadableCode.EMPTY)
    return Workbook(name, sheets, has_macros=has_macros, notices=_notices(kind, has_macros))


def _refusal(kind: FileKind, code: UnreadableCode, details: dict[str, str | int]) -> Unreadable:
    """An .xls that cannot be read is most likely too old: the person can save it anew."""
    if kind is FileKind.OLD_EXCEL and code is UnreadableCode.BROKEN:
        return Unreadable(UnreadableCode.OLD_XLS)
    return Unreadable(code, **details)


def _ask_child(content: bytes, kind: FileKind, limits: Limits, watch: Watch, *more: str) -> tuple[Any, ...]:
    arguments = [kind.value, json.dumps(limits), *more]
    written = asked(CHILD, arguments, content, limits, lambda: watch(ImportStage.READING))
    answer: tuple[Any, ...] = marshal.loads(written)
    if answer[0] == "unreadable":
        raise _refusal(kind, UnreadableCode(answer[1]), answer[2])
    return answer


def _sheet(name: str, hidden: bool, columns: list[tuple[list[Any], bool]], marked: tuple[Any, ...]) -> Sheet:
    marks = Marks(*marked)
    filled = [_with_moments(cells) if has_dates else cells for cells, has_dates in columns]
    return Sheet(
        name,
        list(zip(*filled, strict=True)),
        hidden=hidden,
        problems=marks.problems,
        number_formats=marks.number_formats,
        hidden_rows=frozenset(marks.hidden_rows),
        hidden_columns=frozenset(marks.hidden_columns),
        merged=tuple(marks.merged),
        fills=marks.fills,
        conditional=tuple(marks.conditional),
    )


def _with_moments(cells: list[Any]) -> list[Value]:
    """A column in which tuples are dates; days repeat, and each is made once."""
    moments = {cell: _moment(cell) for cell in set(cells) if type(cell) is tuple}
    return [moments[cell] if type(cell) is tuple else cell for cell in cells]


def _moment(value: Any) -> Value:
    """A date from three numbers, a date with time (without a zone) from seven."""
    return date(*value) if len(value) == 3 else datetime(*value)  # noqa: DTZ001


def _notices(kind: FileKind, has_macros: bool) -> tuple[Notice, ...]:
    old = (Notice.OLD_FORMAT_WITHOUT_MARKS,) if kind is FileKind.OLD_EXCEL else ()
    return (*old, Notice.MACROS_IGNORED) if has_macros else old
