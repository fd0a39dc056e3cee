"""Bulk: many rows into one table, as fast as the database takes them.

SQLite takes one prepared statement with plain values, PostgreSQL a `COPY`. Values are made plain column by
column with the types of the table, so that a row is stored as any other statement would store it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import sqlalchemy as sa

Columns = Sequence[Sequence[Any]]


def insert(
    connection: sa.Connection,
    table: sa.Table,
    names: Sequence[str],
    rows: Iterable[Sequence[Any]],
    written: Sequence[str] = (),
) -> None:
    """Insert rows whose values stand in the order of the named columns; those `written` are plain already."""
    columns = list(zip(*rows, strict=True))
    if not columns:
        return
    plain = [
        values if name in written else _plain(table.c[name].type, values, connection.dialect)
        for name, values in zip(names, columns, strict=True)
    ]
    quote = connection.dialect.identifier_preparer.quote
    place = f"{quote(table.name)} ({', '.join(map(quote, names))})"
    if connection.dialect.name == "postgresql":
        _copy(connection, place, plain)
    else:
        marks = ", ".join("?" * len(names))
        statement = f"INSERT INTO {place} VALUES ({marks})"
        connection.exec_driver_sql(statement, list(zip(*plain, strict=True)))


def _plain(of: sa.types.TypeEngine[Any], values: Sequence[Any], dialect: sa.Dialect) -> Sequence[Any]:
    """The values as the driver takes them; those of an enumeration are worked out once for each member."""
    process = of.dialect_impl(dialect).bind_processor(dialect)
    if process is None:
        return values
    if isinstance(of, sa.Enum):
        known = {value: process(value) for value in set(values)}
        return [known[value] for value in values]
    return [process(value) for value in values]


def _copy(connection: sa.Connection, place: str, columns: Columns) -> None:
    statement = f"COPY {place} FROM STDIN"
    driver: Any = connection.connection.driver_connection
    errors: Any = connection.dialect.loaded_dbapi
    try:
        with driver.cursor() as cursor, cursor.copy(statement) as copy:
            for row in zip(*columns, strict=True):
                copy.write_row(row)
    except errors.Error as problem:  # as any other statement would fail
        raise sa.exc.DBAPIError.instance(
            statement, None, problem, errors.Error, hide_parameters=True, dialect=connection.dialect
        ) from problem
