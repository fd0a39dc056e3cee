"""News: which measures changed in public since the previous publication, or in the last twelve months."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from monitoring.domain.overview import Overview
from monitoring.domain.publication import Publication
from monitoring.domain.record import Record
from monitoring.domain.views import MeasureView

YEAR = timedelta(days=365)


class NewsSpan(StrEnum):
    """Since when something counts as new."""

    PUBLICATION = "publication"
    YEAR = "year"


class NewsKind(StrEnum):
    """What is new about a measure, what weighs most first."""

    MEASURE = "measure"
    REPORT = "report"
    CHANGE = "change"


@dataclass(frozen=True, slots=True)
class News:
    """What is new, and the day of the report or of the publication that brought it."""

    kind: NewsKind
    day: date


def spans(overview: Overview) -> list[NewsSpan]:
    """The spans that can be asked for: with a first publication nothing is newer than the one before."""
    has_earlier = len(overview.past.publications) > 1
    return [NewsSpan.PUBLICATION, NewsSpan.YEAR] if has_earlier else [NewsSpan.YEAR]


def news(overview: Overview, span: NewsSpan) -> dict[str, list[News]]:
    """What is new, by the id of the measure, each kind once with its newest day; none without news."""
    brought = _publications(overview, span)
    changed: dict[str, list[date]] = {}
    for each in overview.amendments:
        if each.publication in brought and each.now is not None:
            changed.setdefault(measure_of(each.now), []).append(each.publication.day)
    found = {}
    for view in overview.measures:
        own = [*_of(view, overview, span, brought)]
        own += [News(NewsKind.CHANGE, day) for day in changed.get(view.measure.id, ())]
        if own:
            found[view.measure.id] = _newest_of_each(own)
    return found


def _publications(overview: Overview, span: NewsSpan) -> list[Publication]:
    """The publications in the span; the very first one is no news."""
    later = overview.past.publications[1:]
    if span is NewsSpan.PUBLICATION:
        return list(later[-1:])
    return [each for each in later if each.day > overview.today - YEAR]


def _of(view: MeasureView, overview: Overview, span: NewsSpan, brought: list[Publication]) -> Iterator[News]:
    """The measure itself, its reports, and what else was added to it."""

    def is_added(record: Record) -> Publication | None:
        since = overview.past.since(record)
        return since if since in brought and overview.past.is_first_version(record) else None

    if publication := is_added(view.measure):
        yield News(NewsKind.MEASURE, publication.day)
    for report in view.reports:
        is_recent = span is NewsSpan.YEAR and report.date > overview.today - YEAR
        if is_recent or is_added(report):
            yield News(NewsKind.REPORT, report.date)
    for record in (*view.milestones, *view.effects, *view.costs, *view.funding, *view.assessments):
        if publication := is_added(record):
            yield News(NewsKind.CHANGE, publication.day)


def measure_of(record: Record) -> str:
    """The id of the measure a record is or belongs to; empty where it belongs to none."""
    return str(getattr(record, "id" if record.KIND == "measures" else "measure", None) or "")


def _newest_of_each(own: list[News]) -> list[News]:
    newest = {kind: max((each.day for each in own if each.kind is kind), default=None) for kind in NewsKind}
    return [News(kind, day) for kind, day in newest.items() if day is not None]
