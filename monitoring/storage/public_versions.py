"""Public versions: the rows that were public once and the publications in which those of today began."""

from __future__ import annotations

import sqlalchemy as sa

from monitoring.domain.access import Life, Sight
from monitoring.domain.kinds import KINDS
from monitoring.domain.past import Version
from monitoring.domain.record import Key
from monitoring.storage.content import record_from, visible
from monitoring.storage.tables import CONTENT


def closed(connection: sa.Connection, municipality_id: int, kind: str, number: int) -> list[Version]:
    """What a kind had in public before a publication and no longer has in it, oldest first."""
    table = CONTENT[kind]
    query = sa.select(table).where(
        table.c.municipality_id == municipality_id,
        table.c.published_since.is_not(None),
        table.c.published_until <= number,
    )
    rows = connection.execute(query.order_by(table.c.published_since, table.c.row)).mappings()
    return [Version(record_from(kind, row), row["published_since"], row["published_until"]) for row in rows]


def begun(connection: sa.Connection, municipality_id: int, kind: str, number: int) -> dict[Key, int]:
    """In which publication each row of a kind began that is public in the given one, by business key."""
    table = CONTENT[kind]
    key = [table.c[name] for name in KINDS[kind].KEY]
    own = table.c.municipality_id == municipality_id
    query = sa.select(table.c.published_since, *key).where(own, visible(table, Sight(Life.PUBLIC, number)))
    return {tuple(row[1:]): row[0] for row in connection.execute(query)}
