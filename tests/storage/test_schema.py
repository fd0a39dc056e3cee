"""The schema: made from nothing, left alone the second time, refused where it is newer."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa

from monitoring.storage import schema
from monitoring.storage.database import Database, DatabaseUnavailable

START = """
import sys
from monitoring.storage import database, schema
opened = database.Database(sys.argv[1])
schema.upgrade(opened)
opened.close()
"""
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def database(database_url: str):  # type: ignore[no-untyped-def]
    opened = Database(database_url)
    yield opened
    opened.close()


def test_from_nothing_and_again(database: Database) -> None:
    assert not schema.is_up_to_date(database)
    schema.upgrade(database)
    schema.upgrade(database)
    assert schema.is_up_to_date(database)
    assert schema.differences(database) == []


def test_several_starts_at_once(database: Database, database_url: str) -> None:
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-W", "error", "-c", START, database_url]
    starts = [subprocess.Popen(command, env=environment, stderr=subprocess.PIPE) for _ in range(4)]
    outcomes = [(start.communicate(timeout=60)[1], start.returncode) for start in starts]
    assert outcomes == [(b"", 0)] * 4
    assert schema.is_up_to_date(database)


def test_a_newer_schema_is_refused_and_left_alone(database: Database) -> None:
    schema.upgrade(database)
    with database.writing() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(schema.SchemaIsNewer):
        schema.upgrade(database)
    assert not schema.is_up_to_date(database)


def test_a_file_that_is_no_database_is_said_to_be_none(tmp_path: Path) -> None:
    file = tmp_path / "notes.db"
    file.write_text("not a database, but longer than the header of one" * 10)
    database = Database(f"sqlite:///{file}")
    with pytest.raises(DatabaseUnavailable):
        schema.upgrade(database)


def test_a_database_makes_its_folder_when_it_is_first_used(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'new' / 'deep.db'}")
    assert not (tmp_path / "new").exists()
    schema.upgrade(database)
    assert (tmp_path / "new" / "deep.db").exists()
    database.close()
