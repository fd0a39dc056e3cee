"""Completeness: what a measure must say before it is published, though it can be stored without."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from monitoring.domain.changes import Change
from monitoring.domain.draft import Draft
from monitoring.domain.finding import Blocks, Finding, warning
from monitoring.domain.measure import Measure, MeasureStatus
from monitoring.domain.record import Item, Record
from monitoring.domain.status_report import StatusReport


def lacking(record: Record) -> str | None:
    """The code of what a record still lacks, None where it is complete.

    >>> lacking(Measure(id="M1", programme="P", title="T", status=MeasureStatus.REJECTED))
    'reason_missing'
    """
    if not isinstance(record, Measure):
        return None
    if record.status is MeasureStatus.REJECTED and not record.status_reason:
        return "reason_missing"
    if record.status is MeasureStatus.REPLACED and not record.replaced_by:
        return "successor_missing"
    return None


def incomplete(records: Iterable[Record]) -> list[Finding]:
    """What stands against publishing records; the value names the measure."""
    return [
        warning(code, value=name, blocks=Blocks.PUBLISH, details={"kind": record.KIND, "field": "status"})
        for record in records
        if (code := lacking(record)) and (name := _name(record))
    ]


def incomplete_rows(changes: Mapping[Item, Change], drafts: Iterable[Draft]) -> list[Finding]:
    """What measures of a file lack once it is taken over, at the cell that gives their status."""
    lacks = {
        change.after.id: code
        for (kind, _), change in changes.items()
        if kind == Measure.KIND and isinstance(change.after, Measure) and (code := lacking(change.after))
    }
    if not lacks:
        return []
    rows: dict[str, Draft] = {}
    for draft in drafts:
        if draft.kind in (Measure.KIND, StatusReport.KIND) and draft.values.get("status") is not None:
            rows.setdefault(draft.values["id" if draft.kind == Measure.KIND else "measure"], draft)
    return [_at(code, rows[measure]) for measure, code in lacks.items() if measure in rows]


def _at(code: str, draft: Draft) -> Finding:
    origin = draft.origins.get("status")
    return warning(
        code,
        file=draft.file,
        sheet=draft.sheet,
        cell=origin.cell if origin else draft.cell,
        value=origin.text if origin else None,
        blocks=Blocks.PUBLISH,
        details={"kind": Measure.KIND, "field": "status"},
    )


def _name(record: Record) -> str:
    return " ".join(part for part in (getattr(record, "number", None), getattr(record, "title", "")) if part)
