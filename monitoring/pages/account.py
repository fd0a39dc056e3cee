"""My account: one's municipalities with one's role in each; for operators, what they do where."""

from __future__ import annotations

from typing import Any

from dash import html

from monitoring.components.address import Address
from monitoring.components.sentence import lead
from monitoring.domain.access import Role
from monitoring.domain.errors import NotSignedIn
from monitoring.domain.municipality import Municipality
from monitoring.pages._own_places import own_place
from monitoring.pages._page import SitePage
from monitoring.pages._registration import register_page_of_site
from monitoring.services.municipalities import own_municipalities
from monitoring.services.visit import Visit
from monitoring.texts.words import Words

OPERATING = {
    "municipality": ("municipality add", "municipality change"),
    "user": ("user add", "user disable", "user reset-password"),
}
"""What operators do at the command line, by the name of its text."""


def layout(visit: Visit, words: Words, address: Address) -> list[Any]:
    """Name and municipalities; signing out stands in the header."""
    if not visit.viewer.is_signed_in:
        raise NotSignedIn()
    roles = {each.role for each in visit.viewer.memberships}
    return [
        html.H1(words("page.account.title")),
        lead(words("frame.signed_in_as", name=visit.by)),
        *(_operating(words) if Role.OPERATOR in roles else []),
        *(_own(visit, words, address) if roles != {Role.OPERATOR} else []),
    ]


def _operating(words: Words) -> list[Any]:
    acts = [
        html.Li([words(f"page.account.operator_{name}"), ": ", *_commands(commands)])
        for name, commands in OPERATING.items()
    ]
    return [
        html.H2(words("page.account.operator_heading")),
        html.P(words("page.account.operator_text")),
        html.Ul(acts),
        html.P(words("page.account.operator_help")),
    ]


def _commands(commands: tuple[str, ...]) -> list[Any]:
    shown = [html.Code(f"python -m monitoring {each}") for each in commands]
    return [part for each in shown for part in (each, ", ")][:-1]


def _own(visit: Visit, words: Words, address: Address) -> list[Any]:
    heading, own = html.H2(words("page.account.my_municipalities")), own_municipalities(visit)
    if not own:
        return [heading, html.P(words("page.account.no_municipality"), className="empty")]
    return [heading, html.Ul([html.Li(_place(each, role, visit, words, address)) for each, role in own])]


def _place(each: Municipality, role: Role, visit: Visit, words: Words, address: Address) -> Any:
    """A link, or that there is nothing behind it yet."""
    href, said = own_place(visit, each.slug, address), {"role": words.label(role), "municipality": each.name}
    if href is None:
        return words("page.account.role_waiting", **said)
    return html.A(words("page.account.role_in", **said), href=href)


register_page_of_site(__name__, SitePage("/konto", "page.account.title", layout, audience="anyone"))
