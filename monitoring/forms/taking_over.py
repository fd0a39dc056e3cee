"""Taking over: the answers to a check, checking once more with them, and making it a revision."""

from __future__ import annotations

from urllib.parse import urlencode

from monitoring.components.questions import ANSWER
from monitoring.domain.access import Act
from monitoring.forms.form import Form
from monitoring.forms.sent import Sent
from monitoring.services.importing import Options, answer, take_over


def check_again(sent: Sent) -> str:
    """Remember the answers and show the check with them; those for once travel in the address."""
    batch = sent.address.variables["batch"]
    for_once = answer(sent.visit, sent.slug, batch, _answers(sent))
    query = {f"{ANSWER}{key}": value for key, value in for_once.items()}
    if sent.is_ticked("complete"):
        query["vollstaendig"] = "1"
    return f"{sent.address.path}?{urlencode(query)}#ergebnis" if query else f"{sent.address.path}#ergebnis"


def take_batch_over(sent: Sent) -> str:
    """Write the changes as one revision; where something stands against it, the check says what."""
    options = Options(
        answers=_answers(sent), is_complete=sent.is_ticked("complete"), note=sent.optional("note")
    )
    batch = sent.address.variables["batch"]
    take_over(sent.visit, sent.slug, batch, options, sent.number("based_on"))
    return sent.address.path


def _answers(sent: Sent) -> dict[str, str]:
    given = {name: sent.text(name) for name in sent.texts if name.startswith(ANSWER)}
    return {name.removeprefix(ANSWER): value for name, value in given.items() if value}


_TAIL = "/daten/pruefung/<batch>"
FORMS = (
    Form(_TAIL, Act.IMPORT, check_again, act="check"),
    Form(_TAIL, Act.IMPORT, take_batch_over, act="take_over"),
)
