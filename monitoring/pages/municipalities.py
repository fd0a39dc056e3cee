"""The municipalities: the page on which everybody begins, with a search by name or official key."""

from __future__ import annotations

from typing import Any

from dash import html

from monitoring.components.address import Address
from monitoring.components.badge import badge
from monitoring.components.form import button, field, form
from monitoring.components.native import Input
from monitoring.components.sentence import lead
from monitoring.pages._page import SitePage
from monitoring.pages._registration import register_page_of_site
from monitoring.services import municipality_list
from monitoring.services.municipality_list import Listed, municipalities_seen
from monitoring.services.visit import Visit
from monitoring.texts.words import Words

INITIAL = "anfang"


def layout(visit: Visit, words: Words, address: Address) -> list[Any]:
    """The municipalities that show something, narrowed by the search in the address."""
    search = address.query.get("suche", "").strip()
    found = [each for each in municipalities_seen(visit, search) if each.is_published]
    return [
        html.H1(words("page.home.heading")),
        lead(words("page.home.intro")),
        *_list(found, search, words, address),
    ]


def _list(found: list[Listed], search: str, words: Words, address: Address) -> list[Any]:
    if not found and not search:
        return [html.P(words("page.home.empty"), className="empty")]
    chosen = address.query.get(INITIAL, "")
    shown = (
        found
        if len(found) <= municipality_list.MOST_AT_ONCE
        else [each for each in found if each.initial == chosen]
    )
    return [
        _search(search, words, address),
        html.P(words.plural("page.home.found", len(found)), role="status"),
        _initials(found, search, chosen, words, address)
        if len(found) > municipality_list.MOST_AT_ONCE
        else None,
        html.Ul([_entry(each, words, address) for each in shown], className="places") if shown else None,
    ]


def _initials(found: list[Listed], search: str, chosen: str, words: Words, address: Address) -> html.Nav:
    """The way into a long list: the letters with which names begin."""
    kept = {"suche": search} if search else {}
    letters = sorted({each.initial for each in found})
    links = [
        html.A(
            letter,
            href=address.site(**kept, **{INITIAL: letter}),
            **{"aria-current": "true"} if letter == chosen else {},
        )
        for letter in letters
    ]
    label = words("page.home.initials")
    return html.Nav(html.Ul([html.Li(each) for each in links]), className="initials", **{"aria-label": label})


def _search(search: str, words: Words, address: Address) -> html.Form:
    control = Input(type="search", name="suche", id="suche", value=search, required=True)
    label = words("page.home.search")
    return form(
        [
            field(label, control, words=words, hint=words("page.home.search_hint")),
            button(words("button.search")),
        ],
        action=address.path,
        token=None,
        method="get",
        role="search",
    )


def _entry(each: Listed, words: Words, address: Address) -> html.Li:
    sample = badge(words("component.frame.sample"), "fair", "info") if each.is_sample else None
    return html.Li(
        [
            html.A(each.name, href=address.municipality(each.slug)),
            html.Span([words.label(each.kind), sample and " ", sample], className="muted"),
        ]
    )


register_page_of_site(__name__, SitePage("/", "page.home.title", layout, audience="public"))
