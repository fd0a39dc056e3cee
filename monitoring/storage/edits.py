"""Edits: which fields of records were entered by hand, and in which revision."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from monitoring.domain.access import Sight
from monitoring.domain.kinds import KINDS
from monitoring.domain.provenance import EDITED
from monitoring.domain.record import Item, Key
from monitoring.storage.content import visible
from monitoring.storage.origins import StoredProvenance
from monitoring.storage.tables import CONTENT

AT_ONCE = 200
"""Keys in one query."""
_AS_STORED = f"%[{', '.join(['null'] * len(EDITED.parts))}]%"
"""How the origin of a value entered by hand looks in the text of all origins of a row."""
Row = Mapping[Any, Any]


def edits(connection: sa.Connection, municipality_id: int, sight: Sight) -> dict[Item, dict[str, int]]:
    """Of each record with values entered by hand, field → number of the revision that brought the value."""
    return {
        (kind, key): found
        for kind in KINDS
        for key, rows in _rows(connection, municipality_id, kind, sight)
        if (found := dict(_of_record(rows)))
    }


def _rows(
    connection: sa.Connection, municipality_id: int, kind: str, sight: Sight
) -> Iterator[tuple[Key, Sequence[Row]]]:
    """Each record with such a value as of a sight, with its rows up to then, the newest first."""
    table = CONTENT[kind]
    columns = [table.c[name] for name in KINDS[kind].KEY]
    own = table.c.municipality_id == municipality_id
    by_hand = sa.cast(table.c.origins, sa.Text).like(_AS_STORED)
    found = connection.execute(sa.select(*columns).where(own, visible(table, sight), by_hand))
    keys = [tuple(row) for row in found]
    for first in range(0, len(keys), AT_ONCE):
        named = sa.tuple_(*columns).in_(keys[first : first + AT_ONCE])
        query = sa.select(table).where(own, named, table.c.since <= sight.number)
        yield from _by_key(kind, connection.execute(query.order_by(table.c.since.desc())).mappings())


def _by_key(kind: str, rows: Iterable[Row]) -> Iterator[tuple[Key, Sequence[Row]]]:
    found: dict[Key, list[Row]] = {}
    for row in rows:
        found.setdefault(tuple(row[name] for name in KINDS[kind].KEY), []).append(row)
    yield from found.items()


def _of_record(rows: Sequence[Row]) -> Iterator[tuple[str, int]]:
    """For each field entered by hand the oldest of the rows that say the same without a gap."""
    current = rows[0]
    for field, place in StoredProvenance(current["origins"], current).items():
        if place != EDITED:
            continue
        oldest = current
        for row in rows[1:]:
            before = StoredProvenance(row["origins"], row)
            is_same = row["until"] == oldest["since"] and row[field] == current[field]
            if not is_same or before.get(field) != EDITED:
                break
            oldest = row
        yield field, oldest["since"]
