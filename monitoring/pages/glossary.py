"""The glossary: what the words on these pages mean, in plain language."""

from __future__ import annotations

from typing import Any

from dash import html

from monitoring.components.address import Address
from monitoring.components.glossary import definitions
from monitoring.components.sentence import lead
from monitoring.pages._page import SitePage
from monitoring.pages._registration import register_page_of_site
from monitoring.services.visit import Visit
from monitoring.texts.glossary import terms
from monitoring.texts.words import Words


def layout(visit: Visit, words: Words, address: Address) -> list[Any]:
    """Every term by its name."""
    return [
        html.H1(words("glossary.page.heading")),
        lead(words("glossary.page.intro")),
        definitions(terms(words.language), anchored=True),
    ]


register_page_of_site(__name__, SitePage("/glossar", "glossary.page.title", layout, audience="public"))
