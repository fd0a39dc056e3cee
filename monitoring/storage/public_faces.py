"""How each municipality appears in public, and its logo, which is read by itself."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa

from monitoring.domain.public_face import Logo, PublicFace
from monitoring.storage.tables import public_faces

_SIMPLE = ("email", "accent", "accent_dark", "land", "facts", "texts", "logo_text")


def find(connection: sa.Connection, municipality_id: int) -> PublicFace:
    """What a municipality has set; all of it empty where it has set nothing."""
    columns = [public_faces.c[name] for name in (*_SIMPLE, "embedding_sites", "logo")]
    query = sa.select(*columns).where(public_faces.c.municipality_id == municipality_id)
    row = connection.execute(query).mappings().first()
    if row is None:
        return PublicFace()
    logo = None if row["logo"] is None else Logo(**row["logo"])
    return PublicFace(
        **{name: row[name] for name in _SIMPLE}, embedding_sites=tuple(row["embedding_sites"]), logo=logo
    )


def keep(connection: sa.Connection, municipality_id: int, face: PublicFace, *, at: datetime, by: str) -> None:
    """Store what a municipality has set, in the place of what was set before; a logo left out is dropped."""
    values = {name: getattr(face, name) for name in _SIMPLE} | {"changed_at": at, "changed_by": by}
    values |= {
        "embedding_sites": list(face.embedding_sites),
        "logo": None if face.logo is None else face.logo.model_dump(),
    }
    if face.logo is None:
        values["content"] = None
    own = public_faces.c.municipality_id == municipality_id
    if not connection.execute(sa.update(public_faces).where(own).values(**values)).rowcount:
        connection.execute(sa.insert(public_faces).values(municipality_id=municipality_id, **values))


def last_change(connection: sa.Connection, municipality_id: int) -> tuple[datetime | None, str | None]:
    """When and by whom it was set last; nothing of both where nobody has set anything."""
    columns = (public_faces.c.changed_at, public_faces.c.changed_by)
    row = connection.execute(
        sa.select(*columns).where(public_faces.c.municipality_id == municipality_id)
    ).first()
    return (None, None) if row is None else (row.changed_at, row.changed_by)


def keep_logo(connection: sa.Connection, municipality_id: int, content: bytes) -> None:
    """Store the content of the logo that the face of the municipality tells of."""
    own = public_faces.c.municipality_id == municipality_id
    connection.execute(sa.update(public_faces).where(own).values(content=content))


def logo_content(connection: sa.Connection, municipality_id: int) -> bytes | None:
    """The content of the logo; None where there is none."""
    query = sa.select(public_faces.c.content).where(public_faces.c.municipality_id == municipality_id)
    found: bytes | None = connection.execute(query).scalar_one_or_none()
    return found
