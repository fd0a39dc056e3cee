"""The text for a council paper at the end of a page: what the page says, with its source, to copy."""

from __future__ import annotations

from typing import Any

from dash import html

from monitoring.components.copy_text import copy_text
from monitoring.domain.overview import Overview
from monitoring.texts.council_paper import paper_source
from monitoring.texts.words import Words


def paper_section(text: str, words: Words) -> Any:
    """The text in a field of its own, opened on demand; not printed, as the page itself is the annex."""
    summary = html.Summary(words("page.overview.paper"))
    hint = html.P(words("page.overview.paper_hint"))
    field = copy_text(text, name="paper", label=words("page.overview.paper_label"), words=words)
    return html.Details([summary, hint, field], className="on-demand no-print")


def source_sentence(overview: Overview, words: Words) -> str:
    """Which publication or revision of which day the figures are from."""
    stand = overview.stand
    publication = stand.publication
    day = publication.day if publication else stand.changed_at
    return paper_source(
        overview.municipality.name,
        words,
        day=day or overview.today,
        publication=publication.number if publication else None,
        revision=stand.revision,
    )
