"""The example row of the template: how it is marked, and how it is told from a row that its user has
overwritten.
"""

from __future__ import annotations

from datetime import date

from monitoring.spreadsheets.column import Column
from monitoring.spreadsheets.dates import period_of_value
from monitoring.spreadsheets.numbers import Number, NumberStyle, read_number
from monitoring.spreadsheets.vocabulary import normal_word
from monitoring.spreadsheets.workbook import Value
from monitoring.spreadsheets.written import written

MARKER_HEADING = "Zeilenart"
MARKER = "Beispiel"
MARKER_NOTE = (
    "„Beispiel“ kennzeichnet die Beispielzeile: Sie wird nicht gelesen. Eigene Zeilen bleiben hier leer."
)


def is_marker(heading: str) -> bool:
    """Whether a heading is that of the column that marks the example row."""
    return normal_word(heading) == normal_word(MARKER_HEADING)


def is_marked(value: Value) -> bool:
    """Whether a row is marked as the example."""
    return isinstance(value, str) and normal_word(value) == normal_word(MARKER)


def is_as_written(column: Column, value: Value) -> bool:
    """Whether a cell of the example row still holds what we wrote, also after it was saved as text.

    >>> column = Column("inhabitants", "Einwohner", example=18250)
    >>> is_as_written(column, 18250.0), is_as_written(column, "18.250"), is_as_written(column, 9000)
    (True, True, False)
    """
    ours = written(column, column.example)
    if isinstance(ours, date):
        return period_of_value(value) == (ours, ours)
    if isinstance(ours, int | float) and isinstance(value, str):
        number = read_number(value, NumberStyle.GERMAN)
        return isinstance(number, Number) and number.value == ours
    return ours == value or str("" if ours is None else ours) == str("" if value is None else value).strip()
