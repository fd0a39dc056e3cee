"""Answers to questions about files: remembered for each municipality, or kept with their files."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

import sqlalchemy as sa

from monitoring.storage.tables import answers, batch_answers, uploads


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


def of_batch(connection: sa.Connection, municipality_id: int, batch: str) -> dict[str, str]:
    """What was answered about files that were uploaded together, by the key of the question."""
    own = sa.and_(batch_answers.c.municipality_id == municipality_id, batch_answers.c.batch == batch)
    query = sa.select(batch_answers.c.key, batch_answers.c.value).where(own)
    return {row[0]: row[1] for row in connection.execute(query)}


def keep_for_batch(
    connection: sa.Connection, municipality_id: int, batch: str, given: Mapping[str, str]
) -> None:
    """Keep answers with the files they are about; a new answer to the same question replaces the old one."""
    for key, value in given.items():
        place = {"municipality_id": municipality_id, "batch": batch, "key": key}
        own = sa.and_(*(column == place[column.name] for column in batch_answers.primary_key.columns))
        connection.execute(sa.delete(batch_answers).where(own))
        connection.execute(sa.insert(batch_answers).values(**place, value=value))


def forget_batch(connection: sa.Connection, municipality_id: int, batch: str) -> None:
    """Forget what was answered about files that were discarded."""
    own = sa.and_(batch_answers.c.municipality_id == municipality_id, batch_answers.c.batch == batch)
    connection.execute(sa.delete(batch_answers).where(own))


def forget_purged(connection: sa.Connection) -> None:
    """Forget what was answered about files of which nothing is kept any more."""
    kept = sa.select(uploads.c.batch).where(uploads.c.content.is_not(None))
    connection.execute(sa.delete(batch_answers).where(batch_answers.c.batch.not_in(kept)))
