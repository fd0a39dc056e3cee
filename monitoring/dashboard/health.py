"""`/healthz`: whether the database answers and has the schema this program needs."""

from __future__ import annotations

from flask import Flask, Response, current_app, jsonify

from monitoring.login import EXTENSION
from monitoring.storage import schema


def add_to(server: Flask) -> None:
    """Add the route."""
    server.add_url_rule("/healthz", "healthz", _health)


def _health() -> Response:
    try:
        is_well = schema.is_up_to_date(current_app.extensions[EXTENSION])
    except Exception:  # whatever is wrong with the database is the answer
        is_well = False
    response = jsonify(status="ok" if is_well else "unavailable")
    response.status_code = 200 if is_well else 503
    response.headers["Cache-Control"] = "no-store"
    return response
