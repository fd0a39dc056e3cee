"""The schema: brought up to date at start under a lock; a newer one than this program knows is refused."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from monitoring.storage.database import Database
from monitoring.storage.tables import metadata

_LOCK = 7_219_033
"""The number of the advisory lock under which PostgreSQL is migrated."""


class SchemaIsNewer(Exception):
    """The database was made by a newer version of the program."""


def _config(connection: sa.Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    return config


def upgrade(database: Database) -> None:
    """Bring the schema up to date. Two starts at once wait for each other.

    Raises:
        SchemaIsNewer: the database has a schema this program does not know.
    """
    known = ScriptDirectory.from_config(_config())
    with database.writing() as connection:
        if not database.is_sqlite:
            connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_LOCK)))
        found = MigrationContext.configure(connection).get_current_revision()
        if found is not None and found not in {script.revision for script in known.walk_revisions()}:
            raise SchemaIsNewer(found)
        if found != known.get_current_head():
            command.upgrade(_config(connection), "head")


def is_up_to_date(database: Database) -> bool:
    """Whether the database answers and has the newest schema this program knows."""
    with database.reading() as connection:
        found = MigrationContext.configure(connection).get_current_revision()
    return found == ScriptDirectory.from_config(_config()).get_current_head()


def differences(database: Database) -> list[object]:
    """What distinguishes the migrated database from the tables of this program; empty when all is well."""
    with database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, metadata))
