"""The numbering of editions and versions: what is counted together, and the newest number of each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from monitoring.domain.record import Item, Key, Record
from monitoring.domain.stored import Stored

COUNTED_UP = {"balance": "edition", "targets": "version"}
"""The key field that numbers the editions or versions of a kind; a file seldom names it."""
COUNTED_BY = {"balance": ("area", "year"), "targets": ("name",)}
"""The key fields that share one count: a balance is recalculated by year, a target changed as a whole."""


def counted_key(kind: str, values: Mapping[str, Any]) -> Key:
    """What the number of a row counts within.

    >>> counted_key("targets", {"name": "Netto-Null", "version": 2, "year": 2045})
    ('Netto-Null',)
    """
    return tuple(values[name] for name in COUNTED_BY[kind])


def counted_key_of(record: Record) -> Key:
    """What the edition of a balance value or the version of a target counts within."""
    return tuple(getattr(record, name) for name in COUNTED_BY[record.KIND])


def number_of(record: Record) -> int:
    """The edition of a balance value, the version of a target."""
    return int(getattr(record, COUNTED_UP[record.KIND]))


def newest_numbers(stored: Stored) -> dict[Item, int]:
    """The newest edition or version stored, by kind and what it counts within."""
    newest: dict[Item, int] = {}
    for kind in COUNTED_UP:
        for known in stored.get(kind, {}).values():
            place = (kind, counted_key_of(known.record))
            newest[place] = max(newest.get(place, 1), number_of(known.record))
    return newest
