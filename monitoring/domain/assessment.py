"""Qualitative assessments: how well a measure went, what hindered, what helped, what comes next."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from monitoring.domain.record import InternalText, Name, Record, Text

Grade = Annotated[int, Field(ge=1, le=5)]


class GoalReached(StrEnum):
    """Whether the goal of the measure was reached."""

    FULLY = "fully"
    PARTLY = "partly"
    SLIGHTLY = "slightly"
    NOT = "not"
    TOO_EARLY = "too_early"


class Obstacle(StrEnum):
    """What hindered (Hemmnis)."""

    STAFF = "staff"
    MONEY = "money"
    NO_FUNDING = "no_funding"
    RESPONSIBILITY = "responsibility"
    MISSING_DATA = "missing_data"
    LAW = "law"
    PROCUREMENT = "procurement"
    ACCEPTANCE = "acceptance"
    TECHNOLOGY = "technology"
    RELATED_PLANNING = "related_planning"
    EXTERNAL_ACTORS = "external_actors"
    OTHER = "other"


class SuccessFactor(StrEnum):
    """What helped (Erfolgsfaktor)."""

    COUNCIL_DECISION = "council_decision"
    PERMANENT_STAFF = "permanent_staff"
    FUNDING = "funding"
    STEERING = "steering"
    EXTERNAL_PARTNERS = "external_partners"
    PARTICIPATION = "participation"
    GOOD_DATA = "good_data"
    NETWORKING = "networking"


class Assessment(Record):
    """One assessment (Bewertung) of a measure for a period: always the administration's own view."""

    KIND: ClassVar[str] = "assessments"
    KEY: ClassVar[tuple[str, ...]] = ("measure", "period")

    measure: Name
    period: Name
    goal_reached: GoalReached | None = None
    effect: Grade | None = None
    effect_text: Text | None = None
    acceptance: Grade | None = None
    obstacles: tuple[Obstacle, ...] = ()
    obstacles_text: Text | None = None
    success_factors: tuple[SuccessFactor, ...] = ()
    success_factors_text: Text | None = None
    lessons: Text | None = None
    next_steps: Text | None = None
    adjustment: Text | None = None
    co_benefits: Text | None = None
    note: InternalText | None = None
