"""The data dictionary: what every field of the data sets holds and what every code means, each as a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from monitoring.domain.data_set import DataField, DataSet
from monitoring.reports.csv_text import cell, csv_text
from monitoring.reports.table_schema import MISSING, TYPES
from monitoring.texts.data_sets import code_meanings, field_title, remarks
from monitoring.texts.words import LANGUAGES
from monitoring.texts.words import words as words_in

_TRUTHS = frozenset({"key", "required"})
"""Columns that hold true or false; all others hold text."""


@dataclass(frozen=True)
class Table:
    """One of the tables that describe the data sets, the same in every language."""

    name: str
    columns: tuple[str, ...]
    key: tuple[str, ...]
    rows: Callable[[Iterable[DataSet]], Iterator[Sequence[str]]]

    @property
    def file(self) -> str:
        """The name of its file."""
        return f"{self.name}.csv"

    @property
    def schema(self) -> dict[str, Any]:
        """Its Table Schema."""
        types = {name: "boolean" if name in _TRUTHS else "string" for name in self.columns}
        fields = [{"name": name, "type": kind} for name, kind in types.items()]
        return {"fields": fields, "primaryKey": list(self.key), "missingValues": MISSING}

    def csv(self, sets: Iterable[DataSet]) -> bytes:
        """The table about these data sets."""
        return csv_text(self.columns, self.rows(sets))


def _in_languages(name: str) -> tuple[str, ...]:
    return tuple(f"{name}_{code}" for code in LANGUAGES)


def _fields(sets: Iterable[DataSet]) -> Iterator[Sequence[str]]:
    return (_field(each.kind, field) for each in sets for field in each.fields)


def _field(kind: str, field: DataField) -> list[str]:
    spoken = [words_in(code) for code in LANGUAGES]
    return [
        kind,
        field.name,
        *(field_title(kind, field, words) for words in spoken),
        TYPES[field.type],
        field.unit or "",
        cell(field.is_key),
        cell(field.is_required),
        *(remarks(kind, field, words) for words in spoken),
    ]


def _codes(sets: Iterable[DataSet]) -> Iterator[Sequence[str]]:
    for each in sets:
        for field in each.fields:
            for member in field.members:
                spoken = [words_in(code) for code in LANGUAGES]
                labels = (words.label(member) for words in spoken)
                meanings = (code_meanings(field, words).get(member.value, "") for words in spoken)
                yield [each.kind, field.name, member.value, *labels, *meanings]


_ABOUT_A_FIELD = ("type", "unit", "key", "required")
DICTIONARY = Table(
    "dictionary",
    ("data_set", "field", *_in_languages("title"), *_ABOUT_A_FIELD, *_in_languages("description")),
    ("data_set", "field"),
    _fields,
)
CODES = Table(
    "codes",
    ("data_set", "field", "code", *_in_languages("label"), *_in_languages("meaning")),
    ("data_set", "field", "code"),
    _codes,
)
DESCRIBING = (DICTIONARY, CODES)
"""The tables that go with the data sets."""
