"""Putting the parts together: the database, the pages, the forms, and what guards them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from dash import Dash
from flask import Flask

from monitoring import forms
from monitoring.dashboard import (
    api,
    asked_again,
    being_found,
    embedding,
    errors,
    gate,
    headers,
    health,
    interactive,
    open_data,
    public_files,
    public_pages,
    signing_in,
    static_files,
)
from monitoring.dashboard.index import Site, office_layout
from monitoring.dashboard.kept_answers import KeptAnswers
from monitoring.dashboard.sub_path import SubPath
from monitoring.domain.access import local_administrator
from monitoring.domain.statement import Statement
from monitoring.login import CLOCK, DEMO_ACCOUNTS, EXTENSION, SITE_STATEMENTS, session_cookie_settings
from monitoring.services.erasing import purge_unused_uploads
from monitoring.services.sample import load_samples
from monitoring.services.visit import Visit
from monitoring.settings import BadSettings, Settings
from monitoring.storage import schema
from monitoring.storage.database import Database, DatabaseUnavailable

PACKAGE = Path(__file__).resolve().parents[1]
SESSION_LIFETIME = timedelta(hours=12)
MOST_BYTES_OF_A_REQUEST = 200_000_000
"""Several workbooks at once; the limit of a single file is the reader's."""


def create_app(settings: Settings) -> Dash:
    """The whole application over its database, which is brought up to date. Raises BadSettings."""
    database = _database(settings)
    app = _dash(settings)
    server: Flask = app.server
    server.extensions[EXTENSION] = database
    _configure(server, settings)
    for part in (
        errors,
        asked_again,
        gate,
        public_pages,
        public_files,
        embedding,
        static_files,
        signing_in,
        health,
        open_data,
        api,
        being_found,
        forms,
    ):
        part.add_to(server)
    headers.add_to(app)
    interactive.add_to(app)
    visit = Visit(database, local_administrator("start"), server.config[CLOCK]())
    purge_unused_uploads(visit, settings.upload_retention_days)
    if settings.demo:
        # The demo accounts are kept to be told of.
        server.config[DEMO_ACCOUNTS] = load_samples(visit)
    return app


def _dash(settings: Settings) -> Dash:
    app = Site(
        "monitoring",
        use_pages=True,
        pages_folder=str(PACKAGE / "pages"),
        assets_folder=str(PACKAGE.parent / "assets"),
        include_pages_meta=False,
        routes_pathname_prefix="/",
        requests_pathname_prefix=settings.path_prefix,
        suppress_callback_exceptions=True,
        update_title=None,
        title="Zielpfad",
        serve_locally=True,
        use_async=False,
        enable_mcp=False,
        add_log_handler=False,
    )
    app.layout = office_layout()
    return app


def _database(settings: Settings) -> Database:
    database = Database(settings.database_url)
    try:
        schema.upgrade(database)
    except schema.SchemaIsNewer as error:
        raise BadSettings(
            f"Die Datenbank gehört zu einer neueren Version von Zielpfad (Schema {error}). "
            "Bitte die neuere Version starten.\n"
            f"The database belongs to a newer version of Zielpfad (schema {error}). "
            "Please start the newer version."
        ) from error
    except DatabaseUnavailable as error:
        raise BadSettings(
            "Die Datenbank ist nicht zu erreichen. Läuft sie, und stimmt MONITORING_DATABASE_URL?\n"
            "The database cannot be reached. Is it running, and is MONITORING_DATABASE_URL right?"
        ) from error
    return database


def _configure(server: Flask, settings: Settings) -> None:
    key = settings.secret_key
    server.secret_key = key.get_secret_value() if key else None
    server.config |= {CLOCK: lambda: datetime.now(UTC), DEMO_ACCOUNTS: []}
    statements = {each.value: getattr(settings, f"{each}_url") for each in Statement}
    server.config[SITE_STATEMENTS] = {name: url for name, url in statements.items() if url}
    server.config.update(
        session_cookie_settings(settings.secure_cookies, settings.path_prefix),
        PERMANENT_SESSION_LIFETIME=SESSION_LIFETIME,
        MAX_CONTENT_LENGTH=MOST_BYTES_OF_A_REQUEST,
    )
    application: Any = SubPath(KeptAnswers(server.wsgi_app), settings.path_prefix)
    if settings.trusted_proxies:
        application = _behind_proxies(application, settings.trusted_proxies)
    server.wsgi_app = application  # type: ignore[method-assign]


def _behind_proxies(application: Any, number: int) -> Any:
    from werkzeug.middleware.proxy_fix import ProxyFix

    return ProxyFix(application, x_for=number, x_proto=number, x_host=number)
