"""Erasure: a text that must go for legal reasons is replaced in every state; its originals are dropped."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from monitoring.storage import uploads
from monitoring.storage.tables import CONTENT, answers, publications, revisions


def erase_text(connection: sa.Connection, municipality_id: int, text: str, replacement: str) -> int:
    """Replace a text wherever the municipality's rows contain it, in all revisions and publications.

    Originals from which an affected row came are dropped. Returns how many rows were changed.
    """
    sources: set[int] = set()
    changed = 0
    for table in CONTENT.values():
        for row in _rows(connection, table, municipality_id):
            values = _replaced(row, text, replacement)
            if values:
                connection.execute(sa.update(table).where(table.c.row == row["row"]).values(**values))
                sources |= {parts[0] for parts in row["origins"].values() if parts[0] is not None}
                changed += 1
    for table in (revisions, publications, answers):
        changed += _erase_words(connection, table, municipality_id, text, replacement)
    uploads.purge(connection, municipality_id, sources)
    return changed


def _rows(connection: sa.Connection, table: sa.Table, municipality_id: int) -> list[Mapping[Any, Any]]:
    query = sa.select(table).where(table.c.municipality_id == municipality_id)
    return list(connection.execute(query).mappings())


def _replaced(row: Mapping[Any, Any], text: str, replacement: str) -> dict[str, Any]:
    values: dict[str, Any] = {
        name: value.replace(text, replacement)
        for name, value in row.items()
        if type(value) is str and text in value
    }
    if any(text in (part or "") for parts in row["origins"].values() for part in parts[1:]):
        values["origins"] = {
            field: [part.replace(text, replacement) if isinstance(part, str) else part for part in parts]
            for field, parts in row["origins"].items()
        }
    return values


def _erase_words(
    connection: sa.Connection, table: sa.Table, municipality_id: int, text: str, replacement: str
) -> int:
    changed = 0
    key = list(table.primary_key.columns)
    for row in _rows(connection, table, municipality_id):
        values = {
            name: value.replace(text, replacement)
            for name, value in row.items()
            if type(value) is str and text in value
        }
        if values:
            own = sa.and_(*(column == row[column.name] for column in key))
            connection.execute(sa.update(table).where(own).values(**values))
            changed += 1
    return changed
