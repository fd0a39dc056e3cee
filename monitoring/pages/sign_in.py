"""Signing in: for those who keep the data or see states that are not published."""

from __future__ import annotations

from typing import Any

from dash import html
from flask import g

from monitoring.components.address import Address
from monitoring.components.form import button, field, form
from monitoring.components.native import Input
from monitoring.components.notice import notice
from monitoring.components.sentence import remark
from monitoring.pages._page import SitePage
from monitoring.pages._registration import register_page_of_site
from monitoring.services.visit import Visit
from monitoring.texts.findings import refusal_sentence
from monitoring.texts.words import Words


def layout(visit: Visit, words: Words, address: Address) -> list[Any]:
    """The form; above it what went wrong, or that the reader is signed out."""
    return [
        html.H1(words("page.login.heading")),
        _said_before(words, address),
        _form(words, address),
        remark(words("page.login.hint")),
        remark(words("page.login.forgotten")),
    ]


def _said_before(words: Words, address: Address) -> Any:
    if "refusal" in g:
        return notice(refusal_sentence(g.refusal, words), tone="bad", role="alert")
    if "abgemeldet" in address.query:
        return notice(words("page.login.signed_out"), tone="good", role="status")
    return None


def _form(words: Words, address: Address) -> html.Form:
    name = Input(
        type="text", name="name", id="name", required=True, autoComplete="username", spellCheck="false"
    )
    password = Input(
        type="password", name="password", id="password", required=True, autoComplete="current-password"
    )
    return form(
        [
            Input(type="hidden", name="weiter", value=address.query.get("weiter", "")),
            field(words("page.login.name"), name, words=words),
            field(words("page.login.password"), password, words=words),
            button(words("page.login.submit")),
        ],
        action=address.path,
        token=None,
    )


register_page_of_site(__name__, SitePage("/anmelden", "page.login.title", layout, audience="anyone"))
