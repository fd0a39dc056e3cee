"""The record: one checked row of one kind, in which everything is read, stored and compared."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Annotated, Any, ClassVar, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from monitoring.domain.rounding import significant


class Mark:
    """A property of a field that other floors walk over."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __repr__(self) -> str:
        return f"Mark({self.name!r})"


INTERNAL = Mark("internal")
"""Never leaves for the public, in any output."""
QUANTITY = Mark("quantity")
"""A physical number that is rounded to 12 significant digits when stored and compared."""

# No spreadsheet can hold these: control characters (tab and line feed are none), half pairs, non-characters.
_UNREADABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def readable(text: str) -> str:
    r"""A text as it is stored: without control characters, its lines ended by a line feed alone.

    >>> readable("Solar\x00 auf\r\nDächern")
    'Solar auf\nDächern'
    """
    if text.isprintable():  # most are, and it is told ten times as fast
        return text
    return _UNREADABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


_READABLE = BeforeValidator(lambda value: readable(value) if isinstance(value, str) else value)
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2199, 12, 31)

Day = Annotated[date, Field(ge=FIRST_DAY, le=LAST_DAY)]
LAST_YEAR = 2100
Year = Annotated[int, Field(ge=1900, le=LAST_YEAR)]
Share = Annotated[float, Field(ge=0, le=1)]
Quantity = Annotated[float, Field(allow_inf_nan=False, ge=-1e15, le=1e15), QUANTITY]
Text = Annotated[str, Field(min_length=1, max_length=20_000), _READABLE]
InternalText = Annotated[str, Field(min_length=1, max_length=20_000), _READABLE, INTERNAL]
Name = Annotated[str, Field(min_length=1, max_length=300), _READABLE]
Cents = Annotated[int, Field(ge=-(10**15), le=10**15)]

Key = tuple[Any, ...]
"""A business key, in the order of the record's `KEY`."""
Item = tuple[str, Key]
"""A kind and a business key: what people choose, and what conflicts are about."""


class Record(BaseModel):
    """One row of one kind. Strict (no silent conversion) and never changed once made.

    `KIND` names the kind in addresses, tables and JSON; `KEY` names the fields that together tell one row
    from another within one municipality. No part of a key may be empty.
    """

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")

    KIND: ClassVar[str]
    KEY: ClassVar[tuple[str, ...]]

    @property
    def key(self) -> Key:
        """The business key, in the order of `KEY`."""
        return tuple(map(self.__dict__.__getitem__, self.KEY))

    @property
    def item(self) -> Item:
        """Which record of a municipality it is."""
        return self.KIND, self.key


R = TypeVar("R", bound=Record)
_STATE_OF_RECORDS: tuple[tuple[str, Any], ...] = (
    ("__pydantic_fields_set__", set()),
    ("__pydantic_extra__", None),
    ("__pydantic_private__", None),
)
"""What pydantic keeps beside the values; all records share it."""


@cache
def field_names(record_type: type[Record]) -> frozenset[str]:
    """The names of the fields; asked for every row, hence remembered."""
    return frozenset(record_type.model_fields)


@cache
def required_fields(record_type: type[Record]) -> frozenset[str]:
    """The names of the fields that every record of a type needs to be told."""
    return frozenset(name for name, field in record_type.model_fields.items() if field.is_required())


def has_mark(record_type: type[Record], field: str, mark: Mark) -> bool:
    """Whether a field carries a mark, also inside an optional (`InternalText | None`)."""
    return _carries(record_type.model_fields[field], mark)


def _carries(field: Any, mark: Mark) -> bool:
    if mark in field.metadata:
        return True
    arguments = getattr(field.annotation, "__args__", ())
    return any(mark in getattr(argument, "__metadata__", ()) for argument in arguments)


@cache
def fields_with(record_type: type[Record], mark: Mark) -> tuple[str, ...]:
    """The names of the fields that carry a mark, in the order of the record."""
    return tuple(name for name in record_type.model_fields if has_mark(record_type, name, mark))


@cache
def defaults(record_type: type[Record]) -> dict[str, Any]:
    """The value of every field that nothing is said of; None for those that need one."""
    fields = record_type.model_fields.items()
    return {name: None if field.is_required() else field.default for name, field in fields}


def made(record_type: type[R], values: Mapping[str, Any]) -> R:
    """A record of values that were checked before, without checking them again.

    >>> from monitoring.domain.inhabitants import Inhabitants
    >>> made(Inhabitants, {"year": 2020, "inhabitants": 9}) == Inhabitants(year=2020, inhabitants=9)
    True
    """
    return _of(record_type, {**defaults(record_type), **values})


def made_of_own(record_type: type[R], values: Mapping[str, Any]) -> R | None:
    """The same; None where the values name a field that the record does not have.

    >>> from monitoring.domain.inhabitants import Inhabitants
    >>> made_of_own(Inhabitants, {"year": 2020, "inhabitants": 9, "number": "7"}) is None
    True
    """
    known = defaults(record_type)
    everything = {**known, **values}
    return _of(record_type, everything) if len(everything) == len(known) else None


def _of(record_type: type[R], everything: dict[str, Any]) -> R:
    record = object.__new__(record_type)
    _set(record, "__dict__", everything)
    for name, state in _STATE_OF_RECORDS:
        _set(record, name, state)
    return record


_set = object.__setattr__


def rounded(record: R) -> R:
    """The record as it is stored and compared: quantities with 12 significant digits."""
    values, longer = record.__dict__, dict[str, float]()
    for name in fields_with(type(record), QUANTITY):
        value = values[name]
        if value is not None and (stored := significant(value)) != value:
            longer[name] = stored
    return record.model_copy(update=longer) if longer else record
