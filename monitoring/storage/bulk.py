"""Bulk: many rows into one table, as fast as the database takes them.

SQLite takes one prepared statement with plain values, PostgreSQL a `COPY`. Values are made plain column by
column with the types of the table, so that a row is stored as any other statement would store it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa

Columns = Sequence[Sequence[Any]]


class Written(list[str]):
    """A column whose values are plain already."""


def insert(connection: sa.Connection, table: sa.Table, columns: Mapping[str, Sequence[Any]]) -> None:
    """Insert rows that are given column by column; what is empty in all of them is not even mentioned."""
    filled = {name: values for name, values in columns.items() if not _is_empty(table.c[name], values)}
    plain = [_plain(table.c[name].type, values, connection.dialect) for name, values in filled.items()]
    quote = connection.dialect.identifier_preparer.quote
    place = f"{quote(table.name)} ({', '.join(map(quote, filled))})"
    if connection.dialect.name == "postgresql":
        _copy(connection, place, plain)
    else:
        marks = ", ".join("?" * len(plain))
        statement = f"INSERT INTO {place} VALUES ({marks})"
        connection.exec_driver_sql(statement, list(zip(*plain, strict=True)))


def _is_empty(column: sa.Column[Any], values: Sequence[Any]) -> bool:
    return bool(column.nullable) and values.count(None) == len(values)


def _plain(of: sa.types.TypeEngine[Any], values: Sequence[Any], dialect: sa.Dialect) -> Sequence[Any]:
    """The values as the driver takes them, worked out once for each that differs."""
    process = None if isinstance(values, Written) else of.dialect_impl(dialect).bind_processor(dialect)
    if process is None:
        return values
    known = {value: process(value) for value in set(values)}
    return [known[value] for value in values]


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
