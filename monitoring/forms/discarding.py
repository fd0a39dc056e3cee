"""Discarding: a checked batch that is not to be taken over goes."""

from __future__ import annotations

from monitoring.components.import_address import CHANGES, QUESTIONS
from monitoring.domain.access import Act
from monitoring.forms.form import Form
from monitoring.forms.sent import Sent
from monitoring.services.discarding import discard


def discard_batch(sent: Sent) -> str:
    """Drop the files of the page and show what was uploaded."""
    discard(sent.visit, sent.slug, sent.address.variables["batch"])
    return sent.address.to("/daten", verworfen="1")


FORMS = tuple(
    Form(f"/daten/pruefung/<batch>/{step}", Act.IMPORT, discard_batch, act="discard")
    for step in (QUESTIONS, CHANGES)
)
