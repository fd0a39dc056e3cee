"""Decisions on open data: each is added, none is ever changed; the newest one holds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from monitoring.domain.open_data import Licence, OpenData
from monitoring.storage.tables import open_data

_FIELDS = tuple(OpenData.model_fields)


def listed(connection: sa.Connection, municipality_id: int) -> list[OpenData]:
    """Every decision of a municipality, newest first."""
    query = sa.select(open_data).where(open_data.c.municipality_id == municipality_id)
    return [
        _decision(row) for row in connection.execute(query.order_by(open_data.c.number.desc())).mappings()
    ]


def newest(connection: sa.Connection, municipality_id: int) -> OpenData:
    """The decision that holds; the one that nothing is open where there was none."""
    return next(iter(listed(connection, municipality_id)), OpenData())


def newest_of_all(connection: sa.Connection) -> dict[int, OpenData]:
    """The decision that holds in each municipality that made one, by the municipality's number."""
    query = sa.select(open_data).order_by(open_data.c.number)
    return {row["municipality_id"]: _decision(row) for row in connection.execute(query).mappings()}


def add(connection: sa.Connection, municipality_id: int, decision: OpenData) -> None:
    """Store a decision under its number."""
    values = decision.model_dump() | {"kinds": list(decision.kinds), "licence": decision.licence.value}
    connection.execute(sa.insert(open_data).values(municipality_id=municipality_id, **values))


def _decision(row: Mapping[Any, Any]) -> OpenData:
    own = {name: row[name] for name in _FIELDS}
    return OpenData(**own | {"kinds": tuple(row["kinds"]), "licence": Licence(row["licence"])})
