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
from monitoring.components.table import data_table
from monitoring.login import demo_accounts
from monitoring.pages._page import SitePage
from monitoring.pages._registration import register_page_of_site
from monitoring.services.sample_story import DemoAccount
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
        *_demo_accounts(words),
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


def _demo_accounts(words: Words) -> list[Any]:
    """Names and passwords to try, in demo mode only."""
    accounts = demo_accounts()
    if not accounts:
        return []
    heading = words("page.login.demo_accounts")
    columns = [words("page.login.name"), words("page.login.password"), words("page.login.role")]
    rows = [[each.name, html.Code(each.password), _role(each, words)] for each in accounts]
    table = data_table(columns, rows, caption=heading, words=words, stacked=True, hidden_caption=True)
    return [html.H2(heading), table]


def _role(account: DemoAccount, words: Words) -> str:
    return words.list(dict.fromkeys(words.label(each.role) for each in account.memberships))


register_page_of_site(__name__, SitePage("/anmelden", "page.login.title", layout, audience="anyone"))
