"""What numbers do not say: the newest status reports, and what hinders and helps."""

from __future__ import annotations

from collections import Counter
from typing import Any

from dash import html

from monitoring.components.address import Address
from monitoring.components.badge import member_badge
from monitoring.components.sentence import remark
from monitoring.domain.overview import Overview
from monitoring.domain.status_report import StatusReport
from monitoring.domain.views import MeasureView
from monitoring.pages._measure_named import measure_link
from monitoring.texts.sentences import named_most_often
from monitoring.texts.words import Words

SHOWN_REPORTS = 4


def latest_reports(overview: Overview, words: Words, address: Address) -> html.Ul | None:
    """The newest reports of all measures, with what they say."""
    reports = [(report, view) for view in overview.measures for report in view.reports if report.text]
    if not reports:
        return None
    newest = sorted(reports, key=lambda pair: pair[0].date, reverse=True)[:SHOWN_REPORTS]
    return html.Ul([_report_line(report, view, words, address) for report, view in newest], className="lines")


def _report_line(report: StatusReport, view: MeasureView, words: Words, address: Address) -> html.Li:
    status = report.status or view.measure.status
    above = [
        html.Span(words.date(report.date), className="muted"),
        " ",
        measure_link(view, address),
        " ",
        member_badge(status, words),
    ]
    return html.Li([html.P(above), html.P(report.text)])


def obstacles_and_factors(overview: Overview, words: Words) -> list[Any]:
    """What the newest assessment of each measure names, counted, and whose view that is."""
    newest = [view.assessments[0] for view in overview.measures if view.assessments]
    obstacles = Counter(each for assessment in newest for each in assessment.obstacles)
    factors = Counter(each for assessment in newest for each in assessment.success_factors)
    if not obstacles and not factors:
        return []
    said = []
    if obstacles:
        said.append(html.P(named_most_often("obstacles", obstacles, words)))
    if factors:
        said.append(html.P(named_most_often("success_factors", factors, words)))
    return [*said, remark(words("note.own_assessment"))]
