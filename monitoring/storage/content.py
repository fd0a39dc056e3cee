"""Content: the records as of a revision or a publication, and how a revision changes them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter
from typing import Any

import sqlalchemy as sa

from monitoring.domain.access import Life, Sight
from monitoring.domain.changes import Change
from monitoring.domain.kinds import KINDS
from monitoring.domain.record import Item, Key, Record, field_names, made
from monitoring.domain.stored import Known
from monitoring.domain.watch import ImportStage, Watch, unwatched
from monitoring.storage import bulk
from monitoring.storage.origins import StoredProvenance, as_texts
from monitoring.storage.tables import CONTENT

ROWS_AT_ONCE = 5_000


def visible(table: sa.Table, sight: Sight) -> sa.ColumnElement[bool]:
    """The one clause that says which rows hold as of a revision or publication."""
    public = sight.life is Life.PUBLIC
    since = table.c.published_since if public else table.c.since
    until = table.c.published_until if public else table.c.until
    return sa.and_(since <= sight.number, sa.or_(until.is_(None), until > sight.number))


def records(connection: sa.Connection, municipality_id: int, kind: str, sight: Sight) -> list[Known]:
    """All records of a kind as of a sight, in the order in which they were written."""
    table = CONTENT[kind]
    query = sa.select(table).where(table.c.municipality_id == municipality_id, visible(table, sight))
    return [_known(kind, row) for row in connection.execute(query.order_by(table.c.row)).mappings()]


def _known(kind: str, row: Mapping[Any, Any]) -> Known:
    record = record_from(kind, row)
    return Known(record, StoredProvenance(row["origins"], record.__dict__))


def record_from(kind: str, row: Mapping[Any, Any]) -> Record:
    """The record in a row; it was checked when written and is not checked again."""
    record_type = KINDS[kind]
    return made(record_type, {name: row[name] for name in field_names(record_type)})


def apply(
    connection: sa.Connection,
    municipality_id: int,
    revision: int,
    changes: Iterable[Change],
    watch: Watch = unwatched,
) -> None:
    """Write the changes of one revision: close what is replaced or removed, then insert what is new."""
    by_kind: dict[str, list[Change]] = {}
    for change in changes:
        by_kind.setdefault(change.kind, []).append(change)
    for kind, of_kind in by_kind.items():
        closed = {change.before.key for change in of_kind if change.before is not None}
        _close(connection, municipality_id, CONTENT[kind], kind, closed, revision)
        _insert(connection, municipality_id, CONTENT[kind], revision, of_kind, watch)


def _close(
    connection: sa.Connection,
    municipality_id: int,
    table: sa.Table,
    kind: str,
    keys: set[Key],
    revision: int,
) -> None:
    if not keys:
        return
    current = current_ids(connection, municipality_id, table, kind)
    ids = [{"which": row} for row, key in current if key in keys]
    if not ids:
        return
    statement = sa.update(table).where(table.c.row == sa.bindparam("which")).values(until=revision)
    connection.execute(statement, ids)


def current_ids(
    connection: sa.Connection, municipality_id: int, table: sa.Table, kind: str
) -> list[tuple[int, Key]]:
    """The row number and business key of every current row of a kind."""
    key = [table.c[name] for name in KINDS[kind].KEY]
    query = sa.select(table.c.row, *key).where(
        table.c.municipality_id == municipality_id, table.c.until.is_(None)
    )
    return [(row[0], tuple(row[1:])) for row in connection.execute(query)]


def _insert(
    connection: sa.Connection,
    municipality_id: int,
    table: sa.Table,
    revision: int,
    changes: Sequence[Change],
    watch: Watch,
) -> None:
    written = [change for change in changes if change.after is not None]
    for first in range(0, len(written), ROWS_AT_ONCE):
        watch(ImportStage.WRITING, first, len(written))
        bulk.insert(
            connection, table, _columns(written[first : first + ROWS_AT_ONCE], municipality_id, revision)
        )


def _columns(changes: Sequence[Change], municipality_id: int, revision: int) -> dict[str, Sequence[Any]]:
    """What is written of new rows, column by column."""
    fields = list(type(changes[0].record).model_fields)
    values_of = itemgetter(*fields)
    values = zip(*(values_of(each.record.__dict__) for each in changes), strict=True)
    own = dict[str, Sequence[Any]](zip(fields, values, strict=True))
    count = len(changes)
    return {
        "municipality_id": [municipality_id] * count,
        "since": [revision] * count,
        "origins": bulk.Written(as_texts((each.provenance for each in changes), own)),
        **own,
    }


def changed_rows(
    connection: sa.Connection, municipality_id: int, kind: str, revision: int
) -> list[tuple[Known | None, Known | None]]:
    """What a revision changed in a kind, as pairs (before, after); None where there was or is no row."""
    table = CONTENT[kind]
    touched = sa.or_(table.c.since == revision, table.c.until == revision)
    query = sa.select(table).where(table.c.municipality_id == municipality_id, touched).order_by(table.c.row)
    before: dict[Key, Known] = {}
    after: dict[Key, Known] = {}
    for row in connection.execute(query).mappings():
        known = _known(kind, row)
        (after if row["since"] == revision else before)[known.record.key] = known
    keys = list(dict.fromkeys([*before, *after]))
    return [(before.get(key), after.get(key)) for key in keys]


def change_counts(connection: sa.Connection, municipality_id: int) -> dict[int, int]:
    """How many records each revision wrote, changed or closed."""
    counts: dict[int, int] = {}
    for kind, table in CONTENT.items():
        key = [table.c[name] for name in KINDS[kind].KEY]
        own = table.c.municipality_id == municipality_id
        touched = sa.union(
            sa.select(table.c.since.label("revision"), *key).where(own),
            sa.select(table.c.until.label("revision"), *key).where(own, table.c.until.is_not(None)),
        ).subquery()
        query = sa.select(touched.c.revision, sa.func.count()).group_by(touched.c.revision)
        for revision, number in connection.execute(query):
            counts[revision] = counts.get(revision, 0) + number
    return counts


def keys_changed_since(connection: sa.Connection, municipality_id: int, revision: int) -> set[Item]:
    """Kind and business key of everything written or closed after a revision."""
    found: set[Item] = set()
    for kind, table in CONTENT.items():
        key = [table.c[name] for name in KINDS[kind].KEY]
        later = sa.or_(table.c.since > revision, table.c.until > revision)
        rows = connection.execute(sa.select(*key).where(table.c.municipality_id == municipality_id, later))
        found |= {(kind, tuple(row)) for row in rows}
    return found


def ids_ever_used(connection: sa.Connection, municipality_id: int) -> set[str]:
    """Every id a measure of the municipality ever had, since none is given twice."""
    table = CONTENT["measures"]
    query = sa.select(table.c.id).where(table.c.municipality_id == municipality_id).distinct()
    return set(connection.execute(query).scalars())
