"""The overview: where we stand, if it is enough, what is done and what comes next; at most six figures."""

from __future__ import annotations

from typing import Any

from dash import html

from monitoring.components.address import Address
from monitoring.components.glossary import terms_of_page
from monitoring.components.link import way_on
from monitoring.components.notice import notice
from monitoring.components.sentence import sentence
from monitoring.components.story_card import story_teaser
from monitoring.domain.easy_text import EasyText
from monitoring.domain.overview import Overview
from monitoring.domain.views import TargetView
from monitoring.pages._answers import answers
from monitoring.pages._measure_chart import measure_chart
from monitoring.pages._page import MunicipalityPage
from monitoring.pages._paper import paper_section, source_sentence
from monitoring.pages._qualities import latest_reports, obstacles_and_factors
from monitoring.pages._rating import rating_badge, rating_with_reason, shares
from monitoring.pages._reading import reading_pages
from monitoring.pages._registration import register_pages
from monitoring.pages._stand import stand_line, stand_notice
from monitoring.pages._target_chart import balance_of, has_numbers, target_chart
from monitoring.pages._tiles import overview_tiles, tiles_source
from monitoring.pages._totals_chart import emissions_chart
from monitoring.pages._ways import ways
from monitoring.texts.answers import where
from monitoring.texts.council_paper import council_paper
from monitoring.texts.places import in_place
from monitoring.texts.sentences import balance_note, measures_sentence
from monitoring.texts.words import Words

MOST_STORIES = 3
TELLING = ("easy", "stories", "balance", "indicators")
"""The pages that tell of a municipality of which no balance of its territory, target or measure is known."""


def layout(overview: Overview, words: Words, address: Address) -> list[Any]:
    """The whole overview page."""
    heading = html.H1(_heading(overview, words))
    content = [
        *answers(overview, words, address),
        overview_tiles(overview, words, address),
        tiles_source(overview, words),
        ways(overview, words, address),
        *_progress(overview, words, address),
        *_other_targets(overview, words, address),
        *_stories(overview, words, address),
        *_measures(overview, words, address),
        *_qualities(overview, words, address),
        *_paper(overview, words),
    ]
    if not any(content):
        others = _others(overview, words, address)
        return [heading, *(others or [_empty(overview, words, address)])]
    stand = stand_line(overview, words, *_measured_against(overview, words))
    shown = [
        heading,
        stand_notice(overview, words, address),
        stand,
        _simpler(overview, words, address),
        *content,
    ]
    return [*shown, terms_of_page(content, words, address)]


def _measured_against(overview: Overview, words: Words) -> list[str]:
    main = overview.main_target
    return [] if main is None else [words("page.overview.main_target", name=main.progress.name)]


def _simpler(overview: Overview, words: Words, address: Address) -> html.P:
    """The same in plain language, and in easy language where there is a text that was checked."""
    links = [html.A(words("plain.page.link"), href=address.to("/einfache-sprache"))]
    if overview.of(EasyText):
        links.append(html.A(words("easy.link"), href=address.to("/leichte-sprache")))
    return html.P([part for link in links for part in (" · ", link)][1:], className="also no-print")


def _heading(overview: Overview, words: Words) -> str:
    """With the article that the name of a district or an association takes, where that is known."""
    place = in_place(overview.municipality, words)
    if place is None:
        return words("page.overview.heading_of", municipality=overview.municipality.name)
    return words("page.overview.heading", place=place)


def _others(overview: Overview, words: Words, address: Address) -> list[Any]:
    """What there is where nothing of it answers the questions of an overview, such as an indicator alone."""
    found = [each for each in reading_pages(overview) if each.tail and each.name in TELLING]
    if not found:
        return []
    links = [html.Li(html.A(words(f"nav.{each.name}"), href=address.to(each.tail))) for each in found]
    return [
        stand_notice(overview, words, address),
        stand_line(overview, words),
        sentence(words("page.overview.only_others")),
        html.Ul(links),
    ]


def _empty(overview: Overview, words: Words, address: Address) -> Any:
    """Who keeps the data is led to the first upload and to the empty workbook."""
    text = words("page.overview.empty", municipality=overview.municipality.name)
    if not overview.stand.shows_internal:
        return notice(text)
    upload = html.A(
        words("page.overview.first_upload"), href=address.to("/daten"), className="button button-primary"
    )
    workbook = html.A(
        words("page.data.template_small"),
        href=address.site("/vorlagen/monitoring-mappe.xlsx"),
        className="button button-secondary",
    )
    acts = html.P([upload, workbook], className="button-row")
    return notice([html.P(words("page.overview.empty_manager")), acts], title=text)


def _progress(overview: Overview, words: Words, address: Address) -> list[Any]:
    """The chart with the target path, both shares, and the reason of the rating."""
    main = overview.main_target
    if main is None:
        chart = emissions_chart(overview, words, address, name="emissions")
        return [html.H2(words("tile.emissions")), chart] if chart else []
    return [
        html.H2(words("page.overview.emissions")),
        target_chart(main, overview, words, address, name="progress") if has_numbers(main) else None,
        shares(main.progress, words),
        html.H3(words("page.targets.reason")),
        *rating_with_reason(main.progress, words, main.unit),
        way_on(words("page.overview.to_targets"), address.to("/ziele")),
    ]


def _other_targets(overview: Overview, words: Words, address: Address) -> list[Any]:
    others = overview.targets[1:]
    if not others:
        return []
    return [
        html.H2(words("page.overview.other_targets")),
        html.Ul([_target_line(view, overview, words) for view in others], className="lines"),
    ]


def _target_line(view: TargetView, overview: Overview, words: Words) -> html.Li:
    text = where(view.progress, words, view.unit)
    name = html.Strong(view.progress.name)
    return html.Li([html.P([name, " ", rating_badge(view.progress, words)]), html.P(text)])


def _stories(overview: Overview, words: Words, address: Address) -> list[Any]:
    """The success stories by their headings, each with the effect of its measure."""
    if not overview.stories:
        return []
    lines = [
        story_teaser(view.story, view, overview, words, address)
        for view in overview.stories[:MOST_STORIES]
        if view.story
    ]
    return [
        html.H2(words("story.teaser")),
        html.Ul(lines, className="lines"),
        html.P(html.A(words("story.all"), href=address.to("/erfolge"))),
    ]


def _measures(overview: Overview, words: Words, address: Address) -> list[Any]:
    if not overview.measures:
        return []
    sentence = measures_sentence(overview.measures_by_status, overview.late, words)
    return [
        html.H2(words("page.overview.measures")),
        measure_chart(overview, sentence, words, address, name="measures"),
        way_on(words("page.overview.to_measures"), address.to("/massnahmen")),
    ]


def _qualities(overview: Overview, words: Words, address: Address) -> list[Any]:
    """What numbers do not say: the newest reports, and what hinders and helps."""
    reports = latest_reports(overview, words, address)
    helps = obstacles_and_factors(overview, words)
    return [
        *([html.H2(words("page.overview.latest_reports")), reports] if reports else []),
        *([html.H2(words("page.overview.obstacles")), *helps] if helps else []),
    ]


def _paper(overview: Overview, words: Words) -> list[Any]:
    main = overview.main_target
    if main is None or main.progress.latest_value is None:
        return []
    text = council_paper(
        overview.municipality.name,
        main.progress,
        words,
        source=_sources(main, overview, words),
        measures=measures_sentence(overview.measures_by_status, overview.late, words)
        if overview.measures
        else None,
        unit=main.unit,
    )
    return [paper_section(text, words)]


def _sources(main: TargetView, overview: Overview, words: Words) -> str:
    """Where the balance is from, and where the figures of the text are read."""
    balance = balance_of(main, overview)
    own = balance_note(balance, words) if balance else ""
    return f"{own} {source_sentence(overview, words)}".strip()


register_pages(__name__, MunicipalityPage("", "page.overview.title", layout))
