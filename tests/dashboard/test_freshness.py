"""Freshness: a page is kept until something else is published, whoever writes it, and not a day longer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from flask import Flask

from monitoring.dashboard.freshness import Freshness
from monitoring.domain.access import Role, local_administrator, viewer_as
from monitoring.domain.errors import NotFound
from monitoring.domain.municipality import Municipality
from monitoring.login import CLOCK, EXTENSION
from monitoring.services import publishing
from monitoring.services.municipalities import add_municipality
from monitoring.services.visit import Visit
from monitoring.storage.database import Database
from tests.seed import CITY, DRAFT, NOW, seed


@pytest.fixture
def server(migrated_url: str) -> Iterator[Flask]:
    server = _server(migrated_url)
    database = server.extensions[EXTENSION]
    yield server
    database.close()


def _server(url: str) -> Flask:
    database = Database(url)
    seed(database)
    server = Flask(__name__)
    server.extensions[EXTENSION] = database
    server.config[CLOCK] = lambda: NOW
    return server


def _visit(server: Flask) -> Visit:
    other = Database(server.extensions[EXTENSION].url.render_as_string(hide_password=False))
    return Visit(other, local_administrator("test"), NOW)


def test_it_holds_until_something_else_is_public(server: Flask) -> None:
    freshness = Freshness.now(server, CITY)
    assert freshness.holds()
    visit = _visit(server)
    publishing.withdraw(replace(visit, viewer=viewer_as(Role.MANAGER, CITY)), CITY, "Zahlendreher")
    visit.database.close()
    assert not freshness.holds()


def test_a_write_elsewhere_changes_nothing(server: Flask) -> None:
    freshness = Freshness.now(server, CITY)
    visit = _visit(server)
    add_municipality(visit, Municipality(slug="anderswo", name="Anderswo"))
    visit.database.close()
    assert freshness.holds()


def test_a_new_day_asks_again(server: Flask) -> None:
    freshness = Freshness.now(server, CITY)
    server.config[CLOCK] = lambda: NOW + timedelta(days=1)
    assert not freshness.holds()


def test_what_is_not_published_is_not_there(server: Flask) -> None:
    with pytest.raises(NotFound):
        Freshness.now(server, DRAFT)


def test_nothing_is_asked_while_nothing_was_written(
    migrated_sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = _server(migrated_sqlite_url)
    freshness = Freshness.now(server, CITY)
    monkeypatch.setattr("monitoring.dashboard.freshness.public_state", lambda *_: pytest.fail("asked"))
    assert freshness.holds()
    server.extensions[EXTENSION].close()


def test_a_page_about_all_is_kept_only_where_any_change_is_told(server: Flask) -> None:
    freshness = Freshness.now(server, None)
    assert freshness.is_told == freshness.holds() == server.extensions[EXTENSION].is_sqlite


def test_a_database_that_fails_keeps_nothing(server: Flask) -> None:
    freshness = Freshness.now(server, CITY)
    server.extensions[EXTENSION] = object()
    assert not freshness.holds()
