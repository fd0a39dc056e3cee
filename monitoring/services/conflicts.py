"""Conflicts: who takes over second sees what changed meanwhile and decides for each record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from monitoring.domain.access import Act, Life, Sight
from monitoring.domain.changes import effective
from monitoring.domain.conflict import Conflicting, conflicts
from monitoring.domain.record import Item
from monitoring.services import state as states
from monitoring.services.checking import Check
from monitoring.services.revising import refuse_conflict
from monitoring.services.visit import Visit
from monitoring.storage import content
from monitoring.storage.database import Connection
from monitoring.storage.municipalities import Place

__all__ = ["Conflicting", "Decisions", "Item", "conflicting", "settled"]


@dataclass(frozen=True, slots=True)
class Decisions:
    """What somebody decided about conflicts, and the revision whose records they had before them.

    Of a conflict they were not shown, what is stored stays.
    """

    at: int
    is_mine: Callable[[Item], bool]


def conflicting(visit: Visit, slug: str, found: Check, since: int) -> list[Conflicting]:
    """What taking over a check would overwrite of what others changed after revision `since`."""
    place = visit.place(slug, Act.IMPORT)
    with visit.database.reading() as connection:
        return _conflicts(connection, place, found, since)


def settled(
    connection: Connection, place: Place, found: Check, based_on: int | None, decisions: Decisions | None
) -> Check:
    """The check without the changes that give way to what others did meanwhile.

    Raises:
        Conflict: others changed the same records after what the user has seen.
    """
    seen = decisions.at if decisions else based_on

    @cache
    def touched() -> set[Item]:
        return {each.item for each in effective(found.changes)}

    refuse_conflict(connection, place, seen, lambda item: item in touched())
    if decisions is None or based_on is None:
        return found
    undecided = _conflicts(connection, place, found, based_on)
    kept = {each.item for each in undecided if not decisions.is_mine(each.item)}
    changes = tuple(each for each in found.changes if each.item not in kept)
    return replace(found, changes=changes)


def _conflicts(connection: Connection, place: Place, found: Check, since: int) -> list[Conflicting]:
    if since >= place.revision:
        return []
    changed = content.keys_changed_since(connection, place.id, since)
    sight = Sight(Life.OFFICE, since, shows_internal=True)
    kinds = {each.kind for each in effective(found.changes)}
    seen = {kind: states.known_of(connection, place.id, kind, sight) for kind in kinds}
    return conflicts(found.changes, changed, seen)
