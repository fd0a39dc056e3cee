"""The server of `app.py` hands the application what the proxy in front says, where a proxy is trusted."""

from __future__ import annotations

import threading
import urllib.request
from collections.abc import Callable, Iterable
from typing import Any

import pytest

import app
from monitoring.settings import Settings


def _scheme(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [environ.get("HTTP_X_FORWARDED_PROTO", "nothing").encode()]


@pytest.mark.parametrize(("trusted", "heard"), [(0, "nothing"), (1, "https")])
def test_a_trusted_proxy_is_heard(monkeypatch: pytest.MonkeyPatch, trusted: int, heard: str) -> None:
    server = app.listening(_scheme, Settings.model_construct(port=0, trusted_proxies=trusted))
    threading.Thread(target=server.run, daemon=True).start()
    address = f"http://127.0.0.1:{server.effective_port}/"
    request = urllib.request.Request(address, headers={"X-Forwarded-Proto": "https"})
    with urllib.request.urlopen(request, timeout=10) as answer:
        assert answer.read().decode() == heard
    server.close()
