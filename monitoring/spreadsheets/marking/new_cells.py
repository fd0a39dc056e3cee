"""The cells of a new .xlsx, from the values read; text stays text, also if it looks like a formula."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime

from monitoring.spreadsheets.addresses import cell_address, column_letters
from monitoring.spreadsheets.marking.styles_part import NO_STYLES, add_to, solid
from monitoring.spreadsheets.marking.xml_part import XmlPart, xml_text, xml_value
from monitoring.spreadsheets.workbook import ERROR, Sheet, Value

# Smaller numbers are formats that every program knows.
FIRST_OWN_FORMAT = 164
DAY, MOMENT = "dd.mm.yyyy", "dd.mm.yyyy hh:mm:ss"
# Days are counted from here; before March 1900 programs differ.
FIRST_DAY, FIRST_SAFE_DAY = date(1899, 12, 30), date(1900, 3, 1)
SECONDS_OF_A_DAY = 86_400
# What has no value must not look as if it were empty.
NO_VALUE = "#N/A"
THREE_DECIMALS = re.compile(r"-?\d{1,3}\.\d{3}")
DECIMAL_COMMA = re.compile(r"\d,\d")


class Formats:
    """The styles that cells need, numbered as they come: a number format and a fill each."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, str], int] = {("General", ""): 0}

    def number(self, number_format: str, fill: str = "") -> int:
        """The number of a style."""
        return self._numbers.setdefault((number_format, fill), len(self._numbers))

    def styles(self, namespace: str) -> bytes:
        """The part with all styles."""
        part = XmlPart(NO_STYLES.format(namespace).encode())
        fills = list(dict.fromkeys(fill for _, fill in self._numbers if fill))
        first_fill = add_to(part, "fills", [solid(fill) for fill in fills])
        own = [(*known, FIRST_OWN_FORMAT + n) for known, n in self._numbers.items() if n]
        add_to(
            part, "numFmts", [f'<numFmt numFmtId="{n}" formatCode={xml_value(code)}/>' for code, _, n in own]
        )
        add_to(
            part,
            "cellXfs",
            [
                f'<xf numFmtId="{n}" fontId="0" fillId="{first_fill + fills.index(fill) if fill else 0}" '
                'borderId="0" xfId="0" applyNumberFormat="1" applyFill="1"/>'
                for _, fill, n in own
            ],
        )
        return part.content()


class CellWriter:
    """Writes the rows of one sheet."""

    def __init__(self, sheet: Sheet, formats: Formats, delimiter: str | None) -> None:
        self._sheet, self._formats = sheet, formats
        self._points = _columns_with_points(sheet) if delimiter == "," else frozenset()
        # Most sheets: nothing but values, which are written at once.
        self._is_plain = not (sheet.problems or sheet.number_formats or sheet.fills or self._points)

    def row(self, number: int, values: Sequence[Value]) -> str:
        """The cells of a row that hold something."""
        if self._is_plain:
            return "".join(
                [
                    f'<c r="{column_letters(column)}{number}"><v>{value}</v></c>'
                    if type(value) is int
                    else f'<c r="{column_letters(column)}{number}" t="inlineStr">{_text(value)}</c>'
                    if type(value) is str
                    else self._cell(number, column, value)
                    for column, value in enumerate(values, 1)
                    if value is not None
                ]
            )
        return "".join(
            self._cell(number, column, value)
            for column, value in enumerate(values, 1)
            if value is not None or (number, column) in self._sheet.problems
        )

    def _cell(self, row: int, column: int, value: Value) -> str:
        at = (row, column)
        kind, written, number_format = self._written(at, value)
        style = self._formats.number(number_format, _argb(self._sheet.fills.get(at)))
        return f'<c r="{cell_address(row, column)}" s="{style}"{kind}>{written}</c>'

    def _written(self, at: tuple[int, int], value: Value) -> tuple[str, str, str]:
        """The kind of the cell, its content, its number format."""
        shown = self._sheet.number_formats.get(at, "General")
        problem = self._sheet.problems.get(at)
        if problem:
            return (
                ' t="e"',
                f"<v>{xml_text(problem.removeprefix(ERROR)) if problem.startswith(ERROR) else NO_VALUE}</v>",
                shown,
            )
        if isinstance(value, bool):
            return ' t="b"', f"<v>{int(value)}</v>", shown
        if isinstance(value, int | float):
            return "", f"<v>{value!r}</v>", shown
        if isinstance(value, date) and _day(value) >= FIRST_SAFE_DAY:
            return "", f"<v>{_serial(value)!r}</v>", MOMENT if isinstance(value, datetime) else DAY
        text = str(value)
        if at[1] in self._points and THREE_DECIMALS.fullmatch(text):
            return "", f"<v>{text}</v>", "0.000"
        return ' t="inlineStr"', _text(text), shown


def _text(text: str) -> str:
    return f'<is><t xml:space="preserve">{xml_text(text)}</t></is>'


def _columns_with_points(sheet: Sheet) -> frozenset[int]:
    """In a file separated by commas „131.717“ has three decimals; elsewhere that would be in doubt."""
    return frozenset(
        column
        for column in range(1, sheet.width + 1)
        if not any(DECIMAL_COMMA.search(str(row[column - 1])) for row in sheet.rows)
    )


def _argb(fill: str | None) -> str:
    found = re.search(r"[0-9A-Fa-f]{6}$", fill or "")
    return f"FF{found[0].upper()}" if found else ""


def _day(value: date) -> date:
    return value.date() if isinstance(value, datetime) else value


def _serial(value: date) -> float:
    """The number of a day or moment, as spreadsheets count.

    >>> _serial(date(2024, 3, 1)), _serial(datetime(2024, 3, 1, 12))
    (45352, 45352.5)
    """
    days = (_day(value) - FIRST_DAY).days
    if not isinstance(value, datetime):
        return days
    seconds = value.hour * 3600 + value.minute * 60 + value.second + value.microsecond / 1e6
    return days + seconds / SECONDS_OF_A_DAY
