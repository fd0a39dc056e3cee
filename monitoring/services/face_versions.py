"""Versions of the public face: keeping what is set and what was before, and seeing who changed what."""

from __future__ import annotations

from datetime import datetime

from monitoring.domain.access import Act
from monitoring.domain.face_version import FaceVersion, told_of
from monitoring.domain.municipality import Municipality
from monitoring.domain.public_face import PublicFace
from monitoring.services.visit import Visit
from monitoring.storage import face_versions, public_faces
from monitoring.storage.database import Connection
from monitoring.storage.municipalities import Place


def versions_of_face(visit: Visit, slug: str) -> list[FaceVersion]:
    """Every version of the public face, the newest first, for those who may change it."""
    place = visit.place(slug, Act.PRESENT)
    with visit.database.reading() as connection:
        return face_versions.listed(connection, place.id)


def keep_before(connection: Connection, place: Place, face: PublicFace) -> None:
    """Keep what is set now, unless the newest version says just that.

    There is none yet, or the operator has set something since: nobody knows who and when.
    """
    told = told_of(face, place.municipality)
    newest = next(iter(face_versions.listed(connection, place.id, most=1)), None)
    if newest is None:
        at, by = public_faces.last_change(connection, place.id)
    elif newest.told == told:
        return
    else:
        at, by = None, None
    _add(connection, place.id, face, place.municipality, at=at, by=by)


def keep_after(
    connection: Connection,
    municipality_id: int,
    face: PublicFace,
    own: Municipality,
    *,
    at: datetime,
    by: str,
) -> None:
    """Keep what was set just now as a new version; saving the same again makes none."""
    newest = next(iter(face_versions.listed(connection, municipality_id, most=1)), None)
    if newest is None or newest.told != told_of(face, own):
        _add(connection, municipality_id, face, own, at=at, by=by)


def _add(
    connection: Connection,
    municipality_id: int,
    face: PublicFace,
    own: Municipality,
    *,
    at: datetime | None,
    by: str | None,
) -> None:
    content = None
    if face.logo and face_versions.logo_content(connection, municipality_id, face.logo.mark) is None:
        content = public_faces.logo_content(connection, municipality_id)
    face_versions.add(connection, municipality_id, told_of(face, own), content, at=at, by=by)
