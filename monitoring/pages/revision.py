"""One revision: what it changed, with old and new values, and undoing it after a look."""

from __future__ import annotations

from typing import Any

from dash import html

from monitoring.components.address import Address
from monitoring.components.entered import entered, faults_of
from monitoring.components.form import button, field, form
from monitoring.components.native import Input
from monitoring.components.notice import notice
from monitoring.components.record_changes import record_changes
from monitoring.components.sentence import lead
from monitoring.components.undo_choices import undo_choices
from monitoring.domain.errors import NotFound
from monitoring.domain.overview import Overview
from monitoring.domain.revision import Revision
from monitoring.login import current_visit, form_token
from monitoring.pages._page import MunicipalityPage
from monitoring.pages._registration import register_pages
from monitoring.services.history import changes_of, history
from monitoring.services.undoing import Undoing, undoing
from monitoring.texts.words import Words


def layout(overview: Overview, words: Words, address: Address) -> list[Any]:
    """Who, when and why; the changes; the form to undo them."""
    slug, number = overview.municipality.slug, _number(address)
    found = history(current_visit(), slug)
    revision = next((each for each in found.revisions if each.number == number), None)
    if revision is None:
        raise NotFound()
    changes = changes_of(current_visit(), slug, number)
    heading = words("page.history.revision", number=number)
    return [
        html.H1(heading),
        faults_of(entered(), words),
        _undone(words, address, number),
        lead(_made(revision, words)),
        *record_changes(changes, words, caption=words("page.history.what_changed")),
        *(_undo(revision, undoing(current_visit(), slug, number), words, address) if changes else []),
        html.P(html.A(words("page.history.back"), href=address.to("/verlauf"))),
    ]


def _number(address: Address) -> int:
    text = address.variables["number"]
    if not text.isascii() or not text.isdigit() or len(text) > 9:
        raise NotFound()
    return int(text)


def _made(revision: Revision, words: Words) -> str:
    made = words("page.history.made", date=words.datetime(revision.made_at), name=revision.made_by)
    undone = words("page.history.undoes", number=revision.undoes) if revision.undoes else ""
    parts = (words(f"revision_act.{revision.act}"), made, undone, revision.note)
    return " · ".join(part for part in parts if part)


def _undone(words: Words, address: Address, number: int) -> Any:
    if "rueckgaengig" not in address.query:
        return None
    return notice(words("page.history.undo_done", revision=number), tone="good", role="status")


def _undo(revision: Revision, found: Undoing, words: Words, address: Address) -> list[Any]:
    heading = html.H2(words("page.history.undo"), id="rueckgaengig")
    if not found.undecided and not found.untouched:
        return [heading, html.P(words("page.history.undone_already"))]
    parts = [
        html.P(words("page.history.undo_confirm", number=revision.number)),
        *(_choices(found, words) if found.undecided else []),
        html.Div([_note(words), button(words("page.history.undo"), kind="danger")], className="form"),
    ]
    return [heading, form(parts, action=address.path, token=form_token(), style={"maxInlineSize": "none"})]


def _choices(found: Undoing, words: Words) -> list[Any]:
    typed = entered()
    based_on = typed.text("based_on", str(found.based_on))
    return [
        Input(type="hidden", name="based_on", value=based_on),
        undo_choices(found.undecided, typed, words),
        html.P(words.plural("page.history.undo_rest", found.untouched)),
    ]


def _note(words: Words) -> Any:
    note = Input(type="text", name="note", id="note", maxLength="500", value=entered().text("note"))
    hint = words("form.reason_for_change_hint")
    return field(words("form.reason_for_change"), note, words=words, hint=hint)


register_pages(
    __name__, MunicipalityPage("/verlauf/<number>", "page.history.title", layout, audience="manager")
)
