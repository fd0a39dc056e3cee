"""Releasing open data: which data sets, under which licence, with the right to them confirmed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html

from monitoring.components.address import Address
from monitoring.components.entered import Entered, entered, faults_of
from monitoring.components.form import button, checkbox, choices, field, form
from monitoring.components.native import Input
from monitoring.components.notice import notice
from monitoring.components.sentence import lead
from monitoring.components.table import data_table
from monitoring.domain.open_data import DATA_SETS, Licence, OpenData
from monitoring.domain.overview import Overview
from monitoring.login import current_visit, form_token
from monitoring.pages._page import MunicipalityPage
from monitoring.pages._registration import register_pages
from monitoring.services.open_data import LONGEST_PROVIDER, decisions
from monitoring.texts.words import Words

TAIL = "/veroeffentlichen/offene-daten"
DONE = "erledigt"


def layout(overview: Overview, words: Words, address: Address) -> list[Any]:
    """What is released, the form to change it, and what was decided before."""
    found = decisions(current_visit(), overview.municipality.slug)
    newest = found[0] if found else OpenData()
    return [
        html.H1(words("page.open_data.heading")),
        faults_of(entered(), words),
        _done(words, address),
        lead(words("page.open_data.intro")),
        html.P(_standing(newest, words)),
        _form(newest, overview, entered(), words, address),
        *_history(found, words),
    ]


def _done(words: Words, address: Address) -> Any:
    said = f"page.open_data.done_{address.query.get(DONE, '')}"
    return notice(words(said), tone="good", role="status") if said in words else None


def _standing(newest: OpenData, words: Words) -> str:
    if not newest.number:
        return words("page.open_data.is_off")
    date, name = words.date(newest.confirmed_at), newest.confirmed_by or ""
    if not newest.is_on:
        return words("page.open_data.closed", date=date, name=name)
    return words("page.open_data.is_on", date=date, name=name, licence=words.label(newest.licence))


def _form(newest: OpenData, overview: Overview, typed: Entered, words: Words, address: Address) -> html.Form:
    provider = Input(
        type="text", name="provider", id="provider", maxLength=str(LONGEST_PROVIDER),
        value=typed.text("provider", newest.provider or ""),
    )  # fmt: skip
    name = overview.municipality.name
    parts = [
        _kinds(newest, typed, words),
        choices(
            words("page.open_data.licence"),
            "licence",
            [(each.value, words.label(each)) for each in Licence],
            words=words,
            value=typed.text("licence", newest.licence.value),
            hint=words("page.open_data.licence_hint"),
        ),
        field(
            words("page.open_data.provider"),
            provider,
            words=words,
            hint=words("page.open_data.provider_hint", municipality=name),
            error=typed.error("provider"),
        ),
        _contributor(newest, typed, words),
        _confirmation(typed, words),
        button(words("page.open_data.save")),
    ]
    return form(parts, action=address.path, token=form_token())


def _kinds(newest: OpenData, typed: Entered, words: Words) -> html.Fieldset:
    ticked = set(typed.all("kinds")) if typed.is_refused else set(newest.kinds)
    boxes = [checkbox(words.kind(kind), "kinds", value=kind, checked=kind in ticked) for kind in DATA_SETS]
    hint = html.P(words("page.open_data.kinds_hint"), className="hint")
    return html.Fieldset([html.Legend(words("page.open_data.kinds")), hint, *boxes], className="field")


def _contributor(newest: OpenData, typed: Entered, words: Words) -> Any:
    """The identifier that a portal gives; most municipalities have none."""
    box = Input(
        type="text", name="contributor", id="contributor", maxLength="200", spellCheck="false",
        value=typed.text("contributor", newest.contributor or ""),
    )  # fmt: skip
    return field(
        words("page.open_data.contributor"),
        box,
        words=words,
        hint=words("page.open_data.contributor_hint"),
        error=typed.error("contributor"),
    )


def _confirmation(typed: Entered, words: Words) -> html.Div:
    """The box that is never ticked beforehand: each decision is confirmed anew."""
    error = typed.error("confirmed")
    said = html.P(error, className="error", id="confirmed-error") if error else None
    box = checkbox(words("page.open_data.confirm"), "confirmed", hint=words("page.open_data.confirm_hint"))
    return html.Div([said, box], className="field field-wrong" if error else "field", id="confirmed")


def _history(found: Sequence[OpenData], words: Words) -> list[Any]:
    if not found:
        return []
    columns = [words(f"page.open_data.column_{name}") for name in ("date", "name", "kinds", "licence")]
    rows = [
        [
            words.datetime(each.confirmed_at),
            each.confirmed_by,
            words.list(map(words.kind, each.kinds)) if each.is_on else words("page.open_data.nothing"),
            words.label(each.licence),
        ]
        for each in found
    ]
    heading = words("page.open_data.history")
    table = data_table(columns, rows, caption=heading, words=words, stacked=True, hidden_caption=True)
    return [html.H2(heading), table]


register_pages(__name__, MunicipalityPage(TAIL, "page.open_data.title", layout, audience="manager"))
