"""The columns of one sheet with what their headings and their cells together say: the unit and the number
style.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from monitoring.spreadsheets.addresses import cell_address
from monitoring.spreadsheets.column import DATES, NUMERIC, Column, Reads
from monitoring.spreadsheets.control_sums import style_by_sums
from monitoring.spreadsheets.dates import DayOrder, order_of
from monitoring.spreadsheets.numbers import Number, NumberStyle, column_style, read_number
from monitoring.spreadsheets.quantities import DIMENSIONS
from monitoring.spreadsheets.raw_numbers import numbers_of_rows
from monitoring.spreadsheets.recognition import Recognised
from monitoring.spreadsheets.remarks import Remarks
from monitoring.spreadsheets.row import HeadedColumn
from monitoring.spreadsheets.thousands import thousands, without_thousands
from monitoring.spreadsheets.units import Dimension, Unit, unit, unit_in_heading
from monitoring.spreadsheets.workbook import Value


def headed_columns(recognised: Recognised, delimiter: str | None, remarks: Remarks) -> list[HeadedColumn]:
    """The columns of a sheet; a column of numbers in a unit of another dimension is an error and left out."""
    return list(_headed(recognised, delimiter, remarks))


def units_below(recognised: Recognised) -> dict[int, Unit]:
    """The units in the row below the headings, by column number; empty where that row holds anything else."""
    number = recognised.header_row + 1
    if number > recognised.sheet.height:
        return {}
    texts = {at: recognised.sheet.value(number, at) for at in recognised.columns}
    found = {at: _unit_of(text) for at, text in texts.items() if isinstance(text, str) and text.strip()}
    known = {at: measured for at, measured in found.items() if measured}
    filled = [text for text in texts.values() if text not in (None, "")]
    return known if len(known) == len(filled) else {}


def _unit_of(text: str) -> Unit | None:
    return unit(text) or thousands(text)


def _found_unit(column: Column, heading: str, below: Unit | None) -> Unit | None:
    """The unit in a heading or below it; people are counted in thousands at most."""
    if column.reads is Reads.WHOLE:
        counted = without_thousands(heading)[1] or below
        return counted if counted and counted.dimension is Dimension.COUNT else None
    return unit_in_heading(heading)[1] or below


def _headed(recognised: Recognised, delimiter: str | None, remarks: Remarks) -> Iterator[HeadedColumn]:
    sheet, below, order = recognised.sheet, units_below(recognised), _day_order(recognised)
    rows = sheet.rows[recognised.header_row :]
    for number, column in sorted(recognised.columns.items()):
        heading = " ".join(str(sheet.value(recognised.header_row, number)).split())
        if column.reads not in NUMERIC:
            yield HeadedColumn(column, number, heading, day_order=order if column.reads in DATES else None)
            continue
        said = recognised.answered.get(number)
        found = (said and said.unit) or _found_unit(column, heading, below.get(number))
        expected = DIMENSIONS.get(column.unit or "")
        at = (sheet.name, cell_address(recognised.header_row, number), heading)
        if found and expected and found.dimension is not expected:
            details = {"expected": column.unit or "", "found": found.text, "heading": heading}
            if recognised.format.kind == "measures":
                # What else the list says of its measures can be taken over.
                remarks.warning("column_in_other_unit", *at, **details)
            else:
                remarks.error("wrong_unit", *at, **details)
            continue
        if found and found.only_co2:
            remarks.notice("only_co2", *at, heading=heading)
        style, is_assumed = _style(column, found, _texts(rows, number), delimiter)
        by_sums = _style_by_sums(recognised, number) if is_assumed else None
        if by_sums:
            style, is_assumed = by_sums, False
            remarks.notice("number_style_by_sums", *at, heading=heading, style=style.value)
        yield HeadedColumn(column, number, heading, found, style, is_assumed)


def _day_order(recognised: Recognised) -> DayOrder | None:
    """Whether the dates of a sheet begin with the day or the month, from all of its columns of days."""
    columns = [at for at, column in recognised.columns.items() if column.reads in DATES]
    rows = recognised.sheet.rows[recognised.header_row :] if columns else ()
    return order_of(text for at in columns for text in set(_texts(rows, at)))


def _texts(rows: Sequence[tuple[Value, ...]], number: int) -> list[str]:
    """The texts in a column: numbers and days that are none say nothing about how they are written."""
    at = number - 1
    return [cell for row in rows if type(cell := row[at]) is str]


def _style(
    column: Column, measured: Unit | None, values: Sequence[str], delimiter: str | None
) -> tuple[NumberStyle, bool]:
    """The style of a column; one of whole numbers is also decided by which style makes all of them whole."""
    style, is_assumed = column_style(values, delimiter)
    if column.reads is Reads.WHOLE and is_assumed and not measured:
        fitting = [each for each in NumberStyle if _are_whole(values, each)]
        if len(fitting) == 1:
            return fitting[0], False
    return style, is_assumed


def _style_by_sums(recognised: Recognised, number: int) -> NumberStyle | None:
    if recognised.format.kind != "balance":
        return None
    return style_by_sums(lambda style: [numbers_of_rows(recognised, number, style)])


def _are_whole(values: Sequence[object], style: NumberStyle) -> bool:
    numbers = (read_number(value, style) for value in values if isinstance(value, str))
    return all(
        number.value == int(number.value)
        for number in numbers
        if isinstance(number, Number) and number.value is not None
    )


def say_unknown(recognised: Recognised, unknown: Mapping[int, str], remarks: Remarks) -> None:
    """Notes the columns that were not read, because their headings mean nothing to us."""
    if unknown:
        cells = tuple(cell_address(recognised.header_row, column) for column in sorted(unknown))
        headings = [" ".join(heading.split()) for heading in unknown.values()]
        said = (recognised.sheet.name, cells[0], "; ".join(headings))
        remarks.notice("unknown_columns", *said, count=len(headings), cells=cells)
