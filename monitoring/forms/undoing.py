"""Undoing: a revision is reversed by a new one, after it was looked at and decided on."""

from __future__ import annotations

from monitoring.components.decision import DECISION, decision_name
from monitoring.components.undo_choices import RESTORE
from monitoring.domain.access import Act
from monitoring.domain.errors import NotFound
from monitoring.forms.form import Form
from monitoring.forms.sent import Sent
from monitoring.services.undoing import Item, undo, undoing


def undo_revision(sent: Sent) -> str:
    """Reverse the revision of the page and show the new one."""
    number = sent.address.variables["number"]
    if not number.isascii() or not number.isdigit() or len(number) > 9:
        raise NotFound()
    made = undo(
        sent.visit,
        sent.slug,
        int(number),
        sent.optional("note"),
        _to_restore(sent, int(number)),
        sent.number("based_on"),
    )
    return sent.address.to(f"/verlauf/{made}", rueckgaengig=number)


def _to_restore(sent: Sent, revision: int) -> set[Item] | None:
    """What becomes again what it was; None where the page asked for no decision."""
    if not any(name.startswith(DECISION) for name in sent.texts):
        return None
    open_items = (each.done.item for each in undoing(sent.visit, sent.slug, revision).undecided)
    return {item for item in open_items if sent.text(decision_name(item)) == RESTORE}


FORMS = (Form("/verlauf/<number>", Act.UNDO, undo_revision),)
