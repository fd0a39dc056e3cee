"""The public face: one page on which climate managers set how the municipality appears in public."""

from __future__ import annotations

from typing import Any

from dash import html

from monitoring.components.address import Address
from monitoring.components.entered import Entered, entered, faults_of
from monitoring.components.face_versions import face_versions
from monitoring.components.form import button, form
from monitoring.components.land_form import land_field, land_section
from monitoring.components.native import Input
from monitoring.components.notice import notice
from monitoring.components.public_face_form import (
    contact_fields,
    embedding_field,
    is_wrong,
    look_fields,
    statement_fields,
)
from monitoring.components.sentence import lead
from monitoring.domain.land import land_key
from monitoring.domain.overview import Overview
from monitoring.domain.statement import (
    Statement,
    address_of,
    is_complete,
    known_facts,
    missing_facts,
    own_text,
)
from monitoring.login import current_visit, form_token
from monitoring.pages._embedded import EMBEDDING
from monitoring.pages._page import MunicipalityPage
from monitoring.pages._registration import register_pages
from monitoring.pages._statement_tails import STATEMENT_TAILS
from monitoring.services.face_versions import versions_of_face
from monitoring.services.laender import laender
from monitoring.services.public_face import face_mark
from monitoring.texts.words import LANGUAGES, Words

_DONE = {"gespeichert": "saved", "wiederhergestellt": "restored"}
CHANGES = "aenderungen"
"""Where the list of changes stands on the page."""


def layout(overview: Overview, words: Words, address: Address) -> list[Any]:
    """The form, with what is set now or was typed."""
    typed = entered()
    done = next((each for each in ("gespeichert", "wiederhergestellt") if each in address.query), None)
    saved = words(f"page.public_face.{_DONE[done]}") if done else None
    return [
        html.H1(words("page.public_face.title")),
        faults_of(typed, words),
        notice(_public_link(words, address), title=saved, tone="good", role="status") if saved else None,
        lead(words("page.public_face.intro")),
        html.P(
            [
                html.A(words("page.stories.heading"), href=address.to("/erfolge")),
                " · ",
                html.A(words("easy.form_heading"), href=address.to("/leichte-sprache/bearbeiten")),
                " · ",
                html.A(words("page.public_face.changes_heading"), href=f"#{CHANGES}"),
            ]
        ),
        form(
            _fields(overview, typed.of(""), words, address),
            action=address.path,
            token=form_token(),
            multipart=True,
        ),
        html.H2(words("page.public_face.changes_heading"), id=CHANGES),
        *face_versions(
            versions_of_face(current_visit(), overview.municipality.slug),
            words,
            action=address.path,
            token=form_token(),
            mark=face_mark(overview.face, overview.municipality),
        ),
    ]


def _public_link(words: Words, address: Address) -> html.A:
    return html.A(words("page.publish.see_public"), href=address.in_office(False).to())


def _fields(overview: Overview, typed: Entered, words: Words, address: Address) -> list[Any]:
    face, own = overview.face, overview.municipality
    mark = face.logo.mark if face.logo else ""
    land = laender().get(land_key(own, face.land) or "")
    logo = address.in_office().to("/auftritt/logo", m=mark)
    return [
        # Always of now: who saves again after being told of a change means to.
        Input(type="hidden", name="based_on", value=face_mark(face, own)),
        html.H2(words("page.public_face.contact_heading")),
        *contact_fields(face, own, typed, words),
        html.H2(words("page.public_face.look_heading")),
        *look_fields(face, logo, typed, words),
        html.H2(words("page.public_face.embedding_heading")),
        embedding_field(face, typed, words),
        html.P(html.A(words("page.public_face.to_embedding"), href=address.to(EMBEDDING))),
        html.H2(words("page.public_face.statements_heading")),
        html.P(words("page.public_face.statements_intro")),
        None if land_key(own) else land_field(face, laender(), typed, words),
        *land_section(land, known_facts(face, own, land), typed, words),
        *[_statement(each, overview, typed, words, address) for each in Statement],
        button(words("button.save")),
    ]


def _statement(
    statement: Statement, overview: Overview, typed: Entered, words: Words, address: Address
) -> html.Details:
    """The fields of a legal page under its name and state; they are in sight while something is missing."""
    state, page = _state(statement, overview, words), address.to(STATEMENT_TAILS[statement])
    done = [words(f"page.public_face.{each}") for each in ("finished", "elsewhere")]
    return html.Details(
        [
            html.Summary([words.label(statement), " ", html.Span(state, className="muted")]),
            html.P(html.A(words("page.public_face.see_page"), href=page)),
            *statement_fields(statement, overview.face, overview.municipality, typed, words),
        ],
        open=state not in done or is_wrong(statement, typed),
    )


def _state(statement: Statement, overview: Overview, words: Words) -> str:
    """Whether the page is finished, what it lacks, or that it stands elsewhere."""
    own, face = overview.municipality, overview.face
    if address_of(statement, own):
        return words("page.public_face.elsewhere")
    land = laender().get(land_key(own, face.land) or "")
    facts = known_facts(face, own, land)
    drafts = [language for language in LANGUAGES if own_text(face, statement, language) is None]
    lacking = [words.label(fact) for fact in missing_facts(statement, facts)] if drafts else []
    if lacking:
        return words("page.public_face.unfinished_facts", facts=words.list(lacking))
    is_finished = all(is_complete(face, statement, facts, language) for language in LANGUAGES)
    return words("page.public_face.finished" if is_finished else "page.public_face.unfinished")


register_pages(__name__, MunicipalityPage("/auftritt", "page.public_face.title", layout, audience="manager"))
