"""Editing in the browser: one record changed, added or removed by hand, as a revision of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import ValidationError

from monitoring.domain.access import Act
from monitoring.domain.changes import Change, by_hand
from monitoring.domain.completeness import lacking
from monitoring.domain.errors import Invalid, NotFound
from monitoring.domain.field_fault import field_fault
from monitoring.domain.kinds import KINDS, MEASURE_KINDS
from monitoring.domain.measure import Measure
from monitoring.domain.measure_links import MeasureLinks
from monitoring.domain.record import Item, Key, Record, rounded
from monitoring.domain.reported_status import newest, with_status
from monitoring.domain.status_report import StatusReport
from monitoring.domain.stored import Known
from monitoring.services import state as states
from monitoring.services.revising import current_sight, refuse_conflict, write
from monitoring.services.visit import Visit
from monitoring.storage.database import Connection
from monitoring.storage.municipalities import Place


def edit(
    visit: Visit,
    slug: str,
    kind: str,
    key: Key,
    values: Mapping[str, Any],
    *,
    based_on: int | None = None,
    note: str | None = None,
) -> int:
    """Change fields of one record; returns the revision, or the current one where nothing differs.

    Raises:
        NotFound: there is no such record.
        Invalid: the values do not make a record; `details["fields"]` maps each field to what is wrong.
        Conflict: someone changed the record after revision `based_on`.
    """
    with visit.writing(slug, Act.EDIT) as (place, connection):
        current = _current(connection, place, kind)
        known = current.get(key)
        if known is None:
            raise NotFound()
        _refuse_conflict(connection, place, (kind, key), based_on)
        after = record_of(kind, known.record.model_dump() | dict(values))
        _refuse_other_key(after, key, current)
        _refuse_wrong_links(known.record, after, current)
        return write(
            connection, place, [by_hand(known, after)], at=visit.now, by=visit.by, act="edit", note=note
        )


def add(visit: Visit, slug: str, kind: str, values: Mapping[str, Any], *, note: str | None = None) -> int:
    """Add one record by hand; returns the revision.

    Raises:
        NotFound: there is no such kind, or no such measure for a record that belongs to one.
        Invalid: the values do not make a record, or one with the same key exists.
    """
    with visit.writing(slug, Act.EDIT) as (place, connection):
        current = _current(connection, place, kind)
        record = record_of(kind, values)
        if record.key in current:
            raise Invalid("exists_already")
        if kind in MEASURE_KINDS and (record.key[0],) not in _current(connection, place, Measure.KIND):
            raise NotFound()
        _refuse_wrong_links(None, record, current)
        return write(
            connection, place, [by_hand(None, record)], at=visit.now, by=visit.by, act="edit", note=note
        )


def report_status(
    visit: Visit,
    slug: str,
    report: StatusReport,
    *,
    replaced_by: str | None = None,
) -> int:
    """Add a status report, whose status the measure takes over where it is the newest; returns the revision.

    What changed about the measure meanwhile is no conflict: a report is only ever added.

    Args:
        replaced_by: the id of the measure in which this one goes on, for the status „replaced“.

    Raises:
        NotFound: there is no such measure.
        Invalid: there is a report of that unit on that day, or the status needs a reason or successor first.
    """
    with visit.writing(slug, Act.EDIT) as (place, connection):
        measures = _current(connection, place, Measure.KIND)
        known = measures.get((report.measure,))
        if known is None:
            raise NotFound()
        reports = _current(connection, place, StatusReport.KIND)
        if report.key in reports:
            raise Invalid("report_exists")
        changes = [by_hand(None, report)]
        if replaced_by is not None and (replaced_by,) not in measures:
            raise Invalid("invalid_fields", kind=Measure.KIND, fields={"replaced_by": "successor_missing"})
        if _is_newest(report, [each.record for each in reports.values()]):
            changes.append(_restated(known, report, replaced_by))
            _refuse_wrong_links(known.record, changes[-1].record, measures)
        return write(connection, place, changes, at=visit.now, by=visit.by, act="edit")


def _refuse_other_key(after: Record, key: Key, current: Mapping[Key, Known]) -> None:
    """The id of a measure is permanent; other keys may change to one that is free."""
    if after.key != key and after.KIND == Measure.KIND:
        raise Invalid("invalid_fields", kind=Measure.KIND, fields={"id": "value_not_allowed"})
    if after.key != key and after.key in current:
        raise Invalid("exists_already")


def _refuse_wrong_links(before: Record | None, after: Record, current: Mapping[Key, Known]) -> None:
    """A measure is no part of itself, not replaced by itself, and gets no number of another."""
    if not isinstance(after, Measure):
        return
    others = [each.record for key, each in current.items() if key != after.key]
    links = MeasureLinks(each for each in (*others, after) if isinstance(each, Measure))
    faults = links.faults(after)
    if links.is_number_taken(after) and _numbering(before) != _numbering(after):
        faults["number"] = "number_taken"
    if faults:
        raise Invalid("invalid_fields", kind=Measure.KIND, fields=faults)


def _numbering(record: Record | None) -> tuple[str, str | None] | None:
    return (record.programme, record.number) if isinstance(record, Measure) else None


def _is_newest(report: StatusReport, others: Iterable[Record]) -> bool:
    """Whether a report names a status and no later one of its measure does."""
    own = [each for each in others if isinstance(each, StatusReport) and each.measure == report.measure]
    return newest([*own, report]) is report


def _restated(known: Known, report: StatusReport, replaced_by: str | None) -> Change:
    assert isinstance(known.record, Measure)
    values = known.record.model_dump() | with_status(known.record, report, replaced_by)
    return by_hand(known, record_of(Measure.KIND, values))


def record_of(kind: str, values: Mapping[str, Any]) -> Record:
    """A record from typed values.

    Raises:
        NotFound: there is no such kind.
        Invalid: `details["fields"]` maps each field to the code of what is wrong with it, "" the whole. What
            is entered by hand must be complete at once.
    """
    if kind not in KINDS:
        raise NotFound()
    try:
        record = rounded(KINDS[kind](**values))
    except ValidationError as problem:
        fields = {
            str(fault["loc"][0]) if fault["loc"] else "": field_fault(KINDS[kind], fault)
            for fault in problem.errors(include_url=False)
        }
        raise Invalid("invalid_fields", kind=kind, fields=fields) from None
    if code := lacking(record):
        raise Invalid("invalid_fields", kind=kind, fields={"": code})
    return record


def _current(connection: Connection, place: Place, kind: str) -> dict[Key, Known]:
    if kind not in KINDS:
        raise NotFound()
    return states.known_of(connection, place.id, kind, current_sight(place))


def _refuse_conflict(connection: Connection, place: Place, item: Item, based_on: int | None) -> None:
    refuse_conflict(connection, place, based_on, lambda changed: changed == item)
