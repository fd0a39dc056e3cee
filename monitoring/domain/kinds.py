"""The kinds of record, in the order in which they build on each other."""

from __future__ import annotations

from monitoring.domain.assessment import Assessment
from monitoring.domain.balance import EmissionEntry
from monitoring.domain.cost import Cost
from monitoring.domain.easy_text import EasyText
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
from monitoring.domain.story import Story
from monitoring.domain.target import TargetNode

SHEET_TYPES: tuple[type[Record], ...] = (
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
"""What comes from sheets and goes out in them."""
WRITTEN_TYPES: tuple[type[Record], ...] = (Story, EasyText)
"""What is written for the public in the browser, and no table."""
RECORD_TYPES = SHEET_TYPES + WRITTEN_TYPES
KINDS: dict[str, type[Record]] = {each.KIND: each for each in RECORD_TYPES}
SHEET_KINDS = frozenset(each.KIND for each in SHEET_TYPES)
MEASURE_KINDS = frozenset(each.KIND for each in RECORD_TYPES if "measure" in each.KEY)
"""Kinds whose rows belong to one measure."""
