"""Writing one sheet from its description: headings with notes, drop-downs, and rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.workbook import Workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from monitoring.spreadsheets import layout
from monitoring.spreadsheets.addresses import column_letters
from monitoring.spreadsheets.column import Column, Reads, SheetFormat
from monitoring.spreadsheets.vocabulary import canonical_words
from monitoring.spreadsheets.written import LIST_SIGN, Written, written

AUTHOR = "Zielpfad"
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def add_sheet(book: Workbook, sheet_format: SheetFormat, columns: Sequence[Column]) -> Worksheet:
    """A sheet with its headings, notes, drop-downs and widths, ready for rows."""
    sheet = book.create_sheet(sheet_format.title)
    for number, column in enumerate(columns, 1):
        _write_heading(sheet.cell(1, number), column)
        sheet.column_dimensions[column_letters(number)].width = layout.width(column)
        if column.reads in (Reads.WORD, Reads.YES_NO):
            _offer_words(book, sheet, number, column.vocabulary or "")
    sheet.freeze_panes = "A2"
    return sheet


def add_row(
    sheet: Worksheet, columns: Sequence[Column], values: Mapping[str, Any], font: Font | None = None
) -> None:
    """A row below the last one, from field → value as it is stored."""
    row = sheet.max_row + 1
    for number, column in enumerate(columns, 1):
        cell = sheet.cell(row, number)
        write(cell, written(column, values.get(column.field)), layout.number_format(column))
        if font:
            cell.font = font


def write(cell: Cell, value: Written, number_format: str = "General") -> None:
    """Writes a value; text stays text, also where a spreadsheet program would take it for a formula."""
    if not isinstance(value, str):
        cell.value = value
        cell.number_format = number_format
        return
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
    cell.data_type = "s"
    cell.quotePrefix = value.startswith(_FORMULA_SIGNS)
    cell.alignment = layout.TEXT_ALIGNMENT


def _write_heading(cell: Cell, column: Column) -> None:
    write(cell, column.heading)
    cell.font = layout.REQUIRED_FONT if column.required else layout.OPTIONAL_FONT
    cell.fill = layout.HEADING_FILL
    cell.alignment = layout.HEADING_ALIGNMENT
    note = Comment("\n".join(_note(column)), AUTHOR)
    note.width, note.height = 320, 140
    cell.comment = note


def _note(column: Column) -> Iterable[str]:
    yield "Pflichtangabe." if column.required else "Freiwillige Angabe."
    if column.note:
        yield column.note
    if column.reads is Reads.WORDS:
        yield "Möglich: " + LIST_SIGN.join(canonical_words(column.vocabulary or ""))


def _offer_words(book: Workbook, sheet: Worksheet, number: int, vocabulary: str) -> None:
    letters = column_letters(number)
    # A warning, not a refusal: words of one's own become a question on import.
    offer = DataValidation(
        "list",
        formula1=_listed(book, vocabulary),
        allow_blank=True,
        errorStyle="warning",
        showErrorMessage=True,
    )
    offer.error = "Dieses Wort steht nicht in der Liste. Beim Einlesen wird gefragt, was gemeint ist."
    offer.add(f"{letters}2:{letters}{layout.ROWS_WITH_LISTS}")
    sheet.add_data_validation(offer)


def _listed(book: Workbook, vocabulary: str) -> str:
    """The range with the words of a vocabulary on the hidden sheet of lists; written when first needed."""
    lists = book[layout.LISTS_TITLE]
    names = [cell.value for cell in lists[1]]
    words = canonical_words(vocabulary)
    if vocabulary not in names:
        number = len([name for name in names if name]) + 1
        for row, word in enumerate((vocabulary, *words), 1):
            write(lists.cell(row, number), word)
        names = [cell.value for cell in lists[1]]
    letters = column_letters(names.index(vocabulary) + 1)
    return f"{layout.LISTS_TITLE}!${letters}$2:${letters}${len(words) + 1}"
