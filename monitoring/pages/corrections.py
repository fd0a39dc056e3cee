"""The corrections: what an earlier publication said otherwise, by publication, with the reason once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from dash import html

from monitoring.components.address import Address
from monitoring.components.amendments import reasoned_tables
from monitoring.components.sentence import lead, remark
from monitoring.domain.overview import Overview
from monitoring.domain.past import Amendment
from monitoring.domain.publication import Publication
from monitoring.pages._page import MunicipalityPage
from monitoring.pages._registration import register_pages
from monitoring.pages._stand import stand_line, stand_notice
from monitoring.texts.words import Words


def layout(overview: Overview, words: Words, address: Address) -> list[Any]:
    """The newest publication first, then what was withdrawn; what is not listed is said."""
    found = groupby(overview.corrections, key=lambda each: each.publication)
    parts = [part for publication, own in found for part in _publication(publication, [*own], words)]
    return [
        html.H1(words("amendment.heading")),
        stand_notice(overview, words, address),
        stand_line(overview, words),
        lead(words("amendment.lead", municipality=overview.municipality.name)),
        *(parts or [html.P(words("amendment.nothing_corrected"), className="empty")]),
        *_withdrawn(overview, words),
        *_not_listed(overview, words),
    ]


def _publication(publication: Publication, own: list[Amendment], words: Words) -> Iterator[Any]:
    heading = words("amendment.since_publication", number=publication.number, date=publication.day)
    yield html.H2(heading)
    yield from reasoned_tables(own, words, caption=heading)


def _withdrawn(overview: Overview, words: Words) -> list[Any]:
    """The publications that were taken back, and why, as far as that was written for everybody."""
    lines = [
        words(
            "amendment.withdrawn" if each.withdrawn_explanation else "amendment.withdrawn_unexplained",
            number=each.number,
            date=each.day,
            withdrawn=words.date(each.withdrawn_at),
            reason=each.withdrawn_explanation,
        )
        for each in overview.past.withdrawn
    ]
    return (
        [html.H2(words("amendment.withdrawn_heading")), html.Ul([html.Li(each) for each in lines])]
        if lines
        else []
    )


def _not_listed(overview: Overview, words: Words) -> list[Any]:
    """What changed and corrects nothing, and which years are left out to protect confidential values."""
    progress = sum(each.is_progress for each in overview.amendments)
    years = sorted({str(year) for _, year in overview.past.secret_years(overview.records)})
    return [
        remark(words.plural("amendment.progress", progress)) if progress else None,
        remark(words("amendment.secret_years", years=words.list(years))) if years else None,
    ]


register_pages(__name__, MunicipalityPage("/berichtigungen", "amendment.heading", layout))
