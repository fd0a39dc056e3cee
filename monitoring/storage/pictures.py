"""Pictures of stories: kept by the mark of their content, as long as any state may show them."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa

from monitoring.domain.story import StoredPicture
from monitoring.storage.tables import CONTENT, pictures


def keep(
    connection: sa.Connection,
    municipality_id: int,
    mark: str,
    known: StoredPicture,
    content: bytes,
    *,
    at: datetime,
    by: str,
) -> None:
    """Store a picture; one with the same mark is the same picture."""
    values = {"content": content, "added_at": at, "added_by": by, "removed_at": None}
    own = sa.and_(pictures.c.municipality_id == municipality_id, pictures.c.mark == mark)
    if connection.execute(sa.update(pictures).where(own).values(**values)).rowcount:
        return
    size = {"media_type": known.media_type, "width": known.width, "height": known.height}
    connection.execute(
        sa.insert(pictures).values(municipality_id=municipality_id, mark=mark, **size, **values)
    )


def listed(connection: sa.Connection, municipality_id: int) -> dict[str, StoredPicture]:
    """What is known of every picture, by its mark; their contents are fetched one by one."""
    names = ("mark", "media_type", "width", "height", "removed_at")
    columns = [pictures.c[name] for name in names]
    rows = connection.execute(sa.select(*columns).where(pictures.c.municipality_id == municipality_id))
    return {row.mark: StoredPicture(row.media_type, row.width, row.height, row.removed_at) for row in rows}


def content(connection: sa.Connection, municipality_id: int, mark: str) -> tuple[str, bytes] | None:
    """Media type and content of a picture; None where there is none or it was removed."""
    own = sa.and_(pictures.c.municipality_id == municipality_id, pictures.c.mark == mark)
    row = connection.execute(sa.select(pictures.c.media_type, pictures.c.content).where(own)).first()
    return None if row is None or row.content is None else (row.media_type, row.content)


def remove(connection: sa.Connection, municipality_id: int, mark: str, *, at: datetime) -> bool:
    """Drop the content of a picture in all states; whether there was any."""
    own = sa.and_(
        pictures.c.municipality_id == municipality_id,
        pictures.c.mark == mark,
        pictures.c.content.is_not(None),
    )
    done = connection.execute(sa.update(pictures).where(own).values(content=None, removed_at=at))
    return bool(done.rowcount)


def shown_from(connection: sa.Connection, municipality_id: int, mark: str) -> list[tuple[int, int | None]]:
    """From which publication until which the public could see stories with a picture."""
    table = CONTENT["stories"]
    query = sa.select(table.c.published_since, table.c.published_until).where(
        table.c.municipality_id == municipality_id,
        table.c.picture == mark,
        table.c.published_since.is_not(None),
    )
    return [(row[0], row[1]) for row in connection.execute(query)]
