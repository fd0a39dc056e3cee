"""The Land in the form of the public face: which it is, what is known of it, and what is to be checked."""

from __future__ import annotations

from typing import Any

from dash import html

from monitoring.components.entered import Entered
from monitoring.components.form import checkbox, field
from monitoring.components.native import Select, Textarea, options
from monitoring.components.notice import notice
from monitoring.domain.land import Land, LandPart
from monitoring.domain.public_face import PublicFace
from monitoring.domain.statement import Fact, Facts, parts_to_check
from monitoring.texts.words import Words

OWN_PARTS = (Fact.LAW, Fact.ENFORCEMENT_BODY, Fact.AUTHORITY)
"""What a municipality may say itself in the place of what is known of its Land."""


def land_field(face: PublicFace, laender: dict[str, Land], typed: Entered, words: Words) -> html.Div:
    """The Land; asked for only where the official key does not say it."""
    pairs = sorted((_name(land, words), key) for key, land in laender.items())
    named = options([(key, name) for name, key in pairs], empty=words("form.choose"))
    control = Select(name="land", id="land", options=named, value=typed.text("land", face.land or ""))
    hint = words("page.public_face.land_hint")
    return field(words("page.public_face.land"), control, words=words, hint=hint, error=typed.error("land"))


def land_section(land: Land | None, facts: Facts, typed: Entered, words: Words) -> list[Any]:
    """What the legal pages name of the Land, what of it is to be checked, and how to correct it."""
    if land is None:
        return []
    doubted = parts_to_check(land, facts)
    return [
        html.H3(words("page.public_face.land_heading", land=_name(land, words))),
        _to_check(doubted, land, words) if doubted else html.P(words("page.public_face.land_read")),
        _checked(land, facts, typed, words) if land.unconfirmed else None,
        html.Details(
            [
                html.Summary(words("page.public_face.land_instead")),
                *[_own(fact, facts, typed, words) for fact in OWN_PARTS],
                html.P(words("page.public_face.land_sources")),
                html.Ul([html.Li(html.A(each, href=each)) for each in land.sources], className="sources"),
            ],
            open=any(fact.value in typed.errors for fact in OWN_PARTS),
        ),
    ]


def _to_check(doubted: tuple[LandPart, ...], land: Land, words: Words) -> html.Div:
    items = [
        html.Li([html.Strong(words.label(part)), ": ", html.Span(land.said(part), lang="de")])
        for part in doubted
    ]
    said = [html.P(words("page.public_face.land_unconfirmed", land=_name(land, words))), html.Ul(items)]
    return notice(said, title=words("page.public_face.land_to_check"), tone="fair")


def _checked(land: Land, facts: Facts, typed: Entered, words: Words) -> html.Div:
    """The box with which a municipality says that it looked; it holds for what is told now."""
    is_checked = typed.text("land_checked", facts.get(Fact.LAND_CHECKED, "")) == land.mark
    label, hint = words.label(Fact.LAND_CHECKED), words("page.public_face.land_checked_hint")
    return checkbox(label, Fact.LAND_CHECKED.value, value=land.mark, checked=is_checked, hint=hint)


def _own(fact: Fact, facts: Facts, typed: Entered, words: Words) -> html.Div:
    text = typed.text(fact, facts.get(fact, ""))
    control = Textarea(rows=3, name=fact.value, id=fact.value, value=text, lang="de")
    hint = words(f"page.public_face.{fact}_hint")
    return field(words.label(fact), control, words=words, hint=hint, error=typed.error(fact))


def _name(land: Land, words: Words) -> str:
    return land.name if words.language == "de" else land.name_en
