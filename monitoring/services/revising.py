"""Revising: what every act that writes records shares, from the current state to the new revision."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from monitoring.domain.access import Life, Sight
from monitoring.domain.changes import Change, effective
from monitoring.domain.errors import Conflict
from monitoring.domain.record import Item
from monitoring.domain.watch import Watch, unwatched
from monitoring.storage import content, revisions
from monitoring.storage.database import Connection
from monitoring.storage.municipalities import Place


def current_sight(place: Place) -> Sight:
    """The current state with its internal fields: what changes are held against, once the right was asked."""
    return Sight(Life.OFFICE, place.revision, shows_internal=True)


def refuse_conflict(
    connection: Connection, place: Place, based_on: int | None, concerns: Callable[[Item], bool]
) -> None:
    """Refuse where someone changed items of concern after revision `based_on`; None has seen everything.

    Raises:
        Conflict: `details["items"]` names them.
    """
    if based_on is None or based_on == place.revision:
        return
    changed = content.keys_changed_since(connection, place.id, based_on)
    items = sorted(item for item in changed if concerns(item))
    if items:
        raise Conflict(items=items)


def write(
    connection: Connection,
    place: Place,
    changes: Iterable[Change],
    *,
    at: datetime,
    by: str,
    act: str,
    note: str | None = None,
    watch: Watch = unwatched,
) -> int:
    """Write what differs as one revision and return its number; the current one where nothing does."""
    differing = effective(changes)
    if not differing:
        return place.revision
    return revisions.add(connection, place.id, differing, at=at, by=by, act=act, note=note, watch=watch)
