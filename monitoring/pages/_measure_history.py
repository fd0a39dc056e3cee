"""The course of a measure: status reports, milestones, and the administration's own assessments."""

from __future__ import annotations

from typing import Any

from dash import html

from monitoring.components.badge import member_badge
from monitoring.components.facts import facts
from monitoring.components.sentence import remark
from monitoring.components.table import data_table
from monitoring.domain.assessment import Assessment
from monitoring.domain.milestone import Milestone
from monitoring.domain.overview import Overview
from monitoring.domain.status_report import UNNAMED_UNIT, StatusReport
from monitoring.domain.views import MeasureView
from monitoring.texts.words import Words


def reports(view: MeasureView, words: Words) -> list[Any]:
    """The status reports, newest first."""
    heading = html.H2(words("page.measure.reports"))
    if not view.reports:
        return [heading, html.P(words("page.measure.reports_empty"), className="empty")]
    return [heading, html.Ol([_report(each, words) for each in view.reports], className="course")]


def _report(report: StatusReport, words: Words) -> html.Li:
    above: list[Any] = [html.Strong(words.date(report.date))]
    if report.status is not None:
        above += [" ", member_badge(report.status, words)]
    if report.unit != UNNAMED_UNIT:
        above += [" ", html.Span(report.unit, className="muted")]
    if report.progress_percent is not None:
        progress = words("page.measure.progress", share=words.percent(report.progress_percent / 100))
        above += [" ", html.Span(progress, className="muted")]
    next_steps = [html.Strong(words("page.measure.next_steps")), " ", report.next_steps]
    return html.Li(
        [
            html.P(above),
            html.P(report.text) if report.text else None,
            html.P(next_steps) if report.next_steps else None,
        ]
    )


def milestones(view: MeasureView, overview: Overview, words: Words) -> list[Any]:
    """The dated steps; nothing where there are none."""
    if not view.milestones:
        return []
    heading = words("page.measure.milestones")
    columns = [words("page.measure.milestone"), words("page.measure.milestone_state")]
    rows = [[each.title, _state(each, overview, words)] for each in view.milestones]
    table = data_table(columns, rows, caption=heading, words=words, hidden_caption=True)
    return [html.H2(heading), table]


def _state(milestone: Milestone, overview: Overview, words: Words) -> str:
    if milestone.reached is not None:
        return words("page.measure.milestone_reached", date=milestone.reached)
    if milestone.due is None:
        return words("page.measure.milestone_undated")
    name = "milestone_overdue" if milestone.due < overview.today else "milestone_due"
    return words(f"page.measure.{name}", date=milestone.due)


def assessments(view: MeasureView, words: Words) -> list[Any]:
    """The assessments, newest first, and whose view they are; nothing where there are none."""
    if not view.assessments:
        return []
    return [
        html.H2(words("page.measure.assessment")),
        remark(words("note.own_assessment")),
        *[part for each in view.assessments for part in _assessment(each, words)],
    ]


def _assessment(assessment: Assessment, words: Words) -> list[Any]:
    said = facts(
        [
            (
                _name("goal_reached", words),
                words.label(assessment.goal_reached) if assessment.goal_reached else None,
            ),
            (_name("effect", words), _graded(assessment.effect, assessment.effect_text, words)),
            (_name("acceptance", words), _graded(assessment.acceptance, None, words)),
            (
                words("page.measure.obstacles"),
                _listed(assessment.obstacles, assessment.obstacles_text, words),
            ),
            (
                words("page.measure.success_factors"),
                _listed(assessment.success_factors, assessment.success_factors_text, words),
            ),
            *[
                (_name(name, words), getattr(assessment, name))
                for name in ("lessons", "next_steps", "adjustment", "co_benefits")
            ],
        ]
    )
    return [html.H3(words("page.measure.assessment_of", period=assessment.period)), said]


def _name(field: str, words: Words) -> str:
    return words.field(Assessment.KIND, field).partition(" (")[0]  # „(1–5)“ stands at the grade


def _graded(grade: int | None, text: str | None, words: Words) -> str | None:
    graded = None if grade is None else words("page.measure.grade", value=grade)
    return ". ".join(each for each in (graded, text) if each) or None


def _listed(members: tuple[Any, ...], text: str | None, words: Words) -> str | None:
    named = words.list(words.label(each) for each in members) if members else None
    return ". ".join(each for each in (named, text) if each) or None
