"""How a page of a municipality opens: its heading, as of when it is, and what it is about."""

from __future__ import annotations

from typing import Any

from dash import html

from monitoring.components.address import Address
from monitoring.components.saved import saved_notice
from monitoring.components.sentence import lead
from monitoring.domain.overview import Overview
from monitoring.pages._stand import stand_line, stand_notice
from monitoring.texts.words import Words


def opening(page: str, overview: Overview, words: Words, address: Address) -> list[Any]:
    """The head of a page under its name in texts, with the sentence that says what the page is about."""
    name = overview.municipality.name
    heading = words(f"page.{page}.heading", municipality=name)
    return [
        *headed(heading, overview, words, address),
        lead(words(f"page.{page}.intro", municipality=name)),
    ]


def headed(heading: str, overview: Overview, words: Words, address: Address) -> list[Any]:
    """The heading, what was just saved, and the state that is shown."""
    return [
        html.H1(heading),
        saved_notice(words, address),
        stand_notice(overview, words, address),
        stand_line(overview, words),
    ]
