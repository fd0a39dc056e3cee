"""Status reports: how a measure stands, said in the browser."""

from __future__ import annotations

from typing import Any

from monitoring.components.saved import saved_query
from monitoring.domain.access import Act
from monitoring.domain.errors import Invalid, NotFound
from monitoring.domain.status_report import UNNAMED_UNIT, StatusReport
from monitoring.forms.form import Form
from monitoring.forms.sent import Sent
from monitoring.services.editing import record_of, report_status
from monitoring.services.entries import typed_values
from monitoring.services.overview import overview

FIELDS = ("date", "unit", "status", "text", "progress_percent", "next_steps", "reported_by", "note")


def send_report(sent: Sent) -> str:
    """Add the report and show the measure."""
    seen = overview(sent.visit, sent.slug).measure(sent.address.variables["code"])
    if seen is None:
        raise NotFound()
    successor = sent.optional("replaced_by")
    _refuse_unknown(successor, sent)
    report = _report(seen.measure.id, sent)
    revision = report_status(sent.visit, sent.slug, report, replaced_by=successor)
    return sent.page(f"/massnahmen/{seen.measure.id}", saved_query(revision, sent.number("based_on")))


def _report(measure: str, sent: Sent) -> StatusReport:
    texts = {name: text for name, text in sent.single_texts().items() if name in FIELDS}
    values: dict[str, Any] = typed_values(StatusReport.KIND, texts, german=sent.is_german)
    faults = {} if values.get("status") or values.get("text") else {"text": "field_missing"}
    if values.get("date") is None:
        faults["date"] = "field_missing"
    elif values["date"] > sent.visit.today:
        faults["date"] = "in_the_future"
    if faults:
        raise Invalid("invalid_fields", kind=StatusReport.KIND, fields=faults)
    record = record_of(
        StatusReport.KIND, values | {"measure": measure, "unit": values.get("unit") or UNNAMED_UNIT}
    )
    assert isinstance(record, StatusReport)
    return record


def _refuse_unknown(successor: str | None, sent: Sent) -> None:
    if successor and overview(sent.visit, sent.slug).measure(successor) is None:
        raise Invalid("invalid_fields", fields={"replaced_by": "unknown_successor"})


FORMS = (
    Form(
        "/massnahmen/<code>/sachstand",
        Act.EDIT,
        send_report,
        belongs_to={"reason_missing": "text", "report_exists": "date"},
    ),
)
