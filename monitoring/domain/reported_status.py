"""The reported status: a measure stands where its newest status report says, unless its own row says more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from monitoring.domain.changes import Change, ChangeType
from monitoring.domain.draft import Draft
from monitoring.domain.finding import Finding, notice
from monitoring.domain.measure import Measure, MeasureStatus
from monitoring.domain.record import Item
from monitoring.domain.status_report import StatusReport
from monitoring.domain.stored import Known, Stored

_SAYS_NOTHING = (None, MeasureStatus.UNKNOWN)
"""An empty cell of the column is read as unknown."""
Changes = Mapping[Item, Change]


def newest(reports: Iterable[StatusReport]) -> StatusReport | None:
    """The newest report that names a status; of one day the one that was written last."""
    stating = [report for report in reports if report.status is not None]
    return max(reversed(stating), key=lambda report: report.date, default=None)


def with_status(measure: Measure, report: StatusReport, replaced_by: str | None = None) -> dict[str, Any]:
    """The fields of a measure that takes over the status of a report; its text is the reason to reject."""
    values: dict[str, Any] = {"status": report.status}
    if replaced_by:
        values["replaced_by"] = replaced_by
    if report.status is MeasureStatus.REJECTED and not measure.status_reason:
        values["status_reason"] = report.text
    return values


def as_reported(changes: Changes, drafts: Iterable[Draft], stored: Stored) -> dict[Item, Change]:
    """Changes in which measures follow their newest report, where no row of their own says a status."""
    stated = dict(changes)
    reports = _by_measure(changes, stored)
    if not reports:
        return stated
    own = {
        draft.values["id"]
        for draft in drafts
        if draft.kind == Measure.KIND and draft.values.get("status") not in _SAYS_NOTHING
    }
    for identity in dict.fromkeys(_following(changes)):
        report = newest(reports.get(identity, ()))
        if identity in own or report is None or not _is_reported(identity, report, changes):
            continue
        change = _restated(identity, report, changes, stored)
        if change is not None:
            stated[(Measure.KIND, (identity,))] = change
    return stated


def _following(changes: Changes) -> Iterable[str]:
    """The measures that a file reports on, or whose status it leaves empty."""
    for (kind, key), change in changes.items():
        if kind == StatusReport.KIND and change.after is not None:
            yield key[0]
        if kind == Measure.KIND and isinstance(change.after, Measure):
            yield change.after.id


def _is_reported(identity: str, report: StatusReport, changes: Changes) -> bool:
    """Whether the report is news, or the file clears the status that came from it."""
    change = changes.get(report.item)
    if change is not None and change.type is not ChangeType.UNCHANGED:
        return True
    row = changes.get((Measure.KIND, (identity,)))
    return row is not None and isinstance(row.after, Measure) and row.after.status is MeasureStatus.UNKNOWN


def _by_measure(changes: Changes, stored: Stored) -> dict[str, list[StatusReport]]:
    """Every status report, stored or read, by the id of its measure."""
    kept = {key: known.record for key, known in stored.get(StatusReport.KIND, {}).items()}
    read = {
        key: each.after for (kind, key), each in changes.items() if kind == StatusReport.KIND and each.after
    }
    found: dict[str, list[StatusReport]] = defaultdict(list)
    for report in (kept | read).values():
        if isinstance(report, StatusReport):
            found[report.measure].append(report)
    return found


def _restated(identity: str, report: StatusReport, changes: Changes, stored: Stored) -> Change | None:
    change = changes.get((Measure.KIND, (identity,)))
    known: Known | None = stored.get(Measure.KIND, {}).get((identity,))
    measure = change.after if change else known.record if known else None
    if not isinstance(measure, Measure):
        return None
    after = Measure(**measure.model_dump() | with_status(measure, report))
    provenance = dict(change.provenance if change else known.provenance if known else {})
    origin = changes.get(report.item)
    if origin is not None and "status" in origin.provenance:
        provenance["status"] = origin.provenance["status"]
    return Change(Measure.KIND, change.before if change else measure, after, provenance)


def differing(changes: Changes, stored: Stored) -> list[Finding]:
    """Measures that a file gives another status than their newest report does, each at its cell."""
    reports = _by_measure(changes, stored)
    if not reports:
        return []
    return [
        _difference(change, change.after, report)
        for change in changes.values()
        if isinstance(change.after, Measure)
        and change.type is not ChangeType.UNCHANGED
        and change.after.status not in _SAYS_NOTHING
        and (report := newest(reports.get(change.after.id, ())))
        and report.status is not change.after.status
    ]


def _difference(change: Change, measure: Measure, report: StatusReport) -> Finding:
    origin = change.provenance.get("status")
    return notice(
        "status_differs_from_report",
        sheet=origin.sheet if origin else None,
        cell=origin.cell if origin else None,
        value=origin.value if origin else None,
        details={"own": measure.status, "reported": report.status, "date": report.date},
    )
