"""The test databases themselves: fresh for each test, on both systems."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlalchemy

from monitoring.storage.database import Database
from monitoring.storage.schema import is_up_to_date, upgrade
from tests.postgresql import PostgreSQL


def _make_table(url: str) -> None:
    engine = sqlalchemy.create_engine(url, poolclass=sqlalchemy.NullPool)
    with engine.begin() as connection:
        connection.execute(sqlalchemy.text("CREATE TABLE proof (id INTEGER)"))


@pytest.mark.parametrize("turn", ["first", "second"])
def test_each_test_gets_an_empty_database(database_url: str, turn: str) -> None:
    _make_table(database_url)


def test_a_postgresql_database_can_be_copied(postgresql: PostgreSQL, postgresql_url: str) -> None:
    _make_table(postgresql_url)
    copy = postgresql.new_database(like=postgresql_url)
    with pytest.raises(sqlalchemy.exc.ProgrammingError, match="already exists"):
        _make_table(copy)
    postgresql.drop_database(copy)


def test_a_new_sqlite_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/var/new.db")
    upgrade(database)
    with database.reading():
        modes = {each.name: oct(each.stat().st_mode & 0o777) for each in (tmp_path / "var").iterdir()}
    assert set(modes.values()) == {"0o600"}, modes
    database.close()


def test_a_migrated_database_needs_no_migration(migrated_url: str) -> None:
    database = Database(migrated_url)
    assert is_up_to_date(database)
    database.close()


def test_a_commit_of_another_process_changes_the_mark(tmp_path: Path) -> None:
    database, other = (Database(f"sqlite:///{tmp_path}/a.db") for _ in range(2))
    upgrade(database)
    before = database.change_mark()
    assert before is not None
    with other.reading() as connection:
        connection.exec_driver_sql("SELECT count(*) FROM municipalities")
    assert database.change_mark() == before
    with other.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = version_num")
    assert database.change_mark() != before
    for each in (database, other):
        each.close()


def test_a_connection_opened_anew_gives_no_mark_of_before(migrated_sqlite_url: str) -> None:
    database = Database(migrated_sqlite_url)
    before = database.change_mark()
    database.close()
    assert database.change_mark() != before
    database.close()


def test_postgresql_tells_no_mark(postgresql_url: str) -> None:
    database = Database(postgresql_url)
    assert database.change_mark() is None
    database.close()
