"""The marks of the sheets of an .xlsx file.

Sheets in which no cell can carry a mark are told by a fast search (`xlsx_search`) and not parsed: parsing
costs more than reading the values. Runs in the child process: only the standard library is imported.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping
from typing import NamedTuple
from zipfile import ZipFile

from monitoring.spreadsheets.addresses import DIGITS, column_number, range_corners
from monitoring.spreadsheets.archive import MEGABYTE, member_pieces, member_size, read_member
from monitoring.spreadsheets.fill_colours import fills_by_style
from monitoring.spreadsheets.limits import Limits
from monitoring.spreadsheets.marking.request import SIGN
from monitoring.spreadsheets.marks import (
    MOST_FILLS,
    Marks,
    no_marks,
    parse,
    parse_pieces,
    refuse_far_cell,
    xml_parser,
)
from monitoring.spreadsheets.xlsx_search import merged_if_plain

# Numbers of formats that every Excel knows without naming them: 0 % and 0.00 %.
BUILT_IN_FORMATS = {"9": "0%", "10": "0.00%"}
ELEMENTS = ("row", "c", "f", "v", "is", "col", "conditionalFormatting", "formula", "mergeCell")
TRUE = ("1", "true")
# Larger sheets are lists of a kind in which colours are decoration; looking for them would cost seconds.
COLOURS_UP_TO = 8 * MEGABYTE

Formats = dict[str, str]


class Styles(NamedTuple):
    """What styles say about cells, by their number: telling number formats and fill colours."""

    formats: Formats
    fills: dict[str, str]


def parts_by_sheet(archive: ZipFile) -> dict[str, str]:
    """Sheet name to the member that holds it, in the order of the workbook; raises Unreadable (broken)."""
    workbook, relations = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
    return sheet_parts(read_member(archive, workbook), read_member(archive, relations))


def marks_by_sheet(archive: ZipFile, parts: Mapping[str, str], limits: Limits) -> dict[str, Marks]:
    """The marks of every sheet by its name; raises Unreadable (broken, too_many_rows, too_many_columns)."""
    written = read_member(archive, "xl/styles.xml")
    fills = fills_by_style(written, read_member(archive, "xl/theme/theme1.xml"))
    styles = Styles(telling_formats(written), fills)
    return {sheet: sheet_marks(sheet, archive, part, styles, limits) for sheet, part in parts.items()}


def sheet_parts(workbook: bytes, relations: bytes) -> dict[str, str]:
    """Sheet name to the member that holds it, in the order of the workbook."""
    targets: dict[str, str] = {}
    parts: dict[str, str] = {}

    def relation(name: str, attributes: dict[str, str]) -> None:
        if name.endswith("Relationship"):
            targets[attributes.get("Id", "")] = posixpath.join("/xl", attributes.get("Target", "")).lstrip(
                "/"
            )

    def sheet(name: str, attributes: dict[str, str]) -> None:
        if name.rpartition(":")[2] == "sheet":
            identifier = next((value for key, value in attributes.items() if key.endswith(":id")), "")
            parts[attributes.get("name", "")] = posixpath.normpath(targets.get(identifier, "?"))

    for xml, start in ((relations, relation), (workbook, sheet)):
        if xml:
            parse(xml_parser(start), xml)
    return parts


def telling_formats(styles: bytes) -> Formats:
    """Style number to number format, for those with a percent sign or a literal text."""
    codes = dict(BUILT_IN_FORMATS)
    cell_formats: list[str] = []
    inside: list[bool] = [False]

    def start(name: str, attributes: dict[str, str]) -> None:
        element = name.rpartition(":")[2]
        if element == "numFmt":
            codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif element in ("cellXfs", "cellStyles"):
            inside[0] = element == "cellXfs"
        elif element == "xf" and inside[0]:
            cell_formats.append(attributes.get("numFmtId", "0"))

    if styles:
        parse(xml_parser(start), styles)
    return {
        str(style): codes[code] for style, code in enumerate(cell_formats) if _is_telling(codes.get(code, ""))
    }


def _is_telling(code: str) -> bool:
    return "%" in code or '"' in code


def sheet_marks(sheet: str, archive: ZipFile, part: str, styles: Styles, limits: Limits) -> Marks:
    """The marks of one sheet from its member."""
    size = member_size(archive, part)
    known = styles if size <= COLOURS_UP_TO else Styles(styles.formats, {})
    telling = {**known.formats, **known.fills}
    if not size:
        return no_marks()
    merged = merged_if_plain(member_pieces(archive, part), telling, limits)
    if merged is not None:
        return no_marks()._replace(merged=merged)
    scan = _SheetScan(sheet, known, limits)
    parse_pieces(scan.parser, member_pieces(archive, part))
    return scan.marks


class _SheetScan:
    """The state of one pass over the XML of a sheet."""

    def __init__(self, sheet: str, styles: Styles, limits: Limits) -> None:
        self.marks = no_marks()
        self.parser = xml_parser(self._root)
        self._sheet, self._limits = sheet, limits
        self._formats, self._fills = styles
        self._handlers: dict[str, Callable[[dict[str, str]], None]] = {}
        self._row_number = self._column = 0
        self._type = self._style = self._block = ""

    def _root(self, name: str, _: dict[str, str]) -> None:
        """The first element tells the prefix that all others carry."""
        prefix = name[: -len("worksheet")]
        self._handlers = {prefix + element: getattr(self, f"_{element}") for element in ELEMENTS}
        self.parser.StartElementHandler = self._start

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        handler = self._handlers.get(name)
        if handler:
            handler(attributes)

    def _row(self, attributes: dict[str, str]) -> None:
        self._row_number = int(attributes.get("r", self._row_number + 1))
        self._column = 0
        if attributes.get("hidden") in TRUE and self._row_number <= self._limits.rows:
            self.marks.hidden_rows.append(self._row_number)

    def _col(self, attributes: dict[str, str]) -> None:
        if attributes.get("hidden") in TRUE:
            last = min(int(attributes["max"]), self._limits.columns)
            self.marks.hidden_columns.extend(range(int(attributes["min"]), last + 1))

    def _mergeCell(self, attributes: dict[str, str]) -> None:  # noqa: N802 (the name of the element)
        self.marks.merged.append(range_corners(attributes["ref"]))

    def _is(self, _: dict[str, str]) -> None:
        self._filled()

    def _c(self, attributes: dict[str, str]) -> None:
        reference = attributes.get("r", "")
        self._column = column_number(reference.rstrip(DIGITS)) if reference else self._column + 1
        self._type, self._style = attributes.get("t", ""), attributes.get("s", "")
        if self._style in self._fills:
            self._filled_with(self._fills[self._style])

    def _filled_with(self, colour: str) -> None:
        """Coloured cells may be empty, and lie anywhere: beyond the limits they are not worth a word."""
        is_near = self._row_number <= self._limits.rows and self._column <= self._limits.columns
        if is_near and len(self.marks.fills) < MOST_FILLS:
            self.marks.fills[self._row_number, self._column] = colour

    def _conditionalFormatting(self, attributes: dict[str, str]) -> None:  # noqa: N802 (the name of the element)
        self._block = attributes.get("sqref", "")
        self.marks.conditional.append(self._block)

    def _formula(self, _: dict[str, str]) -> None:
        self.parser.CharacterDataHandler = self._rule
        self.parser.EndElementHandler = self._end

    def _rule(self, formula: str) -> None:
        """Colours of an earlier check are none of the town's."""
        if SIGN in formula and self.marks.conditional[-1:] == [self._block]:
            self.marks.conditional.pop()

    def _f(self, _: dict[str, str]) -> None:
        # A formula whose result is a text may well have an empty one.
        if self._type != "str":
            self.marks.problems[self._row_number, self._column] = "formula_without_value"

    def _v(self, _: dict[str, str]) -> None:
        self._filled()
        if self._type == "e" or (self._row_number, self._column) in self.marks.problems:
            self.parser.CharacterDataHandler = self._text
            self.parser.EndElementHandler = self._end

    def _text(self, text: str) -> None:
        at = (self._row_number, self._column)
        if self._type == "e":
            self.marks.problems[at] = f"error:{text.strip()}"
        elif text.strip():
            self.marks.problems.pop(at, None)

    def _end(self, _: str) -> None:
        self.parser.CharacterDataHandler = None
        self.parser.EndElementHandler = None

    def _filled(self) -> None:
        refuse_far_cell(self._sheet, self._row_number, self._column, self._limits)
        if self._style in self._formats:
            self.marks.number_formats[self._row_number, self._column] = self._formats[self._style]
