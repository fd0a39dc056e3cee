"""The named place: a municipality as a table of many municipalities names it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A name, with the key and the region beside it where the table has such columns.

    Where there is a key it alone tells places apart; else the name does, within its region.
    """

    name: str
    key: str | None = None
    region: str | None = None
