"""One row while it is read: its values so far, and whether anything stands in the way of a draft."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from monitoring.domain.draft import Draft, Origin
from monitoring.domain.record import Record
from monitoring.spreadsheets.column import Column
from monitoring.spreadsheets.dates import DayOrder
from monitoring.spreadsheets.missing_words import Absence
from monitoring.spreadsheets.numbers import NumberStyle
from monitoring.spreadsheets.remarks import Remarks, shown
from monitoring.spreadsheets.units import Unit
from monitoring.spreadsheets.workbook import Cell


class Odd(Enum):
    """What stands for the value of a cell that has to be read by itself."""

    ODD = "odd"


ODD = Odd.ODD


class Outcome(Enum):
    """Why a cell gives no value: a fault, an open question, or the user's wish to leave out its row or
    itself.
    """

    FAULT = "fault"
    PENDING = "pending"
    IGNORED = "ignored"
    LEFT_EMPTY = "left_empty"


@dataclass(frozen=True, slots=True)
class HeadedColumn:
    """A column as a sheet has it: its heading, the unit in it, and the style of its numbers.

    `is_style_assumed` where nothing in the column tells German from English numbers, `day_order` where the
    dates of the sheet tell whether they begin with the day or the month.
    """

    column: Column
    number: int
    heading: str
    unit: Unit | None = None
    style: NumberStyle = NumberStyle.GERMAN
    is_style_assumed: bool = False
    day_order: DayOrder | None = None


FurtherCell = tuple[HeadedColumn, Cell]
"""A cell that says something about a row though it stands elsewhere, such as the heading of its group."""


@dataclass(slots=True)
class Row:
    """A row being read. `prose`, `implied`, `absences` and `units` are what cells say beyond their own
    field.
    """

    sheet: str
    number: int
    values: dict[str, Any] = field(default_factory=dict)
    origins: dict[str, Origin] = field(default_factory=dict)
    prose: dict[str, str] = field(default_factory=dict)
    implied: dict[str, Any] = field(default_factory=dict)
    absences: dict[str, Absence] = field(default_factory=dict)
    units: dict[str, Unit] = field(default_factory=dict)
    outcomes: set[Outcome] = field(default_factory=set)

    def cell_of(self, field_name: str) -> str:
        """The address a field's value came from, else the first of the row."""
        origin = self.origins.get(field_name) or next(iter(self.origins.values()), None)
        return origin.cell if origin else f"A{self.number}"

    def keep(self, field_name: str, text: str, source: str) -> None:
        """Keeps words in a text field that were found in the cell of another field."""
        known = self.prose.get(field_name)
        self.prose[field_name] = text if known in (None, text) else f"{known}; {text}"
        self.origins.setdefault(field_name, self.origins[source])

    def add(self, other: Row) -> None:
        """Adds what another row says; where both say something, the other counts."""
        self.values |= other.values
        self.origins |= other.origins
        self.absences |= other.absences
        self.outcomes |= other.outcomes

    def says_only(self, field_name: str) -> bool:
        """Whether the row has a value for one field, and its cells say nothing beyond that."""
        beyond = (self.prose, self.implied, self.absences, self.units, self.outcomes)
        return self.values.keys() == {field_name} and not any(beyond)

    def draft(self, kind: str) -> Draft:
        """What the row says, as a draft."""
        return Draft(kind, self.values, self.origins, self.sheet, self.number)


@dataclass(frozen=True, slots=True)
class Task:
    """One cell to be read, with everything its reading depends on."""

    cell: Cell
    headed: HeadedColumn
    row: Row
    record_type: type[Record]
    remarks: Remarks
    given_unit: Unit | None = None

    @property
    def column(self) -> Column:
        """What the cell should say."""
        return self.headed.column

    @property
    def text(self) -> str:
        """The cell's value as text, without blanks around it."""
        return (shown(self.cell.value) or "").strip()

    def keep_text(self, text: str | None = None) -> None:
        """Keeps the cell's words in the text field of its column."""
        if self.column.text_field:
            self.row.keep(self.column.text_field, text or self.text, self.column.field)

    def fault(self, code: str, **details: Any) -> Outcome:
        """Notes that the cell cannot be read."""
        details = {"heading": self.headed.heading, **details}
        self.remarks.error(code, self.row.sheet, self.cell.address, self.cell.value, **details)
        return Outcome.FAULT

    def gather(self, code: str, about: str | None = None, **details: Any) -> None:
        """Notes what holds for several cells of the column."""
        subject = self.headed.heading if about is None else about
        details = {"heading": self.headed.heading, **details}
        self.remarks.gather(code, self.row.sheet, self.cell.address, self.cell.value, subject, **details)

    def ask(self, key: tuple[str, ...], code: str, choices: tuple[str, ...], **about: Any) -> str | None:
        """The answer to a question about the cell, None while it is open."""
        details = {"heading": self.headed.heading, **about.pop("details", {})}
        address, sheet = self.cell.address, self.row.sheet
        return self.remarks.ask(key, code, choices, sheet, address, details=details, **about)
