"""What is seen of one target, one measure, one indicator: the record with all that belongs to it."""

from __future__ import annotations

from dataclasses import dataclass

from monitoring.domain.assessment import Assessment
from monitoring.domain.cost import Cost
from monitoring.domain.effect import Effect
from monitoring.domain.funding import Funding
from monitoring.domain.indicator import Indicator, IndicatorValue
from monitoring.domain.measure import Measure
from monitoring.domain.milestone import Milestone
from monitoring.domain.progress import Progress
from monitoring.domain.series import Series
from monitoring.domain.status_report import StatusReport
from monitoring.domain.story import Story
from monitoring.domain.target_versions import Target
from monitoring.domain.timeliness import LATE, Timeliness


@dataclass(frozen=True, slots=True)
class TargetView:
    """One target with the series it is held against and the progress made."""

    target: Target
    series: Series
    progress: Progress
    unit: str | None = None
    """The unit of its indicator; None for the other quantities, whose units we know."""


@dataclass(frozen=True, slots=True)
class MeasureView:
    """One measure with everything that belongs to it, newest first where it is dated."""

    measure: Measure
    timeliness: Timeliness | None
    reports: tuple[StatusReport, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    effects: tuple[Effect, ...] = ()
    costs: tuple[Cost, ...] = ()
    funding: tuple[Funding, ...] = ()
    indicators: tuple[IndicatorView, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    story: Story | None = None

    @property
    def is_late(self) -> bool:
        """Whether its start or end has passed without the matching status."""
        return self.timeliness in LATE


@dataclass(frozen=True, slots=True)
class IndicatorView:
    """One indicator with its values in the order of the years."""

    indicator: Indicator
    values: tuple[IndicatorValue, ...]
