"""Versions of the public face: only ever added to, with each logo at the version that brought it."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa

from monitoring.domain.face_version import FaceVersion, Told
from monitoring.storage.tables import face_versions

_KNOWN = ("number", "told", "changed_at", "changed_by")


def listed(connection: sa.Connection, municipality_id: int, most: int | None = None) -> list[FaceVersion]:
    """The versions, the newest first; their logos are fetched one by one."""
    columns = [face_versions.c[name] for name in _KNOWN]
    own = face_versions.c.municipality_id == municipality_id
    query = sa.select(*columns).where(own).order_by(face_versions.c.number.desc()).limit(most)
    return [FaceVersion(*row) for row in connection.execute(query)]


def add(
    connection: sa.Connection,
    municipality_id: int,
    told: Told,
    logo: bytes | None,
    *,
    at: datetime | None,
    by: str | None,
) -> None:
    """Add a version after those there are. `logo` is the content of a logo that no version before had."""
    own = face_versions.c.municipality_id == municipality_id
    newest = connection.execute(sa.select(sa.func.max(face_versions.c.number)).where(own)).scalar_one()
    values = {"told": dict(told), "content": logo, "changed_at": at, "changed_by": by}
    connection.execute(
        sa.insert(face_versions).values(municipality_id=municipality_id, number=(newest or 0) + 1, **values)
    )


def logo_content(connection: sa.Connection, municipality_id: int, mark: str) -> bytes | None:
    """The content of a logo of any version, by its mark; None where it was erased."""
    query = sa.select(face_versions.c.told, face_versions.c.content).where(
        face_versions.c.municipality_id == municipality_id, face_versions.c.content.is_not(None)
    )
    rows = connection.execute(query)
    return next((row.content for row in rows if (row.told.get("logo") or {}).get("mark") == mark), None)
