"""The history: who changed what, when and why, and the files it came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from monitoring.domain.access import Act
from monitoring.domain.changes import Change, between
from monitoring.domain.errors import NotFound
from monitoring.domain.kinds import KINDS
from monitoring.domain.publication import Publication
from monitoring.domain.revision import Revision
from monitoring.services.visit import Visit
from monitoring.storage import content, publications, revisions, uploads
from monitoring.storage.database import Connection
from monitoring.storage.uploads import Upload


@dataclass(frozen=True, slots=True)
class History:
    """Revisions, publications and uploads of a municipality, each newest first."""

    revisions: tuple[Revision, ...]
    publications: tuple[Publication, ...]
    uploads: tuple[Upload, ...]
    shared_revision: int | None
    changed_records: Mapping[int, int]
    """How many records each revision changed."""


def history(visit: Visit, slug: str) -> History:
    """Everything that ever happened to the records of a municipality."""
    place = visit.place(slug, Act.SEE_HISTORY)
    with visit.database.reading() as connection:
        return History(
            tuple(revisions.listed(connection, place.id)),
            tuple(publications.listed(connection, place.id)),
            tuple(uploads.listed(connection, place.id)),
            place.shared_revision,
            content.change_counts(connection, place.id),
        )


def changes_of(visit: Visit, slug: str, revision: int) -> list[Change]:
    """What a revision changed, with old and new values.

    Raises:
        NotFound: there is no such revision.
    """
    place = visit.place(slug, Act.SEE_HISTORY)
    if not 0 < revision <= place.revision:
        raise NotFound()
    with visit.database.reading() as connection:
        return _changes(connection, place.id, revision)


def _changes(connection: Connection, municipality_id: int, revision: int) -> list[Change]:
    return [
        between(kind, before, after)
        for kind in KINDS
        for before, after in content.changed_rows(connection, municipality_id, kind, revision)
    ]


def original(visit: Visit, slug: str, upload_id: int) -> Upload:
    """An uploaded file as it came.

    Raises:
        NotFound: there is none, or its content is gone.
    """
    place = visit.place(slug, Act.DOWNLOAD_ORIGINAL)
    with visit.database.reading() as connection:
        found = uploads.find(connection, place.id, upload_id)
    if found is None or found.content is None:
        raise NotFound()
    return found
