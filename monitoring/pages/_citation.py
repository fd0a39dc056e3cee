"""The line to cite a page by: title, municipality, publication, date and an address that stays."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dash import html

from monitoring.components.address import Address
from monitoring.domain.overview import Overview
from monitoring.texts.words import Words


def citation(title: str, overview: Overview, words: Words, address: Address) -> list[Any]:
    """The line under its heading; nothing in the office, whose states nobody else can look up."""
    publication = overview.stand.publication
    if publication is None:
        return []
    fixed = replace(address, query={}).fixed(publication.number).whole
    line = words(
        "citation.line",
        municipality=overview.municipality.name,
        title=title,
        number=publication.number,
        date=publication.day,
    )
    return [
        html.H2(words("citation.heading")),
        html.P([line, " ", html.A(fixed, href=fixed)], className="citation"),
    ]
