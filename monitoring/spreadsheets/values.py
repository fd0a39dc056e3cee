"""From a cell to the value of its field: one reader for each type of column."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from monitoring.domain.draft import Origin
from monitoring.domain.record import Record, readable
from monitoring.spreadsheets.addresses import cell_address
from monitoring.spreadsheets.column import Reads
from monitoring.spreadsheets.dates import DayOrder, days_of, is_prose, period_of_value
from monitoring.spreadsheets.fields import empty_value, fault
from monitoring.spreadsheets.missing_words import Absence, absence
from monitoring.spreadsheets.quantities import read_quantity
from monitoring.spreadsheets.remarks import shown
from monitoring.spreadsheets.row import ODD, HeadedColumn, Outcome, Row, Task
from monitoring.spreadsheets.words import read_word, read_words, read_yes_no
from monitoring.spreadsheets.workbook import FORMULA_WITHOUT_VALUE, Value

_BLANK_TEXTS = frozenset({"k. A.", "k.A.", "k. a.", "keine Angabe", "keine Angaben"})
_UNIT_SIGNS = frozenset("%‰€°")


def read_text(task: Task) -> str | None:
    """The text of a cell; dashes and „k. A.“ are empty, numbers and dates are written as people do.

    „offen“ or „unbekannt“ stay: in a text they are words like others.
    """
    value = task.cell.value
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if isinstance(value, datetime | date):
        return value.strftime("%d.%m.%Y")
    if isinstance(value, float | int) and task.cell.is_percent:
        return f"{value * 100:g} %"
    text = readable(task.text).strip()
    if text in _BLANK_TEXTS or not any(map(_says_something, text)):
        return text if len(text) > 3 else None
    return text


def _says_something(sign: str) -> bool:
    """Letters, digits and the signs that are units: an indicator may be counted in „%“."""
    return sign.isalnum() or sign in _UNIT_SIGNS


def plain_text(value: object) -> Any:
    """The text of a cell in which nothing is to be corrected, as `read_text` reads it; else ODD.

    >>> plain_text(" Solar "), plain_text(7), plain_text("k. A.")
    ('Solar', '7', <Odd.ODD: 'odd'>)
    """
    if type(value) is not str and type(value) is not int:
        return ODD
    text = str(value).strip()
    is_clean = text.isprintable() or readable(text) == text
    return text if is_clean and text[:1].isalnum() and text not in _BLANK_TEXTS else ODD


def plain_texts(values: Sequence[Value]) -> list[str] | None:
    """The texts of many cells as `plain_text` reads each; None where any of them is not plain.

    >>> plain_texts([" Solar ", 7]), plain_texts(["Solar", "k. A."])
    (['Solar', '7'], None)
    """
    if not set(map(type, values)) <= {str, int}:
        return None
    texts = [str(value).strip() for value in values]
    joined = "".join(texts)
    are_clean = readable(joined) == joined and _BLANK_TEXTS.isdisjoint(texts)
    return texts if are_clean and all(map(str.isalnum, {text[:1] for text in texts})) else None


def read_year(task: Task) -> int | Outcome | None:
    """A calendar year from a number, a text or a date."""
    if isinstance(task.cell.value, str) and absence(task.text) is Absence.MISSING:
        return None
    value = task.cell.value
    if isinstance(value, int | float) and not isinstance(value, bool) and value == int(value):
        return int(value)
    years = {each.year for each in days_of(task.text).values()}
    if len(years) == 1:
        return years.pop()
    period = period_of_value(task.text.rstrip("*") if isinstance(value, str) else value)
    if period is None or period[0].year != period[1].year:
        return task.fault("not_a_year")
    return period[1].year


def read_date(task: Task) -> date | Outcome | None:
    """A day; a month or year stands for its first or last day where the column is a beginning or an end."""
    if isinstance(task.cell.value, str) and absence(task.text) is Absence.MISSING:
        return None
    days = days_of(task.text) if isinstance(task.cell.value, str) else {}
    if len(set(days.values())) > 1:
        return _day_in_order(task, days)
    period = period_of_value(task.cell.value)
    if period is None and task.column.text_field and isinstance(task.cell.value, str) and is_prose(task.text):
        _keep_period(task)
        return None
    if period is None or (task.column.reads is Reads.DATE and period[0] != period[1]):
        return task.fault("not_a_date" if task.column.reads is Reads.DATE else "not_a_period")
    return period[1] if task.column.reads is Reads.END else period[0]


def _day_in_order(task: Task, days: Mapping[DayOrder, date]) -> date | Outcome:
    """The day that „03/04/2025“ is: as the other dates of the sheet say, else a question."""
    answer = task.headed.day_order or task.ask(
        ("dates", task.row.sheet), "date_order", tuple(each.value for each in DayOrder),
        vocabulary="date_order", details={"example": task.text},
    )  # fmt: skip
    return days[DayOrder(answer)] if answer else Outcome.PENDING


def _keep_period(task: Task) -> None:
    """Keeps „ab 2024“ as the text it is, with the heading in front where it does not say the same."""
    heading, text = task.headed.heading, readable(task.text)
    is_clear = text.casefold().startswith(heading.casefold())
    task.keep_text(text if is_clear else f"{heading}: {text}")
    task.gather("period_kept_as_text")


READERS: dict[Reads, Callable[[Task], Any]] = {
    Reads.TEXT: read_text,
    Reads.NUMBER: read_quantity,
    Reads.WHOLE: read_quantity,
    Reads.MONEY: read_quantity,
    Reads.SHARE: read_quantity,
    Reads.YEAR: read_year,
    Reads.DATE: read_date,
    Reads.START: read_date,
    Reads.END: read_date,
    Reads.YES_NO: read_yes_no,
    Reads.WORD: read_word,
    Reads.WORDS: read_words,
}


def take(task: Task) -> None:
    """Reads a cell into its row: the value and where it came from, or the reason why there is none."""
    field = task.column.field
    unit_text = task.headed.unit.text if task.headed.unit else None
    task.row.origins[field] = Origin(task.row.sheet, task.cell.address, shown(task.cell.value), unit_text)
    value = _checked(_read(task), task)
    if isinstance(value, Outcome):
        task.row.outcomes.add(value)
    else:
        task.row.values[field] = value


def leave_empty(headed: HeadedColumn, row: Row, record_type: type[Record]) -> None:
    """Notes an empty cell that need not be filled."""
    field = headed.column.field
    row.origins[field] = Origin(row.sheet, cell_address(row.number, headed.number))
    row.values[field] = empty_value(record_type, field)


def _read(task: Task) -> Any:
    if task.cell.problem == FORMULA_WITHOUT_VALUE:
        return task.fault("formula_without_value")
    if task.cell.problem:
        task.gather("error_value", about=task.cell.problem, error=task.cell.problem.partition(":")[2])
        return None
    return None if task.cell.value is None or not task.text else READERS[task.column.reads](task)


def _checked(value: Any, task: Task) -> Any:
    if isinstance(value, Outcome):
        return value
    column, record_type = task.column, task.record_type
    if value is None or value == ():
        return task.fault("required_empty") if column.required else empty_value(record_type, column.field)
    refused = fault(record_type, column.field, value)
    return task.fault(refused[0], **refused[1]) if refused else value
