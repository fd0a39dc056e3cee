"""The text in „Leichte Sprache“: keeping one that was checked, and removing it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from monitoring.domain.access import Act
from monitoring.domain.changes import Change, by_hand
from monitoring.domain.easy_text import EasyText
from monitoring.domain.errors import Invalid, NotFound
from monitoring.domain.record import Record
from monitoring.domain.stored import Known
from monitoring.services.editing import record_of
from monitoring.services.revising import current_sight, write
from monitoring.services.state import known_of
from monitoring.services.visit import Visit
from monitoring.storage.database import Connection
from monitoring.storage.municipalities import Place


def keep_easy_text(visit: Visit, slug: str, values: Mapping[str, Any], *, is_confirmed: bool) -> int:
    """Store the text in the place of the one there was; returns the revision.

    Args:
        is_confirmed: the manager confirms that people with learning difficulties have checked it.

    Raises:
        Invalid: it was not confirmed, the check lies in the future, or a field is missing.
    """
    visit.require(Act.EDIT, slug)
    if not is_confirmed:
        raise Invalid("invalid_fields", kind=EasyText.KIND, fields={"confirmed": "not_checked"})
    text = record_of(EasyText.KIND, values)
    if isinstance(text, EasyText) and text.checked_on > visit.today:
        raise Invalid("invalid_fields", kind=EasyText.KIND, fields={"checked_on": "checked_in_future"})
    with visit.writing(slug, Act.EDIT) as (place, connection):
        known = _known(connection, place)
        return write(connection, place, _changes(known, text), at=visit.now, by=visit.by, act="edit")


def _changes(known: list[Known], text: Record) -> list[Change]:
    """The one text there shall be: the same one changed, or others removed and a new one."""
    same = next((each for each in known if each.record.key == text.key), None)
    others = [Change(EasyText.KIND, each.record, None) for each in known if each is not same]
    return [*others, by_hand(same, text)]


def remove_easy_text(visit: Visit, slug: str) -> int:
    """Remove the text; returns the revision. Raises NotFound where there is none."""
    with visit.writing(slug, Act.EDIT) as (place, connection):
        gone = [Change(EasyText.KIND, each.record, None) for each in _known(connection, place)]
        if not gone:
            raise NotFound()
        return write(connection, place, gone, at=visit.now, by=visit.by, act="edit")


def _known(connection: Connection, place: Place) -> list[Known]:
    return [*known_of(connection, place.id, EasyText.KIND, current_sight(place)).values()]
