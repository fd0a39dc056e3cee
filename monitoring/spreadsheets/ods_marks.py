"""The marks of the sheets of an .ods file.

Runs in the child process: only the standard library is imported.
"""

from __future__ import annotations

from collections.abc import Callable

from monitoring.spreadsheets.limits import Limits
from monitoring.spreadsheets.marks import MOST_FILLS, Marks, no_marks, parse, refuse_far_cell, xml_parser

HIDDEN = ("collapse", "filter")
# How the texts of errors begin; a note at the cell is text inside it, too.
ERRORS = ("#", "Err:")
PERCENT_FORMAT = "0%"
WHITE = "#FFFFFF"


def marks_by_sheet(content: bytes, limits: Limits) -> dict[str, Marks]:
    """The marks of every sheet by its name, from content.xml.

    Raises Unreadable: broken, too_many_rows, too_many_columns.
    """
    scan = _ContentScan(limits)
    parse(scan.parser, content)
    return scan.sheets


class _ContentScan:
    """The state of one pass over content.xml, where equal cells stand once with a number of repeats."""

    def __init__(self, limits: Limits) -> None:
        self.sheets: dict[str, Marks] = {}
        self.parser = xml_parser(self._start)
        self._limits = limits
        self._sheet, self._marks = "", no_marks()
        self._row = self._rows = self._column = 0
        self._error_at: tuple[int, int] | None = None
        self._style_name = ""
        self._colours: dict[str, str] = {}
        self._handlers: dict[str, Callable[[dict[str, str]], None]] = {
            "table:table": self._table,
            "table:table-column": self._table_column,
            "table:table-row": self._table_row,
            "table:table-cell": self._cell,
            "table:covered-table-cell": self._cell,
            "text:p": self._paragraph,
            "style:style": self._style,
            "style:table-cell-properties": self._cell_properties,
            "calcext:conditional-format": self._conditional,
        }

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        handler = self._handlers.get(name)
        if handler:
            handler(attributes)

    def _style(self, attributes: dict[str, str]) -> None:
        """A style without a colour of its own has that of the style it rests on."""
        self._style_name = attributes.get("style:name", "")
        inherited = self._colours.get(attributes.get("style:parent-style-name", ""))
        if inherited:
            self._colours[self._style_name] = inherited

    def _cell_properties(self, attributes: dict[str, str]) -> None:
        colour = attributes.get("fo:background-color", "").upper()
        if colour.startswith("#") and colour != WHITE:
            self._colours[self._style_name] = colour
        elif colour:
            self._colours.pop(self._style_name, None)

    def _conditional(self, attributes: dict[str, str]) -> None:
        self._marks.conditional.append(attributes.get("calcext:target-range-address", ""))

    def _table(self, attributes: dict[str, str]) -> None:
        self._sheet = attributes.get("table:name", "")
        self._marks = self.sheets[self._sheet] = no_marks()
        self._row = self._rows = self._column = 0

    def _table_column(self, attributes: dict[str, str]) -> None:
        repeated = _repeated(attributes, "table:number-columns-repeated")
        if attributes.get("table:visibility") in HIDDEN:
            last = min(self._column + repeated, self._limits.columns)
            self._marks.hidden_columns.extend(range(self._column + 1, last + 1))
        self._column += repeated

    def _table_row(self, attributes: dict[str, str]) -> None:
        self._row += self._rows
        self._rows = _repeated(attributes, "table:number-rows-repeated")
        self._column = 0
        if not self._row:
            self._row = 1
        if attributes.get("table:visibility") in HIDDEN:
            last = min(self._row + self._rows - 1, self._limits.rows)
            self._marks.hidden_rows.extend(range(self._row, last + 1))

    def _cell(self, attributes: dict[str, str]) -> None:
        first = self._column + 1
        self._column += _repeated(attributes, "table:number-columns-repeated")
        self._error_at = None
        if "office:value-type" in attributes:
            refuse_far_cell(self._sheet, self._row + self._rows - 1, self._column, self._limits)
            self._value(first, attributes)
        elif "table:formula" in attributes:
            self._note(self._marks.problems, first, "formula_without_value")
        self._merged(first, attributes)
        self._coloured(first, self._colours.get(attributes.get("table:style-name", "")))

    def _coloured(self, first: int, colour: str | None) -> None:
        """Coloured cells up to the end of the sheet are decoration."""
        is_near = self._row + self._rows - 1 <= self._limits.rows and self._column <= self._limits.columns
        cells = self._rows * (self._column - first + 1)
        if colour and is_near and len(self._marks.fills) + cells <= MOST_FILLS:
            self._note(self._marks.fills, first, colour)

    def _value(self, first: int, attributes: dict[str, str]) -> None:
        if attributes["office:value-type"] == "percentage":
            self._note(self._marks.number_formats, first, PERCENT_FORMAT)
        if attributes.get("calcext:value-type") == "error":
            self._note(self._marks.problems, first, "error:")
            self._error_at = (self._row, first)

    def _note(self, marks: dict[tuple[int, int], str], first: int, mark: str) -> None:
        rows = range(self._row, min(self._row + self._rows - 1, self._limits.rows) + 1)
        columns = range(first, min(self._column, self._limits.columns) + 1)
        marks.update({(row, column): mark for row in rows for column in columns})

    def _merged(self, first: int, attributes: dict[str, str]) -> None:
        rows = _repeated(attributes, "table:number-rows-spanned")
        columns = _repeated(attributes, "table:number-columns-spanned")
        if rows > 1 or columns > 1:
            self._marks.merged.append((self._row, first, self._row + rows - 1, first + columns - 1))

    def _paragraph(self, _: dict[str, str]) -> None:
        """The text of an error cell names the error."""
        self.parser.CharacterDataHandler = self._text if self._error_at else None

    def _text(self, text: str) -> None:
        # The parser must keep its handlers here: changing them delivers the same text again.
        if self._error_at and text.lstrip().startswith(ERRORS):
            self._marks.problems[self._error_at] = f"error:{text.strip()}"
            self._error_at = None


def _repeated(attributes: dict[str, str], name: str) -> int:
    return max(int(attributes.get(name, "1")), 1)
