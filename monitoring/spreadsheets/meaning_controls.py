"""What a user can change about what was understood: the key of the answer, what stands, and the choices."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from monitoring.domain.question import AS_UNDERSTOOD, question_key
from monitoring.spreadsheets.balance_rows import PLANNED_CHOICES
from monitoring.spreadsheets.chosen_meanings import HEADER, KIND, MEANING
from monitoring.spreadsheets.column import NUMERIC, Column
from monitoring.spreadsheets.crosstabs.answered_lines import QUANTITIES
from monitoring.spreadsheets.crosstabs.cells import DIMENSIONS as MEASURED
from monitoring.spreadsheets.crosstabs.questions import (
    BALANCE_UNITS,
    INDICATOR_CHOICES,
    INDICATOR_UNITS,
    LINES_CHOICES,
)
from monitoring.spreadsheets.explanation import LONG, Line, Understanding
from monitoring.spreadsheets.formats import FORMATS, format_of
from monitoring.spreadsheets.joined_lines import JOINED_CHOICES
from monitoring.spreadsheets.measure_lists.colours import NO_MEANING, STATUS
from monitoring.spreadsheets.measure_lists.groups import AS_FIELDS, AS_MEASURES
from monitoring.spreadsheets.measure_lists.many_words import ASK_EACH, FIRST_IS_HIGH, FIRST_IS_LOW
from monitoring.spreadsheets.quantities import DIMENSIONS, STYLE_CHOICES, UNIT_CHOICES
from monitoring.spreadsheets.recognition import ROWS_SEARCHED
from monitoring.spreadsheets.vocabulary import codes_of
from monitoring.spreadsheets.words import IGNORE, KEY_NAMES, LEAVE_EMPTY


@dataclass(frozen=True, slots=True)
class MeaningControl:
    """One thing to change: `current` is one of `choices`.

    „understood“ leaves what was understood, „ignore“ leaves out; else aspects such as
    „field=energy_mwh;unit=GWh“ or „sector=HH“, or a kind of sheet, or the number of a row.
    """

    key: str
    current: str
    choices: tuple[str, ...]


def line_control(
    understanding: Understanding, line: Line, answers: Mapping[str, str]
) -> MeaningControl | None:
    """The control of a column or row, None where nothing can be changed."""
    if line.key is None:
        return None
    if understanding.layout == LONG:
        return _control(line.key, _columns(understanding.kind), answers)
    return _control(line.key, _aspects(is_table=line.number == 0), answers)


def kind_control(sheet: str, answers: Mapping[str, str]) -> MeaningControl:
    """The control for what a sheet holds, also of one that was not understood."""
    return _control(question_key(KIND, sheet), (IGNORE, *(each.kind for each in FORMATS)), answers)


def header_control(sheet: str, height: int, answers: Mapping[str, str]) -> MeaningControl:
    """The control for the row of the headings of a sheet of so many rows: one of the first."""
    numbers = tuple(str(row) for row in range(1, min(height, ROWS_SEARCHED) + 1))
    return _control(question_key(HEADER, sheet), numbers, answers)


def _control(key: str, choices: Iterable[str], answers: Mapping[str, str]) -> MeaningControl:
    offered = (AS_UNDERSTOOD, *choices)
    said = answers.get(key, AS_UNDERSTOOD)
    return MeaningControl(key, said, offered if said in offered else (*offered, said))


def _columns(kind: str | None) -> Iterable[str]:
    """Every field of a kind, in each unit it can be in."""
    yield IGNORE
    for column in format_of(kind).columns if kind else ():
        yield f"field={column.field}"
        yield from (f"field={column.field};unit={each}" for each in _units(column))


def _units(column: Column) -> tuple[str, ...]:
    dimension = DIMENSIONS.get(column.unit or "")
    return UNIT_CHOICES[dimension] if dimension and column.reads in NUMERIC else ()


def _aspects(is_table: bool) -> Iterable[str]:
    """What a row or column can say; a whole table cannot be ignored here, its sheet can."""
    if not is_table:
        yield IGNORE
    for quantity in QUANTITIES:
        units = UNIT_CHOICES[MEASURED[quantity]] if quantity in MEASURED else ()
        yield from (f"quantity={quantity};unit={each}" for each in units)
        yield f"quantity={quantity}"
    for aspect in ("sector", "carrier", "basis"):
        yield from (f"{aspect}={code}" for code in codes_of(aspect))
    yield from ("row_type=actual", "row_type=planned")


def answer_choices(key: str, kind: str | None) -> tuple[str, ...]:
    """What an answer about a sheet of a kind can be changed to; empty where anything can be meant.

    >>> answer_choices("number:bilanz:co2", "balance"), answer_choices("place:bilanz:gemeinde", "balance")
    (('german', 'english'), ())
    >>> answer_choices("unit:bilanz:co2", "balance")[-3:]
    ('t', 'kt', 'Mt')
    """
    code, _, rest = key.partition(":")
    if code == MEANING:
        return (IGNORE, *(each for each in (*_columns(kind), *_aspects(is_table=False)) if each != IGNORE))
    if code == "word":
        vocabulary = {short: name for name, short in KEY_NAMES.items()}
        named = rest.partition(":")[0]
        return (*codes_of(vocabulary.get(named, named)), IGNORE, LEAVE_EMPTY)
    if code == "unit" and kind == "balance":
        return BALANCE_UNITS
    return _FIXED.get(code, ())


_FIXED: Mapping[str, tuple[str, ...]] = {
    KIND: (IGNORE, *(each.kind for each in FORMATS)),
    HEADER: tuple(str(row) for row in range(1, ROWS_SEARCHED + 1)),
    "colour": (*codes_of(STATUS), NO_MEANING),
    "heading_rows": (AS_FIELDS, AS_MEASURES),
    "indicators": INDICATOR_CHOICES,
    "joined": JOINED_CHOICES,
    "lines": LINES_CHOICES,
    "number": STYLE_CHOICES,
    "planned": PLANNED_CHOICES,
    "scale": (FIRST_IS_HIGH, FIRST_IS_LOW, LEAVE_EMPTY),
    "unit": (*(unit for units in UNIT_CHOICES.values() for unit in units), *INDICATOR_UNITS),
    "words": (LEAVE_EMPTY, ASK_EACH),
}
