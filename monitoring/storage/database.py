"""One database: reading, and writing in a queue of its own for each municipality."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event

from monitoring.storage.tables import municipalities

Connection = sa.Connection
"""What the other functions of this floor take, for floors that must not know SQLAlchemy."""


class DatabaseUnavailable(Exception):
    """The database does not answer, is no database, or is kept locked by others."""


class Database:
    """A database at an address such as `sqlite:///var/zielpfad.db` or `postgresql+psycopg://…`."""

    def __init__(self, url: str) -> None:
        self.url = _with_driver(sa.make_url(url))
        # Errors end up in logs: they name the statement, never the values.
        self.engine = sa.create_engine(self.url, hide_parameters=True, pool_pre_ping=not self.is_sqlite)
        self._marking = Lock()
        self._watched: tuple[int, sqlite3.Connection] | None = None
        self._openings = 0
        if self.is_sqlite:
            event.listen(self.engine, "do_connect", _make_folder)
            event.listen(self.engine, "connect", _set_up_sqlite)
            event.listen(self.engine, "begin", _begin_sqlite)

    @property
    def is_sqlite(self) -> bool:
        """Whether this is SQLite rather than PostgreSQL."""
        return self.url.get_backend_name() == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """A connection that sees one consistent state and writes nothing.

        Raises:
            DatabaseUnavailable: it cannot be reached.
        """
        with self._connect() as connection:
            if not self.is_sqlite:
                # Otherwise each statement would see what others committed meanwhile.
                connection.execution_options(isolation_level="REPEATABLE READ")
            yield connection
            connection.rollback()

    @contextmanager
    def writing(self, municipality_id: int | None = None) -> Iterator[sa.Connection]:
        """One transaction: all of it or nothing. Writers of the same municipality wait for each other.

        Raises:
            DatabaseUnavailable: it cannot be reached, or others keep it locked.
        """
        with self._connect().execution_options(writes=True) as connection, _begun(connection):
            if municipality_id is not None and not self.is_sqlite:
                row = sa.select(municipalities.c.id).where(municipalities.c.id == municipality_id)
                connection.execute(row.with_for_update())
            yield connection

    def _connect(self) -> sa.Connection:
        try:
            return self.engine.connect()
        except sa.exc.DBAPIError as problem:
            raise DatabaseUnavailable(str(problem.orig)) from problem

    def change_mark(self) -> tuple[int, ...] | None:
        """Another one after every commit, as this process sees it; None where that is not told cheaply.

        SQLite tells it to a connection of its own without reading any page (`PRAGMA data_version`): some
        microseconds. In a fork and after `close` it is opened anew; its marks differ from those before.
        """
        if not self.is_sqlite or not self.url.database or self.url.database == ":memory:":
            return None
        with self._marking:
            if self._watched is None or self._watched[0] != os.getpid():
                connection = sqlite3.connect(self.url.database, check_same_thread=False, isolation_level=None)
                self._watched = (os.getpid(), connection)
                self._openings += 1
            (version,) = self._watched[1].execute("PRAGMA data_version").fetchone()
            return (self._watched[0], self._openings, version)

    def close(self) -> None:
        """Give all connections back."""
        self.engine.dispose()
        with self._marking:
            if self._watched:
                self._watched[1].close()
            self._watched = None


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


@contextmanager
def _begun(connection: sa.Connection) -> Iterator[None]:
    """A transaction; SQLite waits here for other writers, and gives up after some seconds."""
    try:
        transaction = connection.begin()
    except sa.exc.OperationalError as problem:
        raise DatabaseUnavailable(str(problem.orig)) from problem
    with transaction:
        yield


def _make_folder(_dialect: sa.Dialect, _record: Any, _arguments: Any, options: dict[str, Any]) -> None:
    """Only when first connecting: commands that need no database leave no folder behind.

    The file holds internal notes: only its owner may read it. SQLite gives its journals the same rights.
    """
    file = options.get("database", _arguments[0] if _arguments else "")
    if file and not str(file).startswith((":memory:", "file:")):
        Path(file).parent.mkdir(parents=True, exist_ok=True)
        if not Path(file).exists():
            Path(file).touch(mode=0o600)


def _set_up_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # we begin transactions ourselves
    for pragma in ("journal_mode=wal", "synchronous=normal", "foreign_keys=on", "busy_timeout=5000"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: sa.Connection) -> None:
    """A transaction that will write says so at once; reading first and writing later fails with „locked“."""
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
