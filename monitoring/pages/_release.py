"""The smaller forms beside publishing: sharing with the council, letting a partner see, withdrawing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html

from monitoring.components.address import Address
from monitoring.components.entered import Entered
from monitoring.components.form import button, field, form
from monitoring.components.native import Input, Select, Textarea, options
from monitoring.domain.publication import Publication
from monitoring.login import form_token
from monitoring.services.publishing import Release
from monitoring.texts.words import Words


def share_form(release: Release, words: Words, address: Address) -> list[Any]:
    """Show the current revision to the council."""
    heading = html.H2(words("page.publish.share_heading"), id="teilen")
    if not release.revision or release.shared_revision == release.revision:
        done = "share_is_current" if release.revision else "never_shared"
        return [heading, html.P(words(f"page.publish.{done}"))]
    parts = [
        html.P(words("page.publish.share_intro")),
        Input(type="hidden", name="revision", value=str(release.revision)),
        button(
            words("page.publish.share", revision=release.revision),
            kind="secondary",
            name="act",
            value="share",
        ),
    ]
    return [heading, form(parts, action=address.path, token=form_token())]


def grant_form(typed: Entered, words: Words, address: Address) -> list[Any]:
    """Let a partner see the current state until a day."""
    account = Input(
        type="text",
        name="account",
        id="account",
        value=typed.text("account"),
        required=True,
        autoComplete="off",
    )
    until = Input(type="date", name="until", id="until", value=typed.text("until"), required=True)
    parts = [
        html.P(words("page.publish.grant_intro")),
        field(words("page.publish.grant_account"), account, words=words, error=typed.error("account")),
        field(words("page.publish.grant_until"), until, words=words, error=typed.error("until")),
        button(words("page.publish.grant"), kind="secondary", name="act", value="grant"),
    ]
    return [_folded(words("page.publish.grant_heading"), parts, typed, address, name="partner")]


def withdraw_form(out: Sequence[Publication], typed: Entered, words: Words, address: Address) -> list[Any]:
    """Take a publication back, for a reason."""
    if not out:
        return []
    pairs = [
        (
            str(each.number),
            words("page.history.publication_of", number=each.number, date=words.date(each.day)),
        )
        for each in out
    ]
    chosen = Select(
        name="publication",
        id="publication",
        options=options(pairs),
        value=typed.text("publication", pairs[0][0]),
        required=True,
    )
    reason = Textarea(
        name="reason", id="reason", rows=2, value=typed.text("reason"), required=True, maxLength="1000"
    )
    parts = [
        html.P(words("page.publish.withdraw_hint")),
        field(words("page.publish.withdraw_which"), chosen, words=words),
        field(words("page.publish.withdraw_reason"), reason, words=words, error=typed.error("reason")),
        _withdraw_explanation(typed, words),
        button(words("page.publish.withdraw"), kind="danger", name="act", value="withdraw"),
    ]
    return [_folded(words("page.publish.withdraw"), parts, typed, address, name="zurueckziehen")]


def _folded(summary: str, parts: list[Any], typed: Entered, address: Address, *, name: str) -> html.Details:
    """A form that few need, folded away; open again where it was refused."""
    made = form(parts, action=address.path, token=form_token())
    return html.Details([html.Summary(summary), made], open=typed.is_refused, id=name)


def _withdraw_explanation(typed: Entered, words: Words) -> html.Div:
    """Why, for everybody to read."""
    name = "withdraw_explanation"
    control = Textarea(name=name, id=name, rows=2, value=typed.text(name), maxLength="1000")
    hint = words("page.publish.withdraw_explanation_hint")
    label = words("page.publish.withdraw_explanation")
    return field(label, control, words=words, hint=hint, error=typed.error(name))
