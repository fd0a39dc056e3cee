"""Withholding: what nobody outside the office is told of a balance, in whichever state it is looked at."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from weakref import WeakKeyDictionary

from monitoring.domain.access import Life, Sight
from monitoring.domain.balance import EmissionEntry
from monitoring.domain.confidentiality.blanking import blanked, is_left_out
from monitoring.domain.confidentiality.withholding import Withheld, withheld
from monitoring.domain.indicator import Indicator, IndicatorValue
from monitoring.domain.inhabitants import Inhabitants
from monitoring.domain.record import Key, Record
from monitoring.domain.stored import Known
from monitoring.domain.target import TargetNode
from monitoring.storage import confidential, content, publications
from monitoring.storage.database import Connection, Database
from monitoring.storage.municipalities import Place

_MOST_KEPT = 500
_TOLD_IN = (EmissionEntry.KIND, TargetNode.KIND, Indicator.KIND, IndicatorValue.KIND)
"""The kinds of records that tell a value of a balance."""
_KINDS = (*_TOLD_IN, Inhabitants.KIND)
_kept: WeakKeyDictionary[Database, dict[tuple[Any, ...], Withheld]] = WeakKeyDictionary()
"""States never change, so what is withheld of them is worked out once; by database, place and states."""


def withheld_of(database: Database, connection: Connection, place: Place, today: date) -> Withheld:
    """The cells of a municipality that are withheld on that day, by year; the same in all of its states."""
    if not confidential.has_any(connection, place.id):
        return Withheld()
    listed = reversed(publications.listed(connection, place.id))
    seen = tuple((each.number, each.is_out(today)) for each in listed if each.was_out(today))
    office = tuple(sorted({place.shared_revision or 0, place.revision}))
    kept = _kept.setdefault(database, {})
    key = (place.id, seen, office)
    if key not in kept:
        if len(kept) >= _MOST_KEPT:
            kept.clear()
        published = [_records(connection, place, Sight(Life.PUBLIC, number)) for number, _ in seen]
        withdrawn = [position for position, (_, is_out) in enumerate(seen) if not is_out]
        others = [_records(connection, place, Sight(Life.OFFICE, number)) for number in office]
        since = confidential.marked_since(connection, place.id)
        kept[key] = withheld(published, others, withdrawn, since)
    return kept[key]


def _records(connection: Connection, place: Place, sight: Sight) -> list[Record]:
    return [each.record for kind in _KINDS for each in content.records(connection, place.id, kind, sight)]


def told(known: Mapping[str, Mapping[Key, Known]], hidden: Withheld) -> dict[str, Mapping[Key, Known]]:
    """What is known, without what is withheld and without where that came from."""
    if not hidden:
        return dict(known)
    changed = {
        kind: {
            key: _told(each, hidden)
            for key, each in known[kind].items()
            if not is_left_out(each.record, hidden)
        }
        for kind in _TOLD_IN
    }
    return dict(known) | changed


def _told(known: Known, hidden: Withheld) -> Known:
    record = blanked(known.record, hidden)
    if record is known.record:
        return known
    left = {name: each for name, each in known.provenance.items() if getattr(record, name) is not None}
    return Known(record, left)
