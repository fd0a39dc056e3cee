"""Confidential balance values: whether a municipality ever had one, and which were marked when."""

from __future__ import annotations

import sqlalchemy as sa

from monitoring.domain.balance import Area, Carrier, CellState, Sector
from monitoring.domain.confidentiality.tables import Cell
from monitoring.storage.tables import CONTENT


def has_any(connection: sa.Connection, municipality_id: int) -> bool:
    """Whether any value of any state was marked as confidential."""
    balance = CONTENT["balance"]
    marked = sa.and_(balance.c.municipality_id == municipality_id, balance.c.state == CellState.CONFIDENTIAL)
    return connection.execute(sa.select(balance.c.row).where(marked).limit(1)).first() is not None


def marked_since(connection: sa.Connection, municipality_id: int) -> dict[tuple[int, Cell], int]:
    """The revision that first marked each cell of each year, whether or not it is confidential still."""
    balance = CONTENT["balance"]
    place = [balance.c[name] for name in ("year", "area", "sector", "carrier")]
    marked = sa.and_(balance.c.municipality_id == municipality_id, balance.c.state == CellState.CONFIDENTIAL)
    rows = connection.execute(sa.select(*place, sa.func.min(balance.c.since)).where(marked).group_by(*place))
    return {
        (row.year, Cell(Area(row.area), Sector(row.sector), Carrier(row.carrier))): row[4] for row in rows
    }
