"""Answers to questions about files, remembered for each municipality."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

import sqlalchemy as sa

from monitoring.storage.tables import answers


def remembered(connection: sa.Connection, municipality_id: int) -> dict[str, str]:
    """All remembered answers, by the key of their question."""
    query = sa.select(answers.c.key, answers.c.value).where(answers.c.municipality_id == municipality_id)
    return {row[0]: row[1] for row in connection.execute(query)}


def remember(
    connection: sa.Connection, municipality_id: int, given: Mapping[str, str], *, at: datetime, by: str
) -> None:
    """Remember answers; a new answer to the same question replaces the old one."""
    for key, value in given.items():
        own = sa.and_(answers.c.municipality_id == municipality_id, answers.c.key == key)
        connection.execute(sa.delete(answers).where(own))
        values = {"municipality_id": municipality_id, "key": key, "value": value}
        connection.execute(sa.insert(answers).values(**values, answered_at=at, answered_by=by))
