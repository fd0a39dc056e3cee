"""The review of a measure: what went well, what did not, and what is not known, from its own records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from monitoring.domain.assessment import Assessment, GoalReached
from monitoring.domain.cost import Cost
from monitoring.domain.effect import Effect
from monitoring.domain.measure import EFFECTIVE, MeasureStatus
from monitoring.domain.milestone import Milestone
from monitoring.domain.timeliness import Timeliness
from monitoring.domain.views import MeasureView


class ReviewSide(StrEnum):
    """On which side of the review a point stands."""

    WELL = "well"
    NOT_WELL = "not_well"
    NOT_KNOWN = "not_known"


@dataclass(frozen=True)
class ReviewPoint:
    """One point: its code, the values it names, and the record it rests on, where it is a single one."""

    side: ReviewSide
    code: str
    values: dict[str, Any] = field(default_factory=dict)
    record: Effect | Cost | None = None


def review(view: MeasureView, today: date) -> list[ReviewPoint]:
    """Every point; both sides are looked for in the same records.

    >>> from monitoring.domain.measure import Measure
    >>> late = Measure(id="M", programme="P", title="T", status=MeasureStatus.POSTPONED)
    >>> [(point.side.value, point.code) for point in review(MeasureView(late, None), date(2026, 1, 1))]
    [('not_well', 'postponed'), ('not_known', 'no_report'), ('not_known', 'no_effect'),
     ('not_known', 'no_assessment')]
    """
    return [
        *_of_status(view),
        *[point for each in view.milestones for point in _of_milestone(each, today)],
        *[point for each in view.effects for point in _of_effect(each)],
        *[point for each in view.costs for point in _of_cost(each)],
        *[point for each in view.assessments[:1] for point in _of_assessment(each)],
        *_not_known(view),
    ]


def _of_status(view: MeasureView) -> Iterator[ReviewPoint]:
    own = view.measure
    if own.status is MeasureStatus.COMPLETED:
        yield ReviewPoint(ReviewSide.WELL, "completed")
    if own.status in (MeasureStatus.POSTPONED, MeasureStatus.REJECTED):
        reason = {"reason": own.status_reason} if own.status_reason else {}
        yield ReviewPoint(ReviewSide.NOT_WELL, own.status.value, reason)
    if view.timeliness is Timeliness.ON_TIME and own.status in EFFECTIVE and own.end:
        yield ReviewPoint(ReviewSide.WELL, "on_time", {"end": own.end})
    if view.timeliness is Timeliness.LATE:
        yield ReviewPoint(ReviewSide.NOT_WELL, "late", {"end": own.end})
    if view.timeliness is Timeliness.LATE_START:
        yield ReviewPoint(ReviewSide.NOT_WELL, "late_start", {"start": own.start})


def _of_milestone(milestone: Milestone, today: date) -> Iterator[ReviewPoint]:
    """Reached in time or late, or still not reached after its day."""
    due, reached = milestone.due, milestone.reached
    named = {"title": milestone.title, "due": due, "reached": reached}
    if reached is not None and (due is None or reached <= due):
        yield ReviewPoint(ReviewSide.WELL, "milestone_reached", named)
    elif reached is not None:
        yield ReviewPoint(ReviewSide.NOT_WELL, "milestone_reached_late", named)
    elif due is not None and due < today:
        yield ReviewPoint(ReviewSide.NOT_WELL, "milestone_overdue", named)


def _of_effect(effect: Effect) -> Iterator[ReviewPoint]:
    if effect.planned is not None and effect.actual is not None:
        reached = effect.actual >= effect.planned
        side, code = (
            (ReviewSide.WELL, "effect_reached") if reached else (ReviewSide.NOT_WELL, "effect_missed")
        )
        yield ReviewPoint(side, code, {"year": effect.year}, effect)


def _of_cost(cost: Cost) -> Iterator[ReviewPoint]:
    """More than planned went wrong; less may as well mean that something was not done."""
    if cost.planned is not None and cost.actual is not None and cost.actual > cost.planned:
        yield ReviewPoint(ReviewSide.NOT_WELL, "cost_exceeded", {"year": cost.year}, cost)


def _of_assessment(assessment: Assessment) -> Iterator[ReviewPoint]:
    """What the administration says itself in its newest assessment."""
    goal = assessment.goal_reached
    if goal is not None and goal is not GoalReached.TOO_EARLY:
        side = ReviewSide.WELL if goal is GoalReached.FULLY else ReviewSide.NOT_WELL
        yield ReviewPoint(side, "goal", {"goal": goal, "period": assessment.period})
    named = (
        (ReviewSide.WELL, "success_factors", assessment.success_factors, assessment.success_factors_text),
        (ReviewSide.NOT_WELL, "obstacles", assessment.obstacles, assessment.obstacles_text),
    )
    for side, code, members, text in named:
        if members:
            yield ReviewPoint(side, code, {"members": members})
        if text:
            yield ReviewPoint(side, "text", {"text": text})
    if assessment.lessons:
        yield ReviewPoint(ReviewSide.NOT_WELL, "lessons", {"text": assessment.lessons})


def _not_known(view: MeasureView) -> Iterator[ReviewPoint]:
    own = view.measure
    if not view.reports:
        yield ReviewPoint(ReviewSide.NOT_KNOWN, "no_report")
    if all(each.actual is None for each in view.effects):
        is_planned = view.effects or own.savings_t is not None or own.energy_savings_mwh is not None
        yield ReviewPoint(ReviewSide.NOT_KNOWN, "no_actual_effect" if is_planned else "no_effect")
    if not view.assessments:
        yield ReviewPoint(ReviewSide.NOT_KNOWN, "no_assessment")
