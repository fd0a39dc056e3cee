"""The profile of a measure: the fields of the measure sheet that are filled in; internal ones apart."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from dash import html

from monitoring.components.address import Address
from monitoring.components.facts import facts
from monitoring.components.notice import notice
from monitoring.components.origin import record_origins
from monitoring.domain.measure import Measure
from monitoring.domain.overview import Overview
from monitoring.domain.record import INTERNAL, fields_with
from monitoring.domain.views import MeasureView
from monitoring.pages._measure_named import measure_link
from monitoring.texts.records import value_in_words
from monitoring.texts.words import Words

FIRST = (
    "programme",
    "field_of_action",
    "measure_type",
    "priority",
    "responsible",
    "initiator",
    "actors",
    "target_group",
)
"""What a reader looks for first."""
PROSE = (
    "goal", "starting_point", "steps", "success_indicators", "place", "participation", "value_creation",
    "flanking", "hints",
)  # fmt: skip


def profile(
    view: MeasureView, overview: Overview, words: Words, address: Address, told: Collection[str] = ()
) -> list[Any]:
    """The filled-in fields under one heading, apart from those that were told already."""
    own = view.measure
    pairs = [
        *_fields(own, [name for name in FIRST if name not in told], words),
        *_fields(own, ("introduction",), words),
        (words("page.measure.decision"), _decision(own, words)),
        *_fields(own, ("status_reason",), words),
        (words("page.measure.successor"), _linked(own.replaced_by, overview, address)),
        (words("page.measure.parent"), _linked(own.parent, overview, address)),
        *_fields(own, [name for name in PROSE if name not in told], words),
    ]
    known = facts(pairs)
    return [html.H2(words("page.measure.profile")), known] if known else []


def _fields(measure: Measure, names: Iterable[str], words: Words) -> list[tuple[str, Any]]:
    """Name and value of the fields that are filled in."""
    return [
        (words.field(Measure.KIND, name), value_in_words(measure, name, words))
        for name in names
        if getattr(measure, name) is not None
    ]


def period(measure: Measure, words: Words) -> str | None:
    """From when until when, as dates where they are known, else in the file's own words."""
    if measure.start and measure.end:
        return words("page.measure.from_until", start=measure.start, end=measure.end)
    if measure.start:
        return words("page.measure.since", start=measure.start)
    if measure.end:
        return words("page.measure.until", end=measure.end)
    return measure.period_text


def _decision(measure: Measure, words: Words) -> str | None:
    if measure.decision is None:
        return None
    date = words.date(measure.decision_date) if measure.decision_date else None
    return ", ".join(
        each for each in (words.label(measure.decision), date, measure.decision_document) if each
    )


def _linked(name: str | None, overview: Overview, address: Address) -> Any:
    """Another measure, linked where the reader may see it; named as it stands in the file otherwise."""
    if name is None:
        return None
    other = overview.measure(name)
    return name if other is None else measure_link(other, address)


def internal(view: MeasureView, overview: Overview, words: Words) -> list[Any]:
    """Persons and notes, in the office only."""
    if not overview.stand.shows_internal:
        return []
    pairs = _fields(view.measure, fields_with(Measure, INTERNAL), words)
    pairs += [(_of_report(report.date, words), report.note) for report in view.reports]
    pairs += [(_of_report(report.date, words), report.reported_by) for report in view.reports]
    known = facts([pair for pair in pairs if pair[1]])
    if known is None:
        return []
    return [html.H2(words("page.measure.internal")), notice([html.P(words("form.internal_hint")), known])]


def origins(view: MeasureView, overview: Overview, words: Words, address: Address) -> html.Details | None:
    """The cell that each field of the measure and of what belongs to it comes from."""
    belonging = (
        *view.reports,
        *view.milestones,
        *view.effects,
        *view.costs,
        *view.funding,
        *view.assessments,
    )
    return record_origins([view.measure, *belonging], overview, words, address)


def _of_report(day: Any, words: Words) -> str:
    return words("page.measure.report_of", date=day)
