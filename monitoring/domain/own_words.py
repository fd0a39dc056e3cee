"""What a municipality says in its own words: the texts of its records, which no page translates."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from monitoring.domain.field_type import FieldType, field_type
from monitoring.domain.record import Record

_WORD = re.compile(r"[^\W\d_]{3}")
"""A code such as M24, a year or a unit is in no language."""


def own_words(records: Iterable[Record]) -> frozenset[str]:
    """Every text that somebody wrote, whole; with its lines one by one where it has several.

    >>> from monitoring.domain.programme import Programme
    >>> sorted(own_words([Programme(name="Klimaschutzkonzept 2023"), Programme(name="M24")]))
    ['Klimaschutzkonzept 2023']
    """
    texts = {
        value.strip()
        for record in records
        for name in _written_fields(type(record))
        if (value := getattr(record, name))
    }
    lines = {line.strip() for text in texts if "\n" in text for line in text.splitlines()}
    return frozenset(text for text in texts | lines if _WORD.search(text))


@cache
def _written_fields(record_type: type[Record]) -> tuple[str, ...]:
    fields = record_type.model_fields
    return tuple(name for name in fields if field_type(record_type, name) in (FieldType.LINE, FieldType.TEXT))
