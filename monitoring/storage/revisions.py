"""Revisions: every accepted change of a municipality, numbered, with when, who and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from monitoring.domain.changes import Change
from monitoring.domain.revision import Revision
from monitoring.domain.watch import Watch, unwatched
from monitoring.storage import content
from monitoring.storage.tables import municipalities, revisions


def current(connection: sa.Connection, municipality_id: int) -> int:
    """The number of the current revision; 0 where nothing was ever written."""
    query = sa.select(municipalities.c.revision).where(municipalities.c.id == municipality_id)
    return int(connection.execute(query).scalar_one())


def add(
    connection: sa.Connection,
    municipality_id: int,
    changes: Iterable[Change],
    *,
    at: datetime,
    by: str,
    act: str,
    note: str | None = None,
    undoes: int | None = None,
    watch: Watch = unwatched,
) -> int:
    """Write changes as the next revision and return its number. Call inside one writing transaction."""
    number = current(connection, municipality_id) + 1
    connection.execute(
        sa.insert(revisions).values(
            municipality_id=municipality_id,
            number=number,
            made_at=at,
            made_by=by,
            act=act,
            note=note,
            undoes=undoes,
        )
    )
    content.apply(connection, municipality_id, number, changes, watch)
    connection.execute(
        sa.update(municipalities).where(municipalities.c.id == municipality_id).values(revision=number)
    )
    return number


def find(connection: sa.Connection, municipality_id: int, number: int) -> Revision | None:
    """The revision with this number, if there is one."""
    own = sa.and_(revisions.c.municipality_id == municipality_id, revisions.c.number == number)
    row = connection.execute(sa.select(revisions).where(own)).mappings().first()
    return None if row is None else _revision(row)


def listed(connection: sa.Connection, municipality_id: int) -> list[Revision]:
    """All revisions, newest first."""
    query = sa.select(revisions).where(revisions.c.municipality_id == municipality_id)
    rows = connection.execute(query.order_by(revisions.c.number.desc())).mappings()
    return [_revision(row) for row in rows]


def _revision(row: Mapping[Any, Any]) -> Revision:
    return Revision(row["number"], row["made_at"], row["made_by"], row["act"], row["note"], row["undoes"])
