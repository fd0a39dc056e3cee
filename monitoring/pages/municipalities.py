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
from monitoring.services.overview import Listed, municipalities_seen
from monitoring.services.visit import Visit
from monitoring.texts.words import Words


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
    return [
        _search(search, words, address),
        html.P(words.plural("page.home.found", len(found)), role="status"),
        html.Ul([_entry(each, words, address) for each in found], className="places"),
    ]


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
    own = each.municipality
    sample = badge(words("component.frame.sample"), "fair", "info") if own.is_sample else None
    return html.Li(
        [
            html.A(own.name, href=address.municipality(own.slug)),
            html.Span([words.label(own.kind), sample and " ", sample], className="muted"),
        ]
    )


register_page_of_site(__name__, SitePage("/", "page.home.title", layout, audience="public"))
