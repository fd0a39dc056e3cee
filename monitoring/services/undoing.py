"""Undoing: a revision is reversed by a new one, after it was said what becomes of what changed since."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from monitoring.domain.access import Act, Life, Sight
from monitoring.domain.errors import Conflict, Invalid, NotFound
from monitoring.domain.kinds import KINDS
from monitoring.domain.record import Item
from monitoring.domain.stored import Stored
from monitoring.domain.undoing import ChangedSince, Done, changed_since, current, reversal
from monitoring.services import state as states
from monitoring.services.visit import Visit
from monitoring.storage import content, revisions
from monitoring.storage.database import Connection
from monitoring.storage.municipalities import Place

__all__ = ["ChangedSince", "Item", "Undoing", "undo", "undoing"]


@dataclass(frozen=True, slots=True)
class Undoing:
    """What undoing a revision would mean today."""

    done: tuple[Done, ...]
    now: Stored
    undecided: tuple[ChangedSince, ...]
    """What was changed since, for decision."""
    based_on: int

    @property
    def untouched(self) -> int:
        """How many records are undone without a question."""
        kept = {each.done.item for each in self.undecided}
        return sum(
            each.item not in kept and current(each.item, self.now) != each.before for each in self.done
        )


def undoing(visit: Visit, slug: str, revision: int) -> Undoing:
    """What undoing a revision would mean today.

    Raises:
        NotFound: there is no such revision.
    """
    place = visit.place(slug, Act.UNDO)
    with visit.database.reading() as connection:
        return _undoing(connection, place, revision)


def _undoing(connection: Connection, place: Place, revision: int) -> Undoing:
    if not 0 < revision <= place.revision:
        raise NotFound()
    done = tuple(_done(connection, place.id, revision))
    now = states.known(connection, place.id, Sight(Life.OFFICE, place.revision, shows_internal=True))
    since = frozenset(content.keys_changed_since(connection, place.id, revision))
    return Undoing(done, now, tuple(changed_since(done, now, since)), place.revision)


def _done(connection: Connection, municipality_id: int, revision: int) -> list[Done]:
    return [
        Done(
            kind,
            before.record if before else None,
            after.record if after else None,
            before.provenance if before else {},
        )
        for kind in KINDS
        for before, after in content.changed_rows(connection, municipality_id, kind, revision)
    ]


def undo(
    visit: Visit,
    slug: str,
    revision: int,
    note: str | None = None,
    restore: Collection[Item] | None = None,
    based_on: int | None = None,
) -> int:
    """Reverse a revision by a new one; returns the number of the new one.

    Args:
        restore: of the records changed since, those that become again what they were before the revision;
            the others stay as they are. None where nobody decided yet.
        based_on: the revision at which it was decided.

    Raises:
        NotFound: there is no such revision.
        Conflict: records it changed were changed again since and nobody decided on them; they are named and
            nothing is done.
        Invalid: it changed nothing, all is as it was before, or a measure is missing for what to restore.
    """
    with visit.writing(slug, Act.UNDO) as (place, connection):
        found = _undoing(connection, place, revision)
        if not found.done:
            raise Invalid("nothing_to_undo")
        undecided = _without_decision(connection, place, found, restore, based_on)
        if undecided:
            raise Conflict("changed_since", items=undecided)
        changes = reversal(found.done, found.now, found.undecided, restore or ())
        return revisions.add(
            connection, place.id, changes, at=visit.now, by=visit.by, act="undo", note=note, undoes=revision
        )


def _without_decision(
    connection: Connection,
    place: Place,
    found: Undoing,
    restore: Collection[Item] | None,
    based_on: int | None,
) -> list[Item]:
    """What was changed since and not decided on: everything, or what changed while it was decided."""
    touched = [item for each in found.undecided for item in (each.done.item, *each.later)]
    if restore is None:
        return touched
    if based_on is None or based_on == place.revision:
        return []
    meanwhile = content.keys_changed_since(connection, place.id, based_on)
    return [item for item in touched if item in meanwhile]
