"""What the XML of a sheet says beside its values: errors, formulas, formats, colours, hidden rows.

Runs in the child process: only the standard library is imported.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple
from xml.parsers import expat

from monitoring.spreadsheets.addresses import cell_address
from monitoring.spreadsheets.limits import Limits, Unreadable, UnreadableCode

Position = tuple[int, int]
StartHandler = Callable[[str, dict[str, str]], None]


class Marks(NamedTuple):
    """The marks of one sheet, positions and ranges counted from 1."""

    problems: dict[Position, str]
    number_formats: dict[Position, str]
    hidden_rows: list[int]
    hidden_columns: list[int]
    merged: list[tuple[int, int, int, int]]
    fills: dict[Position, str]
    """Colours of cells as #RRGGBB."""
    conditional: list[str]
    """Ranges whose colours depend on conditions, which nobody computes here."""


def no_marks() -> Marks:
    """The marks of a plain sheet."""
    return Marks({}, {}, [], [], [], {}, [])


MOST_FILLS = 50_000
"""More coloured cells say nothing: they are decoration."""


def refuse_far_cell(sheet: str, row: int, column: int, limits: Limits) -> None:
    """Raises Unreadable (too_many_rows, too_many_columns) for a filled cell beyond the limits."""
    if row > limits.rows:
        code, limit = UnreadableCode.TOO_MANY_ROWS, limits.rows
    elif column > limits.columns:
        code, limit = UnreadableCode.TOO_MANY_COLUMNS, limits.columns
    else:
        return
    raise Unreadable(code, sheet=sheet, cell=cell_address(row, column), limit=limit)


def xml_parser(start: StartHandler) -> expat.XMLParserType:
    """A streaming parser that calls `start` for each element and refuses definitions of entities."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.StartDoctypeDeclHandler = _refuse_definition
    parser.EntityDeclHandler = _refuse_definition
    return parser


def parse(parser: expat.XMLParserType, xml: bytes) -> None:
    """Runs the parser over a whole document; raises Unreadable (broken)."""
    parse_pieces(parser, [xml])


def parse_pieces(parser: expat.XMLParserType, pieces: Iterable[bytes]) -> None:
    """Runs the parser over a document that comes in pieces; raises Unreadable (broken)."""
    try:
        for piece in pieces:
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except (expat.ExpatError, ValueError, OverflowError) as defect:
        raise Unreadable(UnreadableCode.BROKEN) from defect


def _refuse_definition(*_: object) -> None:
    raise Unreadable(UnreadableCode.FORBIDDEN_XML)
