"""Data sets as a workbook (.xlsx) for people: headings and words instead of names and codes.

Numbers, days and shares are cells of their own type, so that they are read rightly in every language.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import partial
from typing import Any

from openpyxl.styles import Font
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from monitoring.domain.data_set import DataField, DataSet
from monitoring.domain.field_type import FieldType
from monitoring.domain.kinds import MEASURE_KINDS
from monitoring.domain.measure import Measure
from monitoring.domain.record import Record
from monitoring.services.data_sets import Opened
from monitoring.spreadsheets.addresses import column_letters
from monitoring.spreadsheets.layout import HEADING_ALIGNMENT, HEADING_FILL
from monitoring.spreadsheets.sheet_writer import write
from monitoring.spreadsheets.workbook_writer import timeless
from monitoring.texts.data_sets import about, citation, field_title, remarks, type_in_words
from monitoring.texts.words import Words

Cell = str | int | float | date | None
LONGEST_TITLE = 31
"""Characters of the name of a sheet, in every spreadsheet program."""
_FORMATS = {FieldType.SHARE: "0.0%", FieldType.MONEY: "#,##0.00", FieldType.YEAR: "0"}
_WIDEST, _NARROWEST = 48, 11
_LONG = frozenset({FieldType.TEXT, FieldType.WORDS})


@dataclass(frozen=True)
class Column:
    """One column of a sheet and what stands in it."""

    heading: str
    number_format: str
    is_long: bool
    cell: Callable[[Record], Cell]


def data_workbook(found: Opened, sets: Sequence[DataSet], words: Words) -> bytes:
    """A sheet for each data set, one on what its columns mean, one on where the data come from."""
    book = Workbook()
    book.remove(book.active)
    titles = _titles_of_measures(found)
    for each in sets:
        title = words.kind(each.kind)[:LONGEST_TITLE]
        _add_rows(book.create_sheet(title), found.records(each.kind), list(_columns(each, titles, words)))
    _add_fields(book, sets, words)
    _add_source(book, found, words)
    return timeless(book)


def _titles_of_measures(found: Opened) -> dict[str, str]:
    """What each measure is called, by its id; nothing where the measures themselves are not open."""
    if Measure.KIND not in found.decision.kinds:
        return {}
    return {each.id: each.title for each in found.overview.of(Measure)}


def _add_rows(sheet: Worksheet, records: Iterable[Record], columns: Sequence[Column]) -> None:
    _head(sheet, [each.heading for each in columns])
    formats = [each.number_format for each in columns]
    for record in records:
        _line(sheet, [each.cell(record) for each in columns], formats)
    for number, each in enumerate(columns, 1):
        _set_width(sheet, number, _WIDEST if each.is_long else _widest(sheet, number))
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions


def _columns(data_set: DataSet, titles: Mapping[str, str], words: Words) -> Iterator[Column]:
    """A column for each field; rows about measures end with what the measure is called, if that is open."""
    for field in data_set.fields:
        yield Column(
            _heading(data_set.kind, field, words),
            _format(field, words),
            field.type in _LONG,
            partial(_cell, field=field, words=words),
        )
    if titles and data_set.kind in MEASURE_KINDS:
        heading = words("data_set.workbook.measure")
        yield Column(heading, "General", True, lambda record: titles.get(getattr(record, "measure", "")))


def _heading(kind: str, field: DataField, words: Words) -> str:
    """What a column is called, with its unit; a share is shown in per cent, which is no unit of its own."""
    title = field_title(kind, field, words)
    return f"{title} [{field.unit}]" if field.unit and field.type is not FieldType.SHARE else title


def _format(field: DataField, words: Words) -> str:
    if field.type is FieldType.DATE:
        return words("format.date_in_cells")
    return _FORMATS.get(field.type, "General")


def _cell(record: Record, field: DataField, words: Words) -> Cell:
    """A value as a cell holds it: words for codes, euros for cents, nothing where nothing is stated."""
    value: Any = getattr(record, field.name)
    if value is None or value == ():
        return None
    if field.type is FieldType.WORDS:
        return "; ".join(words.label(each) for each in value)
    if isinstance(value, StrEnum):
        return words.label(value)
    if isinstance(value, bool):
        return words(f"label.yes_no.{'yes' if value else 'no'}")
    if field.type is FieldType.MONEY:
        return round(int(value) / 100, 2)
    return value  # type: ignore[no-any-return]


def _add_fields(book: Workbook, sets: Iterable[DataSet], words: Words) -> None:
    """What every column means, under the names that the files for programs have too."""
    sheet = book.create_sheet(words("data_set.workbook.fields"))
    names = ("data_set", "title", "type", "unit", "note", "field")
    _head(sheet, [words(f"data_set.dictionary.{name}") for name in names])
    for each in sets:
        for field in each.fields:
            told = (field_title(each.kind, field, words), type_in_words(field, words), field.unit)
            note = remarks(each.kind, field, words) or None
            _line(sheet, [words.kind(each.kind), *told, note, f"{each.kind}.{field.name}"])
    for number, width in enumerate((22, 30, 22, 12, 90, 36), 1):
        _set_width(sheet, number, width)
    sheet.freeze_panes = "A2"


def _add_source(book: Workbook, found: Opened, words: Words) -> None:
    name, publication = found.overview.municipality.name, found.publication
    sheet = book.create_sheet(words("data_set.workbook.source"))
    lines = [
        words("data_set.title", municipality=name),
        words("data_set.description", municipality=name, number=publication.number, date=publication.day),
        citation(found.provider, publication, found.decision.licence, words),
        words("data_set.workbook.empty"),
        *(f"{words.kind(each.kind)}: {about(each.kind, words)}" for each in found.sets),
    ]
    for each in lines:
        _line(sheet, [each])
    sheet["A1"].font = Font(bold=True)
    _set_width(sheet, 1, 110)


def _head(sheet: Worksheet, titles: Iterable[str]) -> None:
    for number, title in enumerate(titles, 1):
        cell = sheet.cell(1, number)
        write(cell, title)
        cell.font, cell.fill, cell.alignment = Font(bold=True), HEADING_FILL, HEADING_ALIGNMENT


def _line(sheet: Worksheet, cells: Sequence[Cell], formats: Sequence[str] = ()) -> None:
    row = sheet.max_row + 1 if sheet["A1"].value is not None else 1
    for number, value in enumerate(cells, 1):
        if value is not None:
            write(sheet.cell(row, number), value, formats[number - 1] if formats else "General")


def _widest(sheet: Worksheet, number: int) -> float:
    """As wide as the longest value and the longest word of the heading, within reason."""
    column = next(sheet.iter_cols(number, number, values_only=True))
    heading = max((len(word) for word in str(column[0]).split()), default=0)
    values = max((len(str(value)) for value in column[1:] if value is not None), default=0)
    return min(_WIDEST, max(_NARROWEST, heading + 3, values + 2))


def _set_width(sheet: Worksheet, number: int, width: float) -> None:
    sheet.column_dimensions[column_letters(number)].width = width
