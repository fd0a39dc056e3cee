"""Confidential balance values: whether a municipality ever had one."""

from __future__ import annotations

import sqlalchemy as sa

from monitoring.domain.balance import CellState
from monitoring.storage.tables import CONTENT


def has_any(connection: sa.Connection, municipality_id: int) -> bool:
    """Whether any value of any state was marked as confidential."""
    balance = CONTENT["balance"]
    marked = sa.and_(balance.c.municipality_id == municipality_id, balance.c.state == CellState.CONFIDENTIAL)
    return connection.execute(sa.select(balance.c.row).where(marked).limit(1)).first() is not None
