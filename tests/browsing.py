"""Walking the site as a browser would: one client for each viewer, signed in through the real form."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from dash import Dash
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from monitoring.storage.database import Database
from tests.seed import PASSWORD

PUBLIC = "public"
ROUTER = "/_dash-update-component"


@dataclass
class Site:
    """The application and its database, with a client for each viewer."""

    app: Dash
    database: Database
    _clients: dict[str, FlaskClient] = field(default_factory=dict)

    def client(self, viewer: str = PUBLIC) -> FlaskClient:
        """The browser of a viewer: the name of a seeded account, or `public`."""
        if viewer not in self._clients:
            client = self.app.server.test_client()
            if viewer != PUBLIC:
                answer = client.post("/anmelden", data={"name": viewer, "password": PASSWORD})
                assert answer.status_code == 303, answer.get_data(as_text=True)
            self._clients[viewer] = client
        return self._clients[viewer]

    def get(self, path: str, viewer: str = PUBLIC, **more: Any) -> TestResponse:
        """The answer to a request for a page."""
        return self.client(viewer).get(path, **more)

    def token(self, viewer: str) -> str:
        """The form token in the session of a viewer."""
        with self.client(viewer).session_transaction() as session:
            return str(session.get("token", ""))

    def routed(self, path: str, viewer: str = PUBLIC, search: str = "", token: str = "") -> TestResponse:
        """What Dash's page router answers for a path: what a reader in the office gets to see."""
        body = {
            "output": ".._pages_content.children..._pages_store.data..",
            "outputs": [
                {"id": "_pages_content", "property": "children"},
                {"id": "_pages_store", "property": "data"},
            ],
            "inputs": [
                {"id": "_pages_location", "property": "pathname", "value": path},
                {"id": "_pages_location", "property": "search", "value": search},
            ],
            "changedPropIds": ["_pages_location.pathname"],
        }
        client = self.client(viewer)
        headers = {"X-CSRFToken": token or self.token(viewer)}
        return client.post(ROUTER, data=json.dumps(body), content_type="application/json", headers=headers)

    def seen(self, path: str, viewer: str) -> tuple[int, str]:
        """Status and text of an office page: the first answer where it refuses, else what Dash is given."""
        first = self.get(path, viewer)
        if first.status_code != 200:
            return first.status_code, first.get_data(as_text=True)
        routed = self.routed(path, viewer)
        # Dash writes / and < as escapes; read and written again they stand there as they are.
        return routed.status_code, json.dumps(routed.get_json(), ensure_ascii=False)
