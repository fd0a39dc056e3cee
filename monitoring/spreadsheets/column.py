"""What a sheet of one kind looks like: its columns with their headings, and what must be there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from monitoring.domain.kinds import KINDS
from monitoring.domain.record import Record


class Reads(StrEnum):
    """What the cells of a column say."""

    TEXT = "text"
    NUMBER = "number"
    WHOLE = "whole"
    YEAR = "year"
    DATE = "date"
    START = "start"
    END = "end"
    MONEY = "money"
    SHARE = "share"
    YES_NO = "yes_no"
    WORD = "word"
    WORDS = "words"


NUMERIC = frozenset({Reads.NUMBER, Reads.WHOLE, Reads.MONEY, Reads.SHARE})
"""Columns whose text cells are numbers in one style, German or English, throughout."""
DATES = frozenset({Reads.DATE, Reads.START, Reads.END})
"""Columns of days. In `START` and `END` a year or month stands for its first or last day."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: the field it fills and the heading it is written under.

    `vocabulary` is the enumeration that words are read with, `unit` the unit of the canonical
    heading, `note` the German cell note, `example` the value of the example row as it is stored.
    `text_field` is the field that keeps prose where a number or a date was expected. `is_basic` columns stand
    in the small template too. `is_stored` is false for columns that only steer the reading of their
    row.
    """

    field: str
    heading: str
    reads: Reads = Reads.TEXT
    vocabulary: str | None = None
    unit: str | None = None
    aliases: tuple[str, ...] = ()
    required: bool = False
    note: str = ""
    example: Any = None
    text_field: str | None = None
    is_basic: bool = False
    is_stored: bool = True


@dataclass(frozen=True, slots=True)
class SheetFormat:
    """The sheet of one kind (Tabellenformat).

    Of each group in `needs` at least one field must have a column. `is_basic` sheets stand in the small
    template.
    """

    kind: str
    title: str
    columns: tuple[Column, ...]
    title_aliases: tuple[str, ...] = ()
    needs: tuple[tuple[str, ...], ...] = ()
    is_basic: bool = False
    note: str = ""

    @property
    def record_type(self) -> type[Record]:
        """The record a row becomes."""
        return KINDS[self.kind]

    @property
    def stored_columns(self) -> tuple[Column, ...]:
        """The columns that hold something of a record, in the order they are written."""
        return tuple(column for column in self.columns if column.is_stored)

    def column(self, field: str) -> Column:
        """The column that fills a field."""
        return next(column for column in self.columns if column.field == field)
