"""My account: one's municipalities with one's role in each."""

from __future__ import annotations

from typing import Any

from dash import html

from monitoring.components.address import Address
from monitoring.domain.access import Act
from monitoring.domain.errors import NotSignedIn
from monitoring.pages._page import SitePage
from monitoring.pages._registration import register_page_of_site
from monitoring.services.municipalities import own_municipalities
from monitoring.services.visit import Visit
from monitoring.texts.words import Words


def layout(visit: Visit, words: Words, address: Address) -> list[Any]:
    """Name and municipalities; signing out stands in the header."""
    if not visit.viewer.is_signed_in:
        raise NotSignedIn()
    return [
        html.H1(words("page.account.title")),
        html.P(words("frame.signed_in_as", name=visit.by), className="lead"),
        html.H2(words("page.account.my_municipalities")),
        _municipalities(visit, words, address),
    ]


def _municipalities(visit: Visit, words: Words, address: Address) -> Any:
    own = own_municipalities(visit)
    if not own:
        return html.P(words("page.account.no_municipality"), className="empty")
    return html.Ul(
        [
            html.Li(
                html.A(
                    words("page.account.role_in", role=words.label(role), municipality=each.name),
                    href=address.municipality(each.slug, is_office=visit.may(Act.SEE_SHARED, each.slug)),
                )
            )
            for each, role in own
        ]
    )


register_page_of_site(__name__, SitePage("/konto", "page.account.title", layout, audience="anyone"))
