"""Delimited text (.csv): encoding, delimiter and cells; every cell stays text, no number is guessed here."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable
from pathlib import PurePath

from monitoring.spreadsheets.addresses import cell_address
from monitoring.spreadsheets.limits import Limits, Unreadable, UnreadableCode
from monitoring.spreadsheets.marks import refuse_far_cell
from monitoring.spreadsheets.workbook import Sheet, Value, Workbook

# In order of preference where two delimit equally well: decimal commas look like columns too.
DELIMITERS = ("\t", ";", ",")
ENCODINGS = ("utf-8-sig", "cp1252")
BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff")
SAMPLE_CHARACTERS = 65_536
FIELD_SIZE = 2**31 - 1
# Excel writes and hides a first line like this.
DECLARATION = "sep="
# A last line of our own: where it ends up inside another cell, a quotation mark was never closed.
END = "\x00end"


def read_delimited(name: str, content: bytes, limits: Limits) -> Workbook:
    """The one-sheet workbook of a text table, its sheet named as the file without its ending.

    Raises Unreadable: not_a_spreadsheet, empty, unclosed_quote, cell_too_long, too_many_rows,
    too_many_columns, too_many_cells.
    """
    text = decoded(content)
    declared, text = _declared_delimiter(text)
    delimiter = declared or find_delimiter(text)
    sheet = PurePath(name).stem
    rows = list(_rows(sheet, text, delimiter or ";", limits))
    while rows and not any(rows[-1]):
        rows.pop()
    if not rows:
        raise Unreadable(UnreadableCode.EMPTY)
    return Workbook(name, (Sheet(sheet, _padded(sheet, rows, limits)),), delimiter=delimiter)


def decoded(content: bytes) -> str:
    """The text of a file in UTF-8 (with or without mark), UTF-16 with mark, or Windows' western encoding."""
    encodings = ("utf-16",) if content.startswith(BYTE_ORDER_MARKS) else ENCODINGS
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Unreadable(UnreadableCode.NOT_A_SPREADSHEET)


def find_delimiter(text: str) -> str | None:
    r"""The delimiter that cuts most lines into equally many columns, None where there is one column only.

    >>> find_delimiter('Jahr;Wert\n2019;1,5\n2020;1,7\n')
    ';'
    >>> find_delimiter('year,sector\n2019,"Gewerbe; Handel"\n')
    ','
    """
    sample = text[:SAMPLE_CHARACTERS]
    if len(text) > SAMPLE_CHARACTERS:
        sample = sample[: sample.rfind("\n") + 1]
    scores = {delimiter: _agreeing_lines(sample, delimiter) for delimiter in DELIMITERS}
    best = max(DELIMITERS, key=scores.__getitem__)
    return best if scores[best] else None


def _agreeing_lines(sample: str, delimiter: str) -> int:
    """How many lines have the most common number of columns, counting only lines of two columns and more."""
    widths = Counter(
        len(row) for row in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter) if len(row) > 1
    )
    return max(widths.values(), default=0)


def _declared_delimiter(text: str) -> tuple[str | None, str]:
    first, _, rest = text.partition("\n")
    declared = first.strip("\r")
    if declared.lower().startswith(DECLARATION) and len(declared) == len(DECLARATION) + 1:
        return declared[-1], rest
    return None, text


def _rows(sheet: str, text: str, delimiter: str, limits: Limits) -> Iterable[list[str]]:
    closing = "" if text.endswith("\n") else "\n"
    source = io.StringIO(f"{text}{closing}{END}", newline="")
    # The module's own limit is one for the whole process; ours is checked cell by cell instead.
    csv.field_size_limit(FIELD_SIZE)
    cells = 0
    for number, row in enumerate(csv.reader(source, delimiter=delimiter), start=1):
        if row == [END]:
            return
        _refuse_row(sheet, number, row, limits)
        cells += len(row)
        if cells > limits.cells:
            raise Unreadable(UnreadableCode.TOO_MANY_CELLS, sheet=sheet, limit=limits.cells)
        yield row


def _refuse_row(sheet: str, number: int, row: list[str], limits: Limits) -> None:
    refuse_far_cell(sheet, number, len(row), limits)
    if row and END in row[-1]:
        raise Unreadable(UnreadableCode.UNCLOSED_QUOTE, sheet=sheet, cell=cell_address(number, len(row)))
    for column, value in enumerate(row, start=1):
        if len(value) > limits.cell_characters:
            address = cell_address(number, column)
            raise Unreadable(
                UnreadableCode.CELL_TOO_LONG, sheet=sheet, cell=address, limit=limits.cell_characters
            )


def _padded(sheet: str, rows: list[list[str]], limits: Limits) -> list[tuple[Value, ...]]:
    """Rows of equal length, without columns at the end that are empty throughout; an empty text is None."""
    width = max(map(_filled_width, rows))
    if width * len(rows) > limits.cells:
        raise Unreadable(UnreadableCode.TOO_MANY_CELLS, sheet=sheet, limit=limits.cells)
    nothing = (None,) * width
    return [(*[value or None for value in row[:width]], *nothing[len(row) :]) for row in rows]


def _filled_width(row: list[str]) -> int:
    width = len(row)
    while width and not row[width - 1]:
        width -= 1
    return width
