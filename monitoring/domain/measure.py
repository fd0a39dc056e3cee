"""The measure: what the municipality does, who is responsible, by when, and how far it has come."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from monitoring.domain.record import Cents, Day, InternalText, Name, Quantity, Record, Text


class MeasureStatus(StrEnum):
    """How far a measure has come (Umsetzungsstand). Lateness is not a status, it is computed from dates."""

    IDEA = "idea"
    NOT_STARTED = "not_started"
    IN_PREPARATION = "in_preparation"
    IN_PROGRESS = "in_progress"
    COMPLETED = "completed"
    ONGOING = "ongoing"
    POSTPONED = "postponed"
    REJECTED = "rejected"
    REPLACED = "replaced"
    UNKNOWN = "unknown"


OPEN = frozenset(
    {
        MeasureStatus.IDEA,
        MeasureStatus.NOT_STARTED,
        MeasureStatus.IN_PREPARATION,
        MeasureStatus.IN_PROGRESS,
    }
)
"""Statuses in which a measure can be late."""
EFFECTIVE = frozenset({MeasureStatus.IN_PROGRESS, MeasureStatus.COMPLETED, MeasureStatus.ONGOING})
"""Statuses in which the effect of a measure counts."""


class MeasureType(StrEnum):
    """What means a measure uses."""

    PLANNING = "planning"
    INVESTMENT = "investment"
    SUPPORT = "support"
    ADVICE = "advice"
    REGULATION = "regulation"
    ORGANISATION = "organisation"
    OTHER = "other"


class IntroductionPeriod(StrEnum):
    """When a measure is introduced: up to 3 years, 3 to 7, over 7 (funded concepts of the NKI)."""

    SHORT = "short"
    MEDIUM = "medium"
    LONG = "long"


class DecisionKind(StrEnum):
    """What the council has decided on a measure."""

    NONE = "none"
    PRINCIPLE = "principle"
    SINGLE = "single"


class Financing(StrEnum):
    """Whether the money is secured."""

    SECURED = "secured"
    PARTLY = "partly"
    OPEN = "open"


class Priority(StrEnum):
    """How urgent the municipality itself finds a measure."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class EffectClass(StrEnum):
    """Whether an effect in tonnes can be named at all."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    FLANKING = "flanking"


class Measure(Record):
    """One measure (Maßnahme) with the fields of the Maßnahmenblatt.

    `id` is permanent, number and programme may change. Savings are per year once fully effective: `savings_t`
    [t CO2e/a], `energy_savings_mwh` [MWh/a]. Prose such as „hoch“ or „nicht quantifizierbar“ is kept in the
    fields ending in `_text`. Money is in cents.
    """

    KIND: ClassVar[str] = "measures"
    KEY: ClassVar[tuple[str, ...]] = ("id",)

    id: Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$", max_length=120)]
    programme: Name
    number: Name | None = None
    title: Name
    field_of_action: Name | None = None
    parent: Name | None = None
    measure_type: MeasureType | None = None
    priority: Priority | None = None
    description: Text | None = None
    goal: Text | None = None
    starting_point: Text | None = None
    initiator: Text | None = None
    responsible: Text | None = None
    actors: Text | None = None
    target_group: Text | None = None
    steps: Text | None = None
    success_indicators: Text | None = None
    place: Name | None = None
    participation: Text | None = None
    status: MeasureStatus = MeasureStatus.UNKNOWN
    status_reason: Text | None = None
    introduction: IntroductionPeriod | None = None
    period_text: Name | None = None
    start: Day | None = None
    end: Day | None = None
    effect_class: EffectClass | None = None
    savings_t: Quantity | None = None
    savings_text: Text | None = None
    energy_savings_mwh: Quantity | None = None
    energy_savings_text: Text | None = None
    savings_method: Text | None = None
    savings_determined_by: Name | None = None
    savings_determined_on: Day | None = None
    cost_total: Cents | None = None
    cost_text: Text | None = None
    financing: Financing | None = None
    financing_approach: Text | None = None
    value_creation: Text | None = None
    flanking: Text | None = None
    hints: Text | None = None
    decision: DecisionKind | None = None
    decision_date: Day | None = None
    decision_document: Name | None = None
    replaced_by: Name | None = None
    person: InternalText | None = None
    note: InternalText | None = None

    @model_validator(mode="after")
    def _ends_after_start(self) -> Measure:
        if self.start and self.end and self.end < self.start:
            raise ValueError("end_before_start")
        return self
