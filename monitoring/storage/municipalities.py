"""Municipalities and the states they stand at."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

import sqlalchemy as sa

from monitoring.domain.access import States
from monitoring.domain.errors import NotFound
from monitoring.domain.municipality import Municipality, MunicipalityKind
from monitoring.storage import publications
from monitoring.storage.database import inserted_id
from monitoring.storage.tables import municipalities


@dataclass(frozen=True, slots=True)
class Place:
    """A stored municipality: its number in the database, the revisions it stands at, and how often its
    settings were changed.
    """

    id: int
    municipality: Municipality
    revision: int
    shared_revision: int | None
    shared_at: datetime | None
    settings_version: int = 0


class Named(NamedTuple):
    """A municipality in a list; its kind as it is stored."""

    id: int
    slug: str
    name: str
    kind: str
    ags: str | None
    is_sample: bool
    own_key: str | None = None


def add(connection: sa.Connection, municipality: Municipality) -> int:
    """Store a new municipality and return its number."""
    values = municipality.model_dump() | {"kind": municipality.kind.value, "revision": 0}
    result = connection.execute(sa.insert(municipalities).values(**values))
    return inserted_id(result)


def change(connection: sa.Connection, municipality: Municipality) -> None:
    """Store what is said about the municipality with this address."""
    values = municipality.model_dump() | {"kind": municipality.kind.value}
    connection.execute(
        sa.update(municipalities).where(municipalities.c.slug == municipality.slug).values(**values)
    )


def find(connection: sa.Connection, slug: str) -> Place | None:
    """The municipality with this address, if there is one."""
    row = (
        connection.execute(sa.select(municipalities).where(municipalities.c.slug == slug)).mappings().first()
    )
    return None if row is None else _place(row)


def existing(connection: sa.Connection, slug: str) -> Place:
    """The municipality with this address. Raises NotFound where there is none."""
    place = find(connection, slug)
    if place is None:
        raise NotFound()
    return place


def find_by_ags(connection: sa.Connection, ags: str) -> Place | None:
    """The municipality with this official key, if there is one."""
    query = sa.select(municipalities).where(
        municipalities.c.ags == ags, municipalities.c.is_sample.is_(False)
    )
    row = connection.execute(query.order_by(municipalities.c.id)).mappings().first()
    return None if row is None else _place(row)


def find_by_own_key(connection: sa.Connection, key: str, region: str) -> Place | None:
    """The municipality of a region with this key of its own kind; elsewhere it may be another place's."""
    query = sa.select(municipalities).where(
        municipalities.c.own_key == key, municipalities.c.region == region
    )
    row = connection.execute(query.order_by(municipalities.c.id)).mappings().first()
    return None if row is None else _place(row)


def listed(connection: sa.Connection) -> list[Place]:
    """All municipalities by name."""
    rows = connection.execute(sa.select(municipalities).order_by(municipalities.c.name)).mappings()
    return [_place(row) for row in rows]


def chosen(connection: sa.Connection, ids: Collection[int]) -> list[Place]:
    """The municipalities with these numbers, by name."""
    query = sa.select(municipalities).where(municipalities.c.id.in_(ids)).order_by(municipalities.c.name)
    return [_place(row) for row in connection.execute(query).mappings()]


def named(connection: sa.Connection) -> list[Named]:
    """All municipalities by name, with what finds one among ten thousand and nothing more."""
    columns = [municipalities.c[name] for name in Named._fields]
    rows = connection.execute(sa.select(*columns).order_by(municipalities.c.name))
    return [Named(*row) for row in rows]


def _place(row: Mapping[Any, Any]) -> Place:
    own = {name: row[name] for name in Municipality.model_fields}
    municipality = Municipality(**own | {"kind": MunicipalityKind(row["kind"])})
    stand = (row["revision"], row["shared_revision"], row["shared_at"], row["settings_version"])
    return Place(row["id"], municipality, *stand)


def states(connection: sa.Connection, place: Place, today: date) -> States:
    """The numbers that decide what a viewer sees."""
    out = [each for each in publications.listed(connection, place.id) if each.is_out(today)]
    # A correction of chosen items is no later state: the council keeps seeing the draft shared before it.
    newest = max((each for each in out if each.is_whole), key=lambda each: each.number, default=None)
    return States(
        revision=place.revision,
        shared_revision=place.shared_revision,
        publications=tuple(each.number for each in out),
        published_revision=newest.revision if newest else None,
    )


def share(connection: sa.Connection, municipality_id: int, revision: int, *, at: datetime, by: str) -> None:
    """Show a revision to the council."""
    values = {"shared_revision": revision, "shared_at": at, "shared_by": by}
    connection.execute(
        sa.update(municipalities).where(municipalities.c.id == municipality_id).values(**values)
    )


def count_change_of_settings(connection: sa.Connection, municipality_id: int) -> None:
    """Note that something was set which public pages are made of, apart from records and publications."""
    version = municipalities.c.settings_version
    connection.execute(
        sa.update(municipalities)
        .where(municipalities.c.id == municipality_id)
        .values(settings_version=version + 1)
    )
