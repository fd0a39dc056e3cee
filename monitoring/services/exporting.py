"""Exporting: the full state of a municipality as the same workbook that is imported, and empty templates."""

from __future__ import annotations

from monitoring.domain.access import Act
from monitoring.services.state import state
from monitoring.services.visit import Visit
from monitoring.spreadsheets import export as exports
from monitoring.spreadsheets import template as templates


def export(visit: Visit, slug: str) -> bytes:
    """The current state, internal fields included, as an .xlsx for those who may change it."""
    visit.require(Act.SEE_INTERNAL, slug)
    seen = state(visit, slug)
    return exports.export(seen.records, seen.place.municipality.name)


def template(full: bool = False) -> bytes:
    """The empty Monitoring-Mappe as an .xlsx: four sheets, or one for every kind of record."""
    return templates.template(full)
