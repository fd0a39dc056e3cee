"""Headers on every answer: what a browser may load and keep."""

from __future__ import annotations

from dash import Dash
from flask import Response, request

_POLICY = (
    "default-src 'none'; script-src 'self'{hashes}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
    "worker-src 'self'"
)
_YEAR = 31_536_000
_COMPONENTS = "/_dash-component-suites/"


def add_to(app: Dash) -> None:
    """Add the headers. Dash's inline scripts are known once its first request was answered."""
    hashes: list[str] = []

    def add_headers(response: Response) -> Response:
        if not hashes:
            hashes.extend(app.csp_hashes())
        response.headers.setdefault("Content-Security-Policy", content_security_policy(hashes))
        response.headers.setdefault("X-Content-Type-Options", "nosniff")
        response.headers.setdefault("Referrer-Policy", "strict-origin-when-cross-origin")
        response.headers.setdefault("X-Frame-Options", "DENY")
        _keep_assets(response)
        return response

    app.server.after_request(add_headers)


def content_security_policy(hashes: list[str]) -> str:
    """The policy that admits our own files and the inline scripts with these hashes.

    >>> content_security_policy(["'sha256-x'"])[:51]
    "default-src 'none'; script-src 'self' 'sha256-x'; s"
    """
    return _POLICY.format(hashes="".join(f" {each}" for each in hashes))


def _keep_assets(response: Response) -> None:
    """Files with a mark of their content are kept for ever; plotly's bundle, sent without, for a day."""
    if response.status_code not in (200, 304):
        return
    if request.path.startswith("/assets/") and "m" in request.args:
        response.headers["Cache-Control"] = f"public, max-age={_YEAR}, immutable"
    elif request.path.startswith(_COMPONENTS) and not response.cache_control.max_age:
        response.headers["Cache-Control"] = "public, max-age=86400"
