"""The coverage: from when to when the records of a kind tell of, by the years and days they name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from monitoring.domain.open_data import PATHS
from monitoring.domain.record import Record

FIELDS: Mapping[str, tuple[str, ...]] = {
    "balance": ("year",),
    "inhabitants": ("year",),
    "targets": ("base_year", "year"),
    PATHS: ("year",),
    "programmes": ("start_year", "end_year"),
    "fields_of_action": (),
    "measures": ("start", "end"),
    "status_reports": ("date",),
    "milestones": ("due", "reached"),
    "effects": ("year",),
    "costs": ("year",),
    "funding": ("approved_from", "approved_until"),
    "indicators": ("base_year", "target_year"),
    "indicator_values": ("year",),
    # Its period is a text of the municipality's own.
    "assessments": (),
}
"""The fields of each data set that tell which time its records are about."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """From the first to the last day, both included."""

    start: date
    end: date


def coverage(records: Iterable[Record]) -> Coverage | None:
    """The time that records tell of together; None where none of them names any.

    >>> from monitoring.domain.inhabitants import Inhabitants
    >>> found = coverage([Inhabitants(year=year, inhabitants=1) for year in (2010, 2023)])
    >>> str(found.start), str(found.end)
    ('2010-01-01', '2023-12-31')
    """
    spans = [span for record in records for span in _spans(record)]
    if not spans:
        return None
    return Coverage(min(first for first, _ in spans), max(last for _, last in spans))


def _spans(record: Record) -> Iterator[tuple[date, date]]:
    for name in FIELDS[record.KIND]:
        told = getattr(record, name)
        if isinstance(told, date):
            yield told, told
        elif told is not None:
            yield date(told, 1, 1), date(told, 12, 31)
