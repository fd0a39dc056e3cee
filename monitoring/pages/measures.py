"""The measures: what the municipality does and how far it is, with filters kept in the address."""

from __future__ import annotations

from typing import Any

from dash import html

from monitoring.components.address import Address
from monitoring.components.facts import facts
from monitoring.components.sentence import remark, sentence
from monitoring.domain.overview import Overview
from monitoring.pages._measure_chart import measure_chart
from monitoring.pages._measure_filters import ASKED, Filters, filter_form
from monitoring.pages._measure_list import measure_list
from monitoring.pages._measure_named import measure_name
from monitoring.pages._opening import opening
from monitoring.pages._page import MunicipalityPage
from monitoring.pages._paper import paper_section, source_sentence
from monitoring.pages._registration import register_pages
from monitoring.texts.council_paper import measures_paper
from monitoring.texts.sentences import measures_sentence, savings_sentence
from monitoring.texts.words import Words


def layout(overview: Overview, words: Words, address: Address) -> list[Any]:
    """The filters, the measures they admit, and all measures by field of action."""
    heading = opening("measures", overview, words, address)
    if not overview.measures:
        return [*heading, html.P(words("page.measures.empty"), className="empty")]
    filters = Filters.of(address.query)
    new = filters.news(overview)
    found = [view for view in overview.measures if filters.admits(view, new)]
    return [
        *heading,
        filter_form(filters, overview, words, address),
        html.P(words.plural("page.measures.found", len(found)), role="status"),
        *measure_list(found, new or {}, overview, words, address),
        *_chart(overview, words, address),
        _meanings(overview, words),
        _paper(overview, words),
    ]


def _chart(overview: Overview, words: Words, address: Address) -> list[Any]:
    """All measures by field of action, whatever is filtered, and what is known of their effect."""
    message = measures_sentence(overview.measures_by_status, overview.late, words)
    savings = savings_sentence(overview.savings_t, words)
    return [
        html.H2(words("page.measures.by_field")),
        measure_chart(overview, message, words, address, name="measures"),
        sentence(savings),
        remark(words("note.not_additive")),
    ]


def _meanings(overview: Overview, words: Words) -> html.Details:
    pairs = [(words.label(status), words.meaning(status)) for status in overview.measures_by_status]
    return html.Details([html.Summary(words("page.measures.status_meanings")), facts(pairs)])


def _paper(overview: Overview, words: Words) -> Any:
    late = [measure_name(view) for view in overview.measures if view.is_late]
    text = measures_paper(
        overview.municipality.name,
        words,
        measures=measures_sentence(overview.measures_by_status, len(late), words),
        savings=savings_sentence(overview.savings_t, words),
        late=late,
        source=source_sentence(overview, words),
    )
    return paper_section(text, words)


register_pages(__name__, MunicipalityPage("/massnahmen", "page.measures.title", layout, asks=ASKED))
