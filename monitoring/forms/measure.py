"""Editing a measure: all its fields at once, as one revision."""

from __future__ import annotations

from monitoring.components.saved import saved_query
from monitoring.domain.access import Act
from monitoring.domain.errors import NotFound
from monitoring.domain.measure import Measure
from monitoring.forms.form import Form
from monitoring.forms.sent import Sent
from monitoring.services.editing import edit
from monitoring.services.entries import typed_values
from monitoring.services.overview import overview


def edit_measure(sent: Sent) -> str:
    """Store the fields that were sent and show the measure."""
    seen = overview(sent.visit, sent.slug).measure(sent.address.variables["code"])
    if seen is None:
        raise NotFound()
    texts = {name: text for name, text in sent.single_texts().items() if name not in Measure.KEY}
    note = texts.pop("reason_for_change", "").strip() or None
    values = typed_values(Measure.KIND, texts, german=sent.is_german)
    key = seen.measure.key
    revision = edit(
        sent.visit, sent.slug, Measure.KIND, key, values, based_on=sent.number("based_on"), note=note
    )
    return sent.page(f"/massnahmen/{seen.measure.id}", saved_query(revision, sent.number("based_on")))


FORMS = (Form("/massnahmen/<code>/bearbeiten", Act.EDIT, edit_measure),)
