"""One database: reading, and writing in a queue of its own for each municipality."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event

from monitoring.storage.tables import municipalities

Connection = sa.Connection
"""What the other functions of this floor take, for floors that must not know SQLAlchemy."""


class Database:
    """A database at an address such as `sqlite:///var/zielpfad.db` or `postgresql+psycopg://…`."""

    def __init__(self, url: str) -> None:
        self.url = _with_driver(sa.make_url(url))
        _make_folder(self.url)
        self.engine = sa.create_engine(self.url, pool_pre_ping=self.url.get_backend_name() != "sqlite")
        if self.is_sqlite:
            event.listen(self.engine, "connect", _set_up_sqlite)
            event.listen(self.engine, "begin", _begin_sqlite)

    @property
    def is_sqlite(self) -> bool:
        """Whether this is SQLite rather than PostgreSQL."""
        return self.url.get_backend_name() == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """A connection that sees one consistent state and writes nothing."""
        with self.engine.connect() as connection:
            yield connection
            connection.rollback()

    @contextmanager
    def writing(self, municipality_id: int | None = None) -> Iterator[sa.Connection]:
        """One transaction: all of it or nothing. Writers of the same municipality wait for each other."""
        with self.engine.connect().execution_options(writes=True) as connection, connection.begin():
            if municipality_id is not None and not self.is_sqlite:
                row = sa.select(municipalities.c.id).where(municipalities.c.id == municipality_id)
                connection.execute(row.with_for_update())
            yield connection

    def close(self) -> None:
        """Give all connections back."""
        self.engine.dispose()


def inserted_id(result: sa.CursorResult[Any]) -> int:
    """The number the database gave to the row just inserted."""
    key = result.inserted_primary_key
    assert key is not None
    return int(key[0])


def _with_driver(url: sa.URL) -> sa.URL:
    """`postgresql://` means psycopg 3 here."""
    if url.drivername in ("postgresql", "postgres"):
        return url.set(drivername="postgresql+psycopg")
    return url


def _make_folder(url: sa.URL) -> None:
    if url.get_backend_name() == "sqlite" and url.database and url.database != ":memory:":
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)


def _set_up_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # we begin transactions ourselves
    for pragma in ("journal_mode=wal", "synchronous=normal", "foreign_keys=on", "busy_timeout=5000"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: sa.Connection) -> None:
    """A transaction that will write says so at once; reading first and writing later fails with „locked“."""
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
