"""Who is looking: the signed-in viewer of a browser session, its form token, and the language of the path."""

from __future__ import annotations

import secrets
from hmac import compare_digest
from typing import Any

from flask import Flask, Request, current_app, g, request, session

from monitoring.domain.access import PUBLIC_VIEWER
from monitoring.domain.errors import Invalid
from monitoring.services.accounts import SignedIn, viewer_of
from monitoring.services.sample_story import DemoAccount
from monitoring.services.visit import Visit
from monitoring.texts.words import LANGUAGES, Language, Words, words

EXTENSION = "monitoring"
"""Where the Flask application keeps its database."""
CLOCK = "CLOCK"
"""Where its configuration keeps the function that tells the time (with time zone)."""
DEMO_ACCOUNTS = "DEMO_ACCOUNTS"
"""Where its configuration keeps the accounts to try things out with; none outside demo mode."""
SITE_STATEMENTS = "SITE_STATEMENTS"
"""Where its configuration keeps the legal pages of whoever runs the installation, by their name."""
CSRF_COOKIE = "_csrf_token"
CSRF_HEADER = "X-CSRFToken"
TOKEN_FIELD = "csrf_token"
"""The hidden field of every form that changes something."""


def public_visit() -> Visit:
    """The visit of anybody: the session is not even read, so that public answers do not vary with it."""
    return visit_of_public(current_app)


def visit_of_public(server: Flask) -> Visit:
    """The visit of anybody to an application, also outside a request."""
    return Visit(server.extensions[EXTENSION], PUBLIC_VIEWER, server.config[CLOCK]())


def current_visit() -> Visit:
    """The visit of the signed-in viewer; of the public where nobody is signed in or the account was
    closed.
    """
    if "visit" not in g:
        g.visit = _visit()
    return g.visit  # type: ignore[no-any-return]


def _visit() -> Visit:
    visit = public_visit()
    if "account" not in session:
        return visit
    viewer = viewer_of(visit, SignedIn(session["account"], session["mark"]))
    return visit if viewer is None else Visit(visit.database, viewer, visit.now)


def has_session() -> bool:
    """Whether the request brings a session cookie, told without reading the session."""
    return current_app.config["SESSION_COOKIE_NAME"] in request.cookies


def sign_in_session(signed_in: SignedIn) -> None:
    """Begin a new session for an account, with a form token of its own."""
    session.clear()
    session.permanent = True
    session.update(account=signed_in.account, mark=signed_in.mark, token=secrets.token_urlsafe(32))
    g.pop("visit", None)


def sign_out_session() -> None:
    """End the session."""
    session.clear()
    g.pop("visit", None)


def form_token() -> str:
    """The token that every form of this session carries; empty where nobody is signed in."""
    return str(session.get("token", ""))


def check_form_token(sent: Request) -> None:
    """Refuse a request that was not sent from one of our own pages in this session.

    Raises:
        Invalid: `form_expired`, the token is missing or of another session.
    """
    given = sent.headers.get(CSRF_HEADER) or sent.form.get(TOKEN_FIELD, "")
    if not form_token() or not compare_digest(given.encode(), form_token().encode()):
        raise Invalid("form_expired")


def demo_accounts() -> list[DemoAccount]:
    """The accounts to try things out with; none outside demo mode."""
    return list(current_app.config[DEMO_ACCOUNTS])


def site_statements() -> dict[str, str]:
    """The addresses of the legal pages of whoever runs the installation, as far as they are set."""
    return dict(current_app.config[SITE_STATEMENTS])


def language_of(path: str) -> Language:
    """The language of a path: English below /en/, else German.

    >>> language_of("/en/kommune/a"), language_of("/english"), language_of("/en")
    ('en', 'de', 'en')
    """
    first = path.strip("/").partition("/")[0]
    return next((code for code in LANGUAGES[1:] if code == first), LANGUAGES[0])


def current_words() -> Words:
    """The words in the language of the request's path."""
    return words(language_of(request.path))


def session_cookie_settings(is_secure: bool, path: str) -> dict[str, Any]:
    """Flask's settings for the session cookie: no script reads it, no foreign site sends it along."""
    return {
        "SESSION_COOKIE_NAME": "zielpfad",
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_SECURE": is_secure,
        "SESSION_COOKIE_PATH": path,
        "SESSION_REFRESH_EACH_REQUEST": False,
    }
