"""Accepting: a doubted value that is right is accepted with a comment, alone or with all like it; or not."""

from __future__ import annotations

from monitoring.components.acceptance import ABOUT, ACCEPT, ALIKE, COMMENT, TAKE_BACK, doubt_name
from monitoring.components.import_options import import_options
from monitoring.domain.access import Act
from monitoring.domain.errors import Invalid
from monitoring.forms.form import Form
from monitoring.forms.sent import Sent
from monitoring.services.accepting import accept_several, take_back
from monitoring.services.importing import Check, check

_ANCHOR = "#befunde"


def accept_doubted(sent: Sent) -> str:
    """Accept the doubted value that the form is about, with those of the same check where this was ticked.

    Raises:
        Invalid: it is doubted no more, or the comment is empty.
    """
    doubts = [each.about for each in _found(sent).doubted]
    chosen = next((each for each in doubts if doubt_name(each) == sent.text(ABOUT)), None)
    if chosen is None:
        raise Invalid("invalid")
    alike = [each for each in doubts if each.code == chosen.code] if sent.is_ticked(ALIKE) else [chosen]
    accept_several(sent.visit, sent.slug, alike, sent.text(COMMENT))
    return sent.address.href + _ANCHOR


def take_acceptance_back(sent: Sent) -> str:
    """Take back the acceptance that the form is about; nothing happens where there is none."""
    for _, said in _found(sent).accepted:
        if doubt_name(said.about) == sent.text(ABOUT):
            take_back(sent.visit, sent.slug, said.about)
    return sent.address.href + _ANCHOR


def _found(sent: Sent) -> Check:
    return check(sent.visit, sent.slug, sent.address.variables["batch"], import_options(sent.address.query))


_TAIL = "/daten/pruefung/<batch>/fragen"
FORMS = (
    Form(_TAIL, Act.IMPORT, accept_doubted, act=ACCEPT),
    Form(_TAIL, Act.IMPORT, take_acceptance_back, act=TAKE_BACK),
)
