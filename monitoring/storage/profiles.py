"""Profiles of a municipality, and those that its region and its neighbours share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

import sqlalchemy as sa

from monitoring.domain.profile import Profile, SheetLayout
from monitoring.storage.tables import municipalities, profiles


def listed(connection: sa.Connection, municipality_id: int) -> list[Profile]:
    """The profiles of a municipality, those used last first."""
    return _found(connection, profiles.c.municipality_id == municipality_id)


def shared_in_region(connection: sa.Connection, region: str, but: int) -> list[Profile]:
    """What a region and its municipalities share, without those of one municipality; used last first."""
    is_near = sa.or_(municipalities.c.region == region, municipalities.c.slug == region)
    return _found(connection, is_near, profiles.c.shared_at.is_not(None), profiles.c.municipality_id != but)


def _found(connection: sa.Connection, *conditions: sa.ColumnElement[bool]) -> list[Profile]:
    query = (
        sa.select(profiles, municipalities.c.name.label("owner"))
        .join(municipalities, municipalities.c.id == profiles.c.municipality_id)
        .where(*conditions)
        .order_by(profiles.c.used_at.desc(), profiles.c.id.desc())
    )
    return [_profile(row) for row in connection.execute(query).mappings()]


def _profile(row: Mapping[Any, Any]) -> Profile:
    sheets = tuple(SheetLayout(**each | {"labels": tuple(each["labels"])}) for each in row["sheets"])
    own = {
        name: row[name] for name in ("id", "name", "answers", "made_at", "made_by", "used_at", "shared_at")
    }
    return Profile(**own, sheets=sheets, owner=row["owner"])


def keep(connection: sa.Connection, municipality_id: int, profile: Profile) -> None:
    """Store a profile, in the place of the one with its number."""
    values = {
        "name": profile.name,
        "sheets": [asdict(each) | {"meanings": dict(each.meanings)} for each in profile.sheets],
        "answers": dict(profile.answers),
        "made_at": profile.made_at,
        "made_by": profile.made_by,
        "used_at": profile.used_at,
        "shared_at": profile.shared_at,
    }
    own = sa.and_(profiles.c.municipality_id == municipality_id, profiles.c.id == profile.id)
    if not connection.execute(sa.update(profiles).where(own).values(**values)).rowcount:
        connection.execute(sa.insert(profiles).values(municipality_id=municipality_id, **values))


def forget(connection: sa.Connection, municipality_id: int, profile: Profile) -> None:
    """Delete a profile with its answers."""
    own = sa.and_(profiles.c.municipality_id == municipality_id, profiles.c.id == profile.id)
    connection.execute(sa.delete(profiles).where(own))
