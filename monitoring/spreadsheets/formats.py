"""The list of sheet formats, in the order of the sheets in the workbook."""

from __future__ import annotations

from monitoring.spreadsheets.assessments import ASSESSMENTS
from monitoring.spreadsheets.balance import BALANCE
from monitoring.spreadsheets.column import SheetFormat
from monitoring.spreadsheets.costs import COSTS
from monitoring.spreadsheets.effects import EFFECTS
from monitoring.spreadsheets.fields_of_action import FIELDS_OF_ACTION
from monitoring.spreadsheets.funding import FUNDING
from monitoring.spreadsheets.indicators import INDICATOR_VALUES, INDICATORS
from monitoring.spreadsheets.inhabitants import INHABITANTS
from monitoring.spreadsheets.measures import MEASURES
from monitoring.spreadsheets.milestones import MILESTONES
from monitoring.spreadsheets.programmes import PROGRAMMES
from monitoring.spreadsheets.status_reports import STATUS_REPORTS
from monitoring.spreadsheets.targets import TARGETS

FORMATS: tuple[SheetFormat, ...] = (
    INHABITANTS,
    BALANCE,
    TARGETS,
    PROGRAMMES,
    FIELDS_OF_ACTION,
    MEASURES,
    STATUS_REPORTS,
    MILESTONES,
    EFFECTS,
    COSTS,
    FUNDING,
    INDICATORS,
    INDICATOR_VALUES,
    ASSESSMENTS,
)


def format_of(kind: str) -> SheetFormat:
    """The sheet format of a kind."""
    return next(each for each in FORMATS if each.kind == kind)
