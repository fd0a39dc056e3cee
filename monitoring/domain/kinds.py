"""The kinds of record, in the order in which they build on each other."""

from __future__ import annotations

from monitoring.domain.assessment import Assessment
from monitoring.domain.balance import EmissionEntry
from monitoring.domain.cost import Cost
from monitoring.domain.effect import Effect
from monitoring.domain.field_of_action import FieldOfAction
from monitoring.domain.funding import Funding
from monitoring.domain.indicator import Indicator, IndicatorValue
from monitoring.domain.inhabitants import Inhabitants
from monitoring.domain.measure import Measure
from monitoring.domain.milestone import Milestone
from monitoring.domain.programme import Programme
from monitoring.domain.record import Record
from monitoring.domain.status_report import StatusReport
from monitoring.domain.target import TargetNode

RECORD_TYPES: tuple[type[Record], ...] = (
    Inhabitants,
    EmissionEntry,
    TargetNode,
    Programme,
    FieldOfAction,
    Measure,
    StatusReport,
    Milestone,
    Effect,
    Cost,
    Funding,
    Indicator,
    IndicatorValue,
    Assessment,
)
KINDS: dict[str, type[Record]] = {each.KIND: each for each in RECORD_TYPES}
MEASURE_KINDS = frozenset(each.KIND for each in RECORD_TYPES if "measure" in each.KEY)
"""Kinds whose rows belong to one measure."""
