"""Measures of the same title without numbers: which row of a file means which of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from monitoring.domain.draft import Draft
from monitoring.domain.measure import Measure
from monitoring.domain.measure_register import KnownMeasure, plain

_COUNTED = re.compile(r"-(\d+)$")


@dataclass(slots=True)
class Twins:
    """What tells them apart: their field of action, their description, else their order."""

    _said: dict[str, tuple[str, str]] = field(default_factory=dict)
    _taken: dict[tuple[str | None, str, int], str] = field(default_factory=dict)

    @classmethod
    def of(cls, stored: Iterable[Measure]) -> Twins:
        """Those that are stored."""
        return cls({each.id: (plain(each.field_of_action), plain(each.description)) for each in stored})

    def narrowed(self, draft: Draft, found: Sequence[KnownMeasure]) -> list[KnownMeasure]:
        """Of measures with one title that of the row; none for a twin that is new."""
        field_of_action, description = _said(draft)
        fitting = [each for each in found if self._said.get(each.id, ("", ""))[0] == field_of_action]
        if draft.twin is None:
            return fitting if len(fitting) == 1 else list(found)
        free = [each for each in fitting if each.id not in self._taken.values()]
        return sorted(free, key=lambda each: (self._said[each.id][1] != description, _order(each.id)))[:1]

    def take(self, draft: Draft, known: KnownMeasure) -> None:
        """Notes which measure a row is."""
        self._said.setdefault(known.id, _said(draft))
        self._taken[_place(draft)] = known.id

    def of_row(self, draft: Draft, found: Sequence[KnownMeasure]) -> list[KnownMeasure]:
        """Of measures with one title that in whose row, or below it, something else stands."""
        taken = self._taken.get(_place(draft))
        return [each for each in found if each.id == taken] if taken else list(found)


def _place(draft: Draft) -> tuple[str | None, str, int]:
    return draft.file, draft.sheet, draft.twin or draft.row


def _said(draft: Draft) -> tuple[str, str]:
    return plain(draft.values.get("field_of_action")), plain(draft.values.get("description"))


def _order(identity: str) -> tuple[int, int, str]:
    """The order in which ids of one title are given out: „rad“, „konzept-rad“, „rad-2“.

    >>> sorted(["rad-2", "konzept-rad", "rad-10", "rad"], key=_order)
    ['rad', 'konzept-rad', 'rad-2', 'rad-10']
    """
    counted = _COUNTED.search(identity)
    return int(counted[1]) if counted else 0, len(identity), identity
