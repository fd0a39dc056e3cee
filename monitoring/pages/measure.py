"""One measure: what it is, how far it is, what it achieves, and the administration's own view of it."""

from __future__ import annotations

from typing import Any

from dash import html

from monitoring.components.address import Address
from monitoring.components.amendments import amendments_table
from monitoring.components.story_card import story_card
from monitoring.domain.news import measure_of
from monitoring.domain.overview import Overview
from monitoring.domain.views import MeasureView
from monitoring.pages._indicator_chart import indicator_section
from monitoring.pages._measure_brief import TOLD, brief, review_section
from monitoring.pages._measure_effects import costs, effects, funding
from monitoring.pages._measure_history import assessments, milestones, reports
from monitoring.pages._measure_named import measure_name, measure_of_page
from monitoring.pages._measure_profile import internal, origins, profile
from monitoring.pages._opening import headed
from monitoring.pages._page import MunicipalityPage
from monitoring.pages._registration import register_pages
from monitoring.texts.words import Words


def layout(overview: Overview, words: Words, address: Address) -> list[Any]:
    """The measure in brief, then its course, effects and money, and at last where each value is from.

    Raises:
        NotFound: there is no such measure, or this viewer does not see it.
    """
    view = measure_of_page(overview, address)
    return [
        *headed(measure_name(view), overview, words, address),
        *_acts(view, overview, words, address),
        brief(view, words),
        story_card(view.story, view, overview, words, address) if view.story else None,
        *review_section(view, overview, words),
        *reports(view, words),
        *milestones(view, overview, words),
        *effects(view, words),
        *costs(view, words),
        *funding(view, words),
        *_indicators(view, overview, words, address),
        *assessments(view, words),
        *profile(view, overview, words, address, TOLD),
        *internal(view, overview, words),
        *_amendments(view, overview, words),
        origins(view, overview, words, address),
    ]


def _amendments(view: MeasureView, overview: Overview, words: Words) -> list[Any]:
    """What was public of this measure and is different now; in public only."""
    if overview.stand.publication is None:
        return []
    heading = words("amendment.heading")
    own = [each for each in overview.amendments if measure_of(each.was) == view.measure.id]
    intro = [html.P(words("amendment.intro"))] if own else []
    return [html.H2(heading), *intro, amendments_table(own, words, caption=heading)]


def _acts(view: MeasureView, overview: Overview, words: Words, address: Address) -> list[Any]:
    """What a manager does here."""
    if not overview.stand.shows_internal:
        return []
    tail = f"/massnahmen/{view.measure.id}"
    report = html.A(
        words("page.measure.report_status"),
        href=address.to(f"{tail}/sachstand"),
        className="button button-primary",
    )
    edit = html.A(
        words("page.measure.edit"), href=address.to(f"{tail}/bearbeiten"), className="button button-secondary"
    )
    tell = html.A(
        words("story.edit" if view.story else "story.add"),
        href=address.to(f"{tail}/erfolg"),
        className="button button-secondary",
    )
    return [html.P([report, edit, tell], className="button-row no-print")]


def _indicators(view: MeasureView, overview: Overview, words: Words, address: Address) -> list[Any]:
    if not view.indicators:
        return []
    sections = [
        indicator_section(each, overview, words, address, name=f"indicator-{number}", heading=html.H3)
        for number, each in enumerate(view.indicators, start=1)
    ]
    return [html.H2(words("page.measure.indicators")), *sections]


def title(overview: Overview, words: Words, address: Address) -> str:
    """The name of the measure, for the browser."""
    return measure_name(measure_of_page(overview, address))


register_pages(__name__, MunicipalityPage("/massnahmen/<code>", title, layout))
