"""Taking over: the answers to a check, checking once more with them, and making it a revision."""

from __future__ import annotations

from urllib.parse import urlencode

from monitoring.components.conflicts import DECIDED_AT, MINE
from monitoring.components.decision import decision_name
from monitoring.components.import_options import import_options, options_query
from monitoring.components.refused_files import REFUSED
from monitoring.domain.access import Act
from monitoring.forms.form import Form
from monitoring.forms.sent import Sent
from monitoring.services.conflicts import Decisions
from monitoring.services.importing import answer, take_over


def check_again(sent: Sent) -> str:
    """Remember the answers and show the check with them; those for once travel in the address."""
    options = import_options(sent.single_texts())
    for_once = answer(sent.visit, sent.slug, sent.address.variables["batch"], options.answers)
    refused = {name: text for name, text in sent.address.query.items() if name == REFUSED}
    query = urlencode(options_query(options, for_once) | refused)
    return f"{sent.address.path}{'?' if query else ''}{query}#ergebnis"


def take_batch_over(sent: Sent) -> str:
    """Write the changes as one revision; where something stands against it, the check says what."""
    options = import_options(sent.single_texts())
    batch, based_on = sent.address.variables["batch"], sent.number("based_on")
    take_over(sent.visit, sent.slug, batch, options, based_on, _decisions(sent))
    return sent.address.path


def _decisions(sent: Sent) -> Decisions | None:
    """What was decided about conflicts; None where the page showed none."""
    at = sent.number(DECIDED_AT)
    if at is None:
        return None
    return Decisions(at, lambda item: sent.text(decision_name(item)) == MINE)


_TAIL = "/daten/pruefung/<batch>"
FORMS = (
    Form(_TAIL, Act.IMPORT, check_again, act="check"),
    Form(_TAIL, Act.IMPORT, take_batch_over, act="take_over"),
)
