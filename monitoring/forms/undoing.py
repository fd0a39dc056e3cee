"""Undoing: a revision is reversed by a new one, after it was looked at."""

from __future__ import annotations

from monitoring.domain.access import Act
from monitoring.domain.errors import NotFound
from monitoring.forms.form import Form
from monitoring.forms.sent import Sent
from monitoring.services.history import undo


def undo_revision(sent: Sent) -> str:
    """Reverse the revision of the page and show the new one."""
    number = sent.address.variables["number"]
    if not number.isascii() or not number.isdigit() or len(number) > 9:
        raise NotFound()
    made = undo(sent.visit, sent.slug, int(number), sent.optional("note"))
    return sent.address.to(f"/verlauf/{made}", rueckgaengig=number)


FORMS = (Form("/verlauf/<number>", Act.UNDO, undo_revision),)
