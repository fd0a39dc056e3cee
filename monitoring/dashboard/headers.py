"""Headers on every answer: what a browser may load."""

from __future__ import annotations

from dash import Dash
from flask import Response

_POLICY = (
    "default-src 'none'; script-src 'self'{hashes}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors {ancestors}; worker-src 'self'"
)
NOBODY = "'none'"


def add_to(app: Dash) -> None:
    """Add the headers. Dash's inline scripts are known once its first request was answered."""
    hashes: list[str] = []

    def add_headers(response: Response) -> Response:
        if not hashes:
            hashes.extend(app.csp_hashes())
        response.headers.setdefault("Content-Security-Policy", content_security_policy(hashes))
        response.headers.setdefault("X-Content-Type-Options", "nosniff")
        response.headers.setdefault("Referrer-Policy", "strict-origin-when-cross-origin")
        if f"frame-ancestors {NOBODY}" in response.headers["Content-Security-Policy"]:
            response.headers.setdefault("X-Frame-Options", "DENY")
        return response

    app.server.after_request(add_headers)


def content_security_policy(hashes: list[str], ancestors: str = NOBODY) -> str:
    """The policy that admits our own files and the inline scripts with these hashes.

    `ancestors` are the websites, with blanks between, whose pages may show this one in a frame.

    >>> content_security_policy(["'sha256-x'"])[:51]
    "default-src 'none'; script-src 'self' 'sha256-x'; s"
    """
    return _POLICY.format(hashes="".join(f" {each}" for each in hashes), ancestors=ancestors)
