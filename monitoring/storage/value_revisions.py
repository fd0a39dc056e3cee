"""The revisions that values came with: which one last changed a field of a record, or removed the record."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from monitoring.domain.kinds import KINDS
from monitoring.domain.record import Key
from monitoring.storage.tables import CONTENT

AT_ONCE = 200
"""Keys in one query."""
Row = Mapping[Any, Any]


def brought(
    connection: sa.Connection, municipality_id: int, kind: str, fields: Mapping[Key, Collection[str]]
) -> dict[tuple[Key, str], int]:
    """Of the named fields of records, key and field → number of the revision that brought the present value.

    The field "" stands for the record itself: the revision that began it, or removed it.
    """
    found = {}
    for key, rows in _rows_by_key(connection, municipality_id, kind, list(fields)):
        for field in fields[key]:
            found[key, field] = _revision_of(rows, field)
    return found


def _rows_by_key(
    connection: sa.Connection, municipality_id: int, kind: str, keys: Sequence[Key]
) -> Iterator[tuple[Key, Sequence[Row]]]:
    """The rows of each key, the newest first."""
    table = CONTENT[kind]
    columns = [table.c[name] for name in KINDS[kind].KEY]
    for first in range(0, len(keys), AT_ONCE):
        named = sa.tuple_(*columns).in_(keys[first : first + AT_ONCE])
        query = sa.select(table).where(table.c.municipality_id == municipality_id, named)
        rows = connection.execute(query.order_by(table.c.since.desc())).mappings()
        yield from _grouped(kind, rows)


def _grouped(kind: str, rows: Iterable[Row]) -> Iterator[tuple[Key, Sequence[Row]]]:
    found: dict[Key, list[Row]] = {}
    for row in rows:
        found.setdefault(tuple(row[name] for name in KINDS[kind].KEY), []).append(row)
    yield from found.items()


def _revision_of(rows: Sequence[Row], field: str) -> int:
    newest = rows[0]
    if newest["until"] is not None:
        return int(newest["until"])
    oldest = newest
    for row in rows[1:]:
        if row["until"] != oldest["since"] or (field and row[field] != newest[field]):
            break
        oldest = row
    return int(oldest["since"])
