"""The profiles of a municipality: what is known of its files, to rename, correct, share and forget."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html

from monitoring.components.address import Address
from monitoring.components.entered import entered, faults_of
from monitoring.components.facts import facts
from monitoring.components.notice import notice
from monitoring.components.profile_forms import DONE, profile_forms
from monitoring.components.sentence import lead
from monitoring.components.table import data_table
from monitoring.domain.overview import Overview
from monitoring.domain.profile import Profile
from monitoring.login import current_visit, form_token
from monitoring.pages._page import MunicipalityPage
from monitoring.pages._registration import register_pages
from monitoring.services.profiles import Profiles, listed
from monitoring.texts.profiles import meaning_in_words
from monitoring.texts.words import Words


def layout(overview: Overview, words: Words, address: Address) -> list[Any]:
    """Every profile with its forms, and what the region offers."""
    found = listed(current_visit(), overview.municipality.slug)
    return [
        html.H1(words("page.profiles.heading")),
        _done(words, address),
        faults_of(entered(), words),
        lead(words("page.profiles.intro")),
        *(_profile(each, number, found, words, address) for number, each in enumerate(found.own, 1)),
        None if found.own else html.P(words("page.profiles.none"), className="empty"),
        *_regional(found.regional, words),
    ]


def _done(words: Words, address: Address) -> Any:
    said = f"page.profiles.done_{address.query.get(DONE, '')}"
    return notice(words(said), tone="good", role="status") if said in words else None


def _profile(profile: Profile, number: int, found: Profiles, words: Words, address: Address) -> html.Section:
    heading = html.H2(profile.name, id=f"profil-{number}")
    shared = words("page.profiles.is_not_shared")
    if profile.shared_at:
        shared = words("page.profiles.is_shared", date=profile.shared_at)
    pairs = [
        *_about(profile, words),
        (words("page.profiles.shared"), shared if found.has_region else None),
    ]
    forms = profile_forms(
        profile, f"profil-{number}", action=address.path, token=form_token(),
        has_region=found.has_region, words=words,
    )  # fmt: skip
    named = {"aria-labelledby": f"profil-{number}"}
    return html.Section([heading, facts(pairs), *_labels(profile, words), *forms], **named)


def _about(profile: Profile, words: Words) -> list[tuple[str, Any]]:
    made = words("page.profiles.made_by", date=profile.made_at, name=profile.made_by)
    return [
        (words("page.profiles.reads"), _kinds(profile, words)),
        (words("page.profiles.sheets"), words.list(each.sheet for each in profile.sheets)),
        (words("page.profiles.used"), words.date(profile.used_at)),
        (words("page.profiles.made"), made),
    ]


def _kinds(profile: Profile, words: Words) -> str:
    return words.list(words.kind(each) for each in profile.kinds)


def _labels(profile: Profile, words: Words) -> list[Any]:
    """What each label was confirmed to mean, folded away."""
    heading = words("page.profiles.labels_heading")
    columns = [words(f"page.profiles.{name}") for name in ("label", "meaning")]
    parts: list[Any] = []
    for sheet in profile.sheets:
        rows = [
            [label, meaning_in_words(meaning, words, sheet.kind)] for label, meaning in sheet.meanings.items()
        ]
        if rows:
            parts.append(data_table(columns, rows, caption=f"{profile.name}: {sheet.sheet}", words=words))
    return [html.Details([html.Summary(heading), *parts])] if parts else []


def _regional(profiles: Sequence[Profile], words: Words) -> list[Any]:
    if not profiles:
        return []
    columns = [words(f"page.profiles.{name}") for name in ("profile", "owner", "reads", "used")]
    rows = [[each.name, each.owner, _kinds(each, words), words.date(each.used_at)] for each in profiles]
    heading = words("page.profiles.regional_heading")
    return [
        html.H2(heading),
        html.P(words("page.profiles.regional_intro")),
        data_table(columns, rows, caption=heading, words=words, hidden_caption=True),
    ]


register_pages(
    __name__, MunicipalityPage("/daten/profile", "page.profiles.title", layout, audience="manager")
)
