"""The overview of a municipality for a viewer: the one question every page asks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from monitoring.domain.access import Life, Sight, sight
from monitoring.domain.errors import NotFound
from monitoring.domain.municipality import Municipality
from monitoring.domain.overview import Overview
from monitoring.domain.record import Item
from monitoring.domain.story import Story
from monitoring.domain.value_origin import Edit, SourceFile
from monitoring.services.past import past
from monitoring.services.state import State, state
from monitoring.services.visit import Visit
from monitoring.services.withholding import withheld_of
from monitoring.storage import (
    acceptances,
    edits,
    municipalities,
    open_data,
    pictures,
    public_faces,
    revisions,
    uploads,
)
from monitoring.storage.database import Connection


def overview(
    visit: Visit, slug: str, publication: int | None = None, revision: int | None = None
) -> Overview:
    """Everything the pages of a municipality show, as of what the viewer may see.

    Args:
        publication: exactly this publication, as the public saw it.
        revision: an earlier revision, for those who may see the history.

    Raises:
        NotFound: no such municipality, or nothing of it that this viewer may see.
    """
    seen = state(visit, slug, publication, revision)
    told = (seen.place.municipality, seen.stand, seen.records, visit.today, seen.known)
    with visit.database.reading() as connection:
        settings = public_faces.find(connection, seen.place.id), open_data.newest(connection, seen.place.id)
        shown = pictures.listed(connection, seen.place.id) if seen.known.get(Story.KIND) else {}
        if not seen.stand.shows_internal:
            number = seen.stand.publication.number if seen.stand.publication else None
            hidden = withheld_of(visit.database, connection, seen.place, visit.today)
            before = past(connection, seen.place.id, number, visit.today, hidden)
            return Overview(*told, {}, (), *settings, before, shown)
        files = _files(connection, seen.place.id)
        accepted = tuple(acceptances.listed(connection, seen.place.id).values())
        by_hand = _edits(connection, seen)
    return Overview(*told, files, accepted, *settings, pictures=shown, edits=by_hand)


def _edits(connection: Connection, seen: State) -> dict[Item, dict[str, Edit]]:
    """Who entered which values by hand, and when; found only by those who see who did what."""
    sight = Sight(Life.OFFICE, seen.stand.revision, shows_internal=True)
    found = edits.edits(connection, seen.place.id, sight)
    if not found:
        return {}
    listed = revisions.listed(connection, seen.place.id)
    made = {each.number: Edit(each.made_by, each.made_at) for each in listed}
    return {item: {name: made[number] for name, number in fields.items()} for item, fields in found.items()}


def _files(connection: Connection, municipality_id: int) -> dict[int, SourceFile]:
    """The files that can be downloaded; a name that was erased is left out."""
    listed = uploads.listed(connection, municipality_id)
    return {
        each.id: SourceFile(each.id, each.file_name, each.uploaded_by, each.uploaded_at)
        for each in listed
        if each.file_name
    }


@dataclass(frozen=True, slots=True)
class PublicState:
    """The municipality itself, its publications, its revision (erasing changes old states; what it marks as
    confidential is withheld at once), the one shared with the council, the version of its settings, the day.
    """

    municipality: str
    publications: tuple[int, ...]
    revision: int
    shared_revision: int | None
    settings_version: int
    day: date


def municipality(visit: Visit, slug: str) -> Municipality:
    """The municipality itself, for those who see something of it or work for it.

    Raises:
        NotFound: there is none, or the viewer must not know.
    """
    with visit.database.reading() as connection:
        place = municipalities.find(connection, slug)
        is_out = place and municipalities.states(connection, place, visit.today).publications
    is_own = any(each.municipality == slug for each in visit.viewer.memberships)
    if place is None or not (is_out or is_own):
        raise NotFound()
    return place.municipality


def sees_anything(visit: Visit, slug: str) -> bool:
    """Whether there is any state of a municipality that the viewer may see."""
    with visit.database.reading() as connection:
        place = municipalities.find(connection, slug)
        if place is None:
            return False
        states = municipalities.states(connection, place, visit.today)
    try:
        sight(visit.viewer, slug, states, visit.today)
    except NotFound:
        return False
    return True


def newest_publication(visit: Visit, slug: str) -> int:
    """The number of the publication that everybody sees on that day.

    Raises:
        NotFound: no such municipality, or nothing of it is published.
    """
    return max(public_state(visit, slug).publications)


def public_state(visit: Visit, slug: str) -> PublicState:
    """All that decides what the public sees of a municipality: while it is equal, so are the public pages.

    Raises:
        NotFound: no such municipality, or nothing of it is published.
    """
    with visit.database.reading() as connection:
        place = municipalities.existing(connection, slug)
        publications = municipalities.states(connection, place, visit.today).publications
    if not publications:
        raise NotFound()
    told = place.municipality.model_dump_json()
    numbers = (place.revision, place.shared_revision, place.settings_version)
    return PublicState(told, publications, *numbers, visit.today)
