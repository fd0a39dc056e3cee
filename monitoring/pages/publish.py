"""Publishing: what would change in public; releasing everything or chosen items; sharing, withdrawing."""

from __future__ import annotations

from typing import Any

from dash import html

from monitoring.components.address import Address
from monitoring.components.correction_reasons import reason_fields
from monitoring.components.entered import Entered, entered, faults_of
from monitoring.components.form import button, choices, field, form
from monitoring.components.native import Input, Textarea
from monitoring.components.notice import notice
from monitoring.components.person_questions import person_questions
from monitoring.components.publication_choice import incomplete_measures, item_choices
from monitoring.components.record_changes import record_changes
from monitoring.components.sentence import lead
from monitoring.domain.overview import Overview
from monitoring.domain.publication import Publication
from monitoring.login import current_visit, form_token
from monitoring.pages._page import MunicipalityPage
from monitoring.pages._registration import register_pages
from monitoring.pages._release import grant_form, share_form, withdraw_form
from monitoring.services.publishing import Release, preview
from monitoring.texts.words import Words


def layout(overview: Overview, words: Words, address: Address) -> list[Any]:
    """Where the public and the council stand, and the forms to change it."""
    release = preview(current_visit(), overview.municipality.slug)
    typed = entered()
    return [
        html.H1(words("page.publish.heading")),
        faults_of(typed, words),
        _done(words, address),
        _standing(release, overview, words, address),
        *_publishing(release, overview, typed.of("publish"), words, address),
        *share_form(release, words, address),
        *grant_form(typed.of("grant"), words, address),
        *withdraw_form(_out(release), typed.of("withdraw"), words, address),
        *_open_data(words, address),
    ]


def _out(release: Release) -> list[Publication]:
    return [each for each in release.publications if each.withdrawn_at is None]


def _done(words: Words, address: Address) -> Any:
    """What the form just sent has done, told by the address it led to."""
    done = {
        "fassung": ("page.publish.publish_done", "number"),
        "zurueckgezogen": ("page.publish.withdraw_done", "number"),
        "geteilt": ("page.publish.share_done", "revision"),
        "partner": ("page.publish.grant_done", "name"),
    }
    named = next((name for name in done if name in address.query), None)
    if named is None:
        return None
    key, placeholder = done[named]
    link = html.A(words("page.publish.see_public"), href=address.in_office(False).to())
    content = html.P(link) if named == "fassung" else ""
    title = words(key, **{placeholder: address.query[named][:120]})
    return notice(content, title=title, tone="good", role="status")


def _standing(release: Release, overview: Overview, words: Words, address: Address) -> html.Ul:
    revision = words(
        "page.publish.current", revision=release.revision, date=words.date(overview.stand.changed_at)
    )
    lines: list[Any] = [revision if release.revision else words("page.history.empty")]
    lines.append(_public_line(release, words, address, overview))
    if release.shared_revision:
        date = words.datetime(release.shared_at)
        lines.append(words("page.publish.shared_since", revision=release.shared_revision, date=date))
    else:
        lines.append(words("page.publish.never_shared"))
    return html.Ul([html.Li(line) for line in lines])


def _public_line(release: Release, words: Words, address: Address, overview: Overview) -> Any:
    seen = next((each for each in release.publications if each.is_out(overview.today)), None)
    if seen is None:
        return words("page.publish.never_published")
    text = words("page.publish.published", number=seen.number, date=seen.day)
    return html.Span(
        [text, " ", html.A(words("page.publish.see_public"), href=address.in_office(False).to())]
    )


def _publishing(
    release: Release, overview: Overview, typed: Entered, words: Words, address: Address
) -> list[Any]:
    heading = html.H2(words("page.publish.title"), id="veroeffentlichen")
    if not release.changes:
        return [heading, html.P(words("page.publish.up_to_date"))]
    return [
        heading,
        lead(words.plural("page.publish.differences", len(release.changes))),
        *record_changes(release.changes, words, caption=words("page.import.counts")),
        _form(release, overview, typed, words, address),
    ]


def _form(release: Release, overview: Overview, typed: Entered, words: Words, address: Address) -> html.Form:
    scope = typed.text("scope", "everything")
    parts = [
        choices(
            words("page.publish.scope"),
            "scope",
            [(each, words(f"page.publish.{each}")) for each in ("everything", "chosen")],
            words=words,
            value=scope,
            error=typed.error("scope"),
        ),
        html.Details(
            [
                html.Summary(words("page.publish.choose_items")),
                html.P(words("page.publish.chosen_hint"), className="hint"),
                *item_choices(release.changes, overview, set(typed.all("items")), words),
            ],
            open=scope == "chosen",
        ),
        *_about(typed, words),
        *reason_fields(release.corrections, typed, words),
        *incomplete_measures(release.changes, words, address),
        *person_questions(release.persons, typed, words, address),
        button(words("page.publish.publish"), name="act", value="publish"),
    ]
    return form(parts, action=address.path, token=form_token())


def _about(typed: Entered, words: Words) -> list[html.Div]:
    paper = Input(type="text", name="paper", id="paper", value=typed.text("paper"), maxLength="300")
    day = Input(type="date", name="not_before", id="not_before", value=typed.text("not_before"))
    explanation = Textarea(
        name="explanation", id="explanation", rows=3, value=typed.text("explanation"), maxLength="1000"
    )
    note = Input(type="text", name="note", id="note", value=typed.text("note"), maxLength="500")
    return [
        field(words("page.publish.paper"), paper, words=words, hint=words("page.publish.paper_hint")),
        field(
            words("page.publish.not_before"),
            day,
            words=words,
            hint=words("page.publish.not_before_hint"),
            error=typed.error("not_before"),
        ),
        field(
            words("page.publish.explanation"),
            explanation,
            words=words,
            hint=words("page.publish.explanation_hint"),
            error=typed.error("explanation"),
        ),
        field(words("page.publish.note"), note, words=words, hint=words("page.publish.note_hint")),
    ]


def _open_data(words: Words, address: Address) -> list[Any]:
    link = html.A(words("page.publish.to_open_data"), href=address.to("/veroeffentlichen/offene-daten"))
    return [
        html.H2(words("page.publish.open_data_heading")),
        html.P(words("page.publish.open_data_intro")),
        html.P(link),
    ]


register_pages(
    __name__, MunicipalityPage("/veroeffentlichen", "page.publish.title", layout, audience="manager")
)
