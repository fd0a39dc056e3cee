"""Persons: what was decided about texts that look like one, before they are published."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from monitoring.domain.access import Act
from monitoring.domain.changes import Change, by_hand
from monitoring.domain.persons import NOT_A_PERSON, REMOVE, PersonLike, person_like, without
from monitoring.domain.stored import Known, Stored
from monitoring.services import state as states
from monitoring.services.editing import record_of
from monitoring.services.revising import current_sight, write
from monitoring.services.visit import Visit
from monitoring.storage import answers

__all__ = ["NOT_A_PERSON", "REMOVE", "settle_persons"]


def settle_persons(visit: Visit, slug: str, decisions: Mapping[str, str]) -> int:
    """Remember which texts are no person, remove those that are; returns the current revision.

    Args:
        decisions: key of the text → `NOT_A_PERSON` or `REMOVE`; anything else leaves the question open.

    Raises:
        Invalid: a text must be removed whose field cannot be empty.
    """
    if REMOVE in decisions.values():
        visit.require(Act.EDIT, slug)
    with visit.writing(slug, Act.PUBLISH) as (place, connection):
        harmless = {key: choice for key, choice in decisions.items() if choice == NOT_A_PERSON}
        answers.remember(connection, place.id, harmless, at=visit.now, by=visit.by)
        if REMOVE not in decisions.values():
            return place.revision
        current = states.known(connection, place.id, current_sight(place))
        changes = list(_removals(current, decisions))
        return write(connection, place, changes, at=visit.now, by=visit.by, act="edit")


def _removals(current: Stored, decisions: Mapping[str, str]) -> Iterable[Change]:
    for of_kind in current.values():
        for known in of_kind.values():
            own = [each for each in person_like([known.record], {}) if decisions.get(each.key) == REMOVE]
            if own:
                yield _without(known, own)


def _without(known: Known, persons: Iterable[PersonLike]) -> Change:
    by_field: dict[str, list[str]] = {}
    for each in persons:
        by_field.setdefault(each.field, []).append(each.text)
    values = {field: without(getattr(known.record, field), texts) for field, texts in by_field.items()}
    return by_hand(known, record_of(known.record.KIND, known.record.model_dump() | values))
