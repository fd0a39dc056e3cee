"""What tests ask for by name: databases on both systems, and the folder of real data."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from argon2 import PasswordHasher

from tests import postgresql as server

REPOSITORY = Path(__file__).resolve().parents[1]
REAL_DATA = REPOSITORY.parent / "shared" / "realdata"


def required(what: str) -> bool:
    """Whether a missing part of the machine is an error here rather than a reason to skip.

    MONITORING_TESTS_REQUIRE names such parts with commas between: browser, postgresql.
    """
    return what in os.environ.get("MONITORING_TESTS_REQUIRE", "").split(",")


def missing(what: str, reason: str) -> None:
    """Skip the test for want of something, or fail it where that must be there."""
    if required(what):
        pytest.fail(f"{reason} (MONITORING_TESTS_REQUIRE names {what})", pytrace=False)
    pytest.skip(reason)


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """A developer's own MONITORING_… variables change no test."""
    for name in list(os.environ):
        if name.startswith("MONITORING_") and not name.startswith("MONITORING_TESTS_"):
            monkeypatch.delenv(name)


@pytest.fixture(autouse=True)
def _cheap_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same hash with the least effort: signing in hundreds of times would take minutes."""
    monkeypatch.setattr("monitoring.services.accounts._hasher", PasswordHasher(1, 8, 1))


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """The address of an SQLite database that does not exist yet."""
    return f"sqlite:///{tmp_path / 'test.db'}"


@pytest.fixture(scope="session")
def postgresql() -> Iterator[server.PostgreSQL]:
    """A running PostgreSQL server, one for the whole run."""
    programs = server.programs()
    if programs is None:
        missing("postgresql", "PostgreSQL is not installed (Debian package postgresql)")
        return
    running = server.PostgreSQL.start(programs)
    yield running
    running.stop()


@pytest.fixture
def postgresql_url(postgresql: server.PostgreSQL) -> Iterator[str]:
    """The address of an empty PostgreSQL database."""
    url = postgresql.new_database()
    yield url
    postgresql.drop_database(url)


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """The address of an empty database; the test runs once on SQLite and once on PostgreSQL."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture(scope="session")
def _migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("migrated") / "migrated.db"
    _migrate(f"sqlite:///{file}")
    return file


@pytest.fixture(scope="session")
def _migrated_postgresql(postgresql: server.PostgreSQL) -> str:
    url = postgresql.new_database()
    _migrate(url)
    return url


def _migrate(url: str) -> None:
    # Imported here, so that the tests of the floors below storage need no storage.
    from monitoring.storage.database import Database
    from monitoring.storage.schema import upgrade

    database = Database(url)
    upgrade(database)
    database.close()


@pytest.fixture
def migrated_sqlite_url(_migrated_sqlite: Path, tmp_path: Path) -> str:
    """The address of an SQLite database with today's schema and no rows."""
    file = shutil.copyfile(_migrated_sqlite, tmp_path / "test.db")
    return f"sqlite:///{file}"


@pytest.fixture
def migrated_postgresql_url(postgresql: server.PostgreSQL, _migrated_postgresql: str) -> Iterator[str]:
    """The address of a PostgreSQL database with today's schema and no rows."""
    url = postgresql.new_database(like=_migrated_postgresql)
    yield url
    postgresql.drop_database(url)


@pytest.fixture(params=["sqlite", "postgresql"])
def migrated_url(request: pytest.FixtureRequest) -> str:
    """The address of a database with today's schema and no rows, on both systems in turn.

    It is a copy of one that was migrated once, so that a test costs milliseconds.
    """
    url: str = request.getfixturevalue(f"migrated_{request.param}_url")
    return url


@pytest.fixture(scope="session")
def realdata() -> Path:
    """The folder of real files from towns, which is not part of this repository."""
    if not REAL_DATA.is_dir():
        pytest.skip("real data is absent: ../shared/realdata beside the repository")
    return REAL_DATA


@pytest.fixture(scope="session")
def _application(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The one application of a run (Dash keeps its pages in the process), and a filled database to copy."""
    from pydantic import SecretStr

    from monitoring.dashboard import create_app
    from monitoring.settings import Settings
    from tests.seed import seed

    file = tmp_path_factory.mktemp("seeded") / "seeded.db"
    key = "a secret key that is long enough for tests"
    app = create_app(
        Settings(database_url=f"sqlite:///{file}", secret_key=SecretStr(key), secure_cookies=False)
    )
    seed(app.server.extensions["monitoring"])
    app.server.extensions["monitoring"].close()
    app.server.test_client().get("/")
    return app, file


@pytest.fixture
def site(_application: Any, tmp_path: Path) -> Iterator[Any]:
    """The application over a copy of the made-up municipalities, as tests/browsing.py walks it."""
    from monitoring.dashboard.kept_answers import KeptAnswers
    from monitoring.storage.database import Database
    from tests.browsing import Site
    from tests.seed import NOW

    app, file = _application
    # What was kept from the database of another test must not answer for this one.
    around = app.server.wsgi_app
    around.application = KeptAnswers(around.application.application)
    database = Database(f"sqlite:///{shutil.copyfile(file, tmp_path / 'site.db')}")
    app.server.extensions["monitoring"] = database
    app.server.config["CLOCK"] = lambda: NOW
    yield Site(app, database)
    database.close()
