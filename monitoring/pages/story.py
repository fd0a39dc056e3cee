"""The story: what was so far, where it leads if it goes on like this, and what is needed."""

from __future__ import annotations

from typing import Any

from dash import html

from monitoring.charts.emissions import Emissions, emissions_figure, emissions_table
from monitoring.components.address import Address
from monitoring.components.chart_with_table import chart_with_table
from monitoring.components.glossary import terms_of_page
from monitoring.components.link import way_on
from monitoring.components.sentence import remark, sentence
from monitoring.domain.overview import Overview
from monitoring.domain.views import TargetView
from monitoring.pages import _story_charts as charts
from monitoring.pages._changes_chart import changes_chart
from monitoring.pages._opening import opening
from monitoring.pages._page import MunicipalityPage
from monitoring.pages._rating import shares
from monitoring.pages._registration import register_pages
from monitoring.pages._target_chart import has_numbers, target_source
from monitoring.pages._totals_chart import emissions_chart
from monitoring.texts.answers import enough, next_step, where
from monitoring.texts.outlook import outlook_sentence
from monitoring.texts.sentences import data_gap_sentence, savings_sentence
from monitoring.texts.target_sentences import rating_notes, target_sentence
from monitoring.texts.words import Words


def layout(overview: Overview, words: Words, address: Address) -> list[Any]:
    """The whole page: three chapters, each with its message, its chart and where to read on."""
    main = overview.main_target
    chapters = (
        _without_target(overview, words, address)
        if main is None
        else _chapters(main, overview, words, address)
    )
    return [
        *opening("story", overview, words, address),
        *chapters,
        terms_of_page(chapters, words, address),
    ]


def _chapters(main: TargetView, overview: Overview, words: Words, address: Address) -> list[Any]:
    unit, progress = main.unit, main.progress
    gap = data_gap_sentence(progress.latest_year, overview.today, words) if progress.latest_year else ""
    was = f"{where(progress, words, unit)} {gap}".strip()
    ahead = outlook_sentence(progress, words, unit)
    return [
        html.H2(words("page.story.history")),
        *_chart("history", main, overview, was, words, address),
        *changes_chart(overview, words, address, name="story-changes"),
        html.H2(words("page.story.outlook")),
        *_chart("outlook", main, overview, ahead, words, address),
        html.H2(words("page.story.needed")),
        html.P([target_sentence(progress, words, unit), " ", enough(progress, words, unit)]),
        *_chart("needed", main, overview, next_step(progress, words, unit=unit), words, address),
        shares(progress, words),
        remark(" ".join(rating_notes(progress, words))),
        way_on(words("page.overview.to_targets"), address.to("/ziele")),
        *_contribution(overview, words, address),
    ]


def _chart(
    chapter: str, main: TargetView, overview: Overview, message: str, words: Words, address: Address
) -> list[Any]:
    """The chart of a chapter under its message; the message alone where there is nothing to draw."""
    draw = {"history": charts.history, "outlook": charts.outlook, "needed": charts.needed}[chapter]
    shown: Emissions = draw(main, overview, words)
    is_empty = chapter == "outlook" and not shown.continued_path
    if is_empty or not has_numbers(main) or (chapter == "history" and not shown.balance_years):
        return [sentence(message)]
    return [
        chart_with_table(
            emissions_figure(shown, words),
            emissions_table(shown, words),
            message,
            name=f"story-{chapter}",
            words=words,
            source=target_source(main, overview, words, has_path=chapter == "needed"),
            address=address,
        )
    ]


def _contribution(overview: Overview, words: Words, address: Address) -> list[Any]:
    """What the measures add to it, as far as that is known."""
    if not overview.measures:
        return []
    savings = savings_sentence(overview.savings_t, words)
    return [
        html.H3(words("page.story.contribution")),
        sentence(savings),
        remark(words("note.not_additive")),
        way_on(words("page.overview.to_measures"), address.to("/massnahmen")),
    ]


def _without_target(overview: Overview, words: Words, address: Address) -> list[Any]:
    return [
        html.H2(words("page.story.history")),
        emissions_chart(overview, words, address, name="story-history"),
        *changes_chart(overview, words, address, name="story-changes"),
        html.H2(words("page.story.outlook")),
        sentence(words("page.overview.no_target")),
        html.H2(words("page.story.needed")),
        sentence(words("page.overview.target_needed")),
        *_contribution(overview, words, address),
    ]


register_pages(__name__, MunicipalityPage("/entwicklung", "page.story.title", layout))
