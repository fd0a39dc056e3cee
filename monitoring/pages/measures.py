"""The measures: what the municipality does and how far it is, with filters kept in the address."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dash import html

from monitoring.components.address import Address
from monitoring.components.badge import member_badge
from monitoring.components.facts import facts
from monitoring.components.sentence import lead, sentence
from monitoring.components.table import data_table
from monitoring.domain.news import News
from monitoring.domain.overview import MeasureView, Overview
from monitoring.pages._measure_chart import measure_chart
from monitoring.pages._measure_filters import Filters, filter_form
from monitoring.pages._page import MunicipalityPage
from monitoring.pages._paper import paper_section, source_sentence
from monitoring.pages._qualities import measure_href, measure_name
from monitoring.pages._registration import register_pages
from monitoring.pages._stand import stand_line, stand_notice
from monitoring.texts.council_paper import measures_paper
from monitoring.texts.sentences import measures_sentence, savings_sentence
from monitoring.texts.words import Words


def layout(overview: Overview, words: Words, address: Address) -> list[Any]:
    """The whole page."""
    heading = [
        html.H1(words("page.measures.heading")),
        stand_notice(overview, words, address),
        stand_line(overview, words),
        lead(words("page.measures.intro", municipality=overview.municipality.name)),
    ]
    if not overview.measures:
        return [*heading, html.P(words("page.measures.empty"), className="empty")]
    filters = Filters.of(address.query)
    new = filters.news(overview)
    found = [view for view in overview.measures if filters.admits(view, new)]
    return [
        *heading,
        filter_form(filters, overview, words, address),
        html.P(words.plural("page.measures.found", len(found)), role="status"),
        *_list(found, new or {}, overview, words, address),
        *_chart(overview, words, address),
        _meanings(overview, words),
        _paper(overview, words),
    ]


def _list(
    found: list[MeasureView],
    new: Mapping[str, list[News]],
    overview: Overview,
    words: Words,
    address: Address,
) -> list[Any]:
    if not found:
        return []
    has_programmes = len(overview.programmes) > 1
    names = [
        "measure",
        *(["programme"] if has_programmes else []),
        "field_of_action",
        "status",
        "timeliness",
        "report",
    ]
    columns = [words(f"page.measures.column_{name}") for name in names]
    rows = [_row(view, new.get(view.measure.id, []), has_programmes, words, address) for view in found]
    caption = words("page.measures.heading")
    told_apart = range(1, names.index("status"))
    table = data_table(
        columns, rows, caption=caption, words=words, stacked=True, wide_only=told_apart, hidden_caption=True
    )
    return [table]


def _row(
    view: MeasureView, new: list[News], has_programmes: bool, words: Words, address: Address
) -> list[Any]:
    own = view.measure
    return [
        [html.A(measure_name(view), href=measure_href(view, address)), _news(new, words)],
        *([own.programme] if has_programmes else []),
        own.field_of_action or words("missing"),
        member_badge(own.status, words),
        _timeliness(view, words),
        _report(view, words),
    ]


def _news(new: list[News], words: Words) -> html.Span | None:
    """What is new, where the reader asked for it."""
    if not new:
        return None
    said = ", ".join(words(f"page.measures.new_{each.kind}", date=each.day) for each in new)
    return html.Span(words("page.measures.news", news=said), className="news")


def _timeliness(view: MeasureView, words: Words) -> Any:
    """Where room is short, only what is late."""
    shown = member_badge(view.timeliness, words) if view.timeliness else words("missing")
    return shown if view.is_late else html.Span(shown, className="wide-only")


def _report(view: MeasureView, words: Words) -> Any:
    """The day of the newest report, which says of itself what it is where there is no heading."""
    if not view.reports:
        return words("page.measures.no_report")
    return [
        html.Span(f"{words('page.measures.of_day')} ", className="narrow-only"),
        words.date(view.reports[0].date),
    ]


def _chart(overview: Overview, words: Words, address: Address) -> list[Any]:
    """All measures by field of action, whatever is filtered, and what is known of their effect."""
    late = sum(view.is_late for view in overview.measures)
    message = measures_sentence(overview.measures_by_status, late, words)
    savings = savings_sentence([each.savings_t for each in overview.counted_measures], words)
    return [
        html.H2(words("page.measures.by_field")),
        measure_chart(overview, message, words, address, name="measures"),
        sentence(savings),
        html.P(words("note.not_additive"), className="remark"),
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
        savings=savings_sentence([each.savings_t for each in overview.counted_measures], words),
        late=late,
        source=source_sentence(overview, words),
    )
    return paper_section(text, words)


register_pages(__name__, MunicipalityPage("/massnahmen", "page.measures.title", layout))
