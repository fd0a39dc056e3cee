"""Entering the text in „Leichte Sprache“: only one that people with learning difficulties have checked."""

from __future__ import annotations

from typing import Any

from dash import html

from monitoring.components.address import Address
from monitoring.components.entered import Entered, entered, faults_of
from monitoring.components.form import button, checkbox, form
from monitoring.components.record_field import record_field
from monitoring.components.sentence import remark
from monitoring.domain.easy_text import EasyText
from monitoring.domain.overview import Overview
from monitoring.login import form_token
from monitoring.pages._page import MunicipalityPage
from monitoring.pages._registration import register_pages
from monitoring.texts.words import Words

HINTS = {"text": "easy.text_hint", "checked_by": "easy.checked_by_hint"}


def layout(overview: Overview, words: Words, address: Address) -> list[Any]:
    """The form with the text there is, and a way to remove it."""
    typed = entered()
    known = next(iter(overview.of(EasyText)), None)
    return [
        html.H1(words("easy.form_heading")),
        faults_of(typed, words),
        remark(words("easy.form_intro")),
        _form(known, typed.of("keep_easy"), words, address),
        _removal(words, address) if known else None,
    ]


def _form(known: EasyText | None, typed: Entered, words: Words, address: Address) -> html.Form:
    fields = [
        record_field(
            EasyText,
            name,
            getattr(known, name, None),
            typed,
            words,
            hint=words(HINTS[name]) if name in HINTS else None,
        )
        for name in EasyText.model_fields
    ]
    confirmed = checkbox(words("easy.confirm"), "confirmed", checked=False)
    save = button(words("button.save"), name="act", value="keep_easy")
    cancel = html.A(words("button.cancel"), href=address.to("/leichte-sprache"))
    parts = [*fields, confirmed, html.Div([save, cancel], className="button-row")]
    return form(parts, action=address.path, token=form_token())


def _removal(words: Words, address: Address) -> html.Details:
    remove = button(words("easy.remove"), kind="secondary", name="act", value="remove_easy")
    parts = [html.P(words("easy.remove_hint")), remove]
    return html.Details(
        [html.Summary(words("easy.remove")), form(parts, action=address.path, token=form_token())]
    )


register_pages(
    __name__,
    MunicipalityPage("/leichte-sprache/bearbeiten", "easy.form_heading", layout, audience="manager"),
)
