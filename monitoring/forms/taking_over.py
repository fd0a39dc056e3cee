"""Taking over: what was said on a step is remembered and the next step shown; at last all is taken over."""

from __future__ import annotations

from monitoring.components.conflicts import DECIDED_AT, MINE
from monitoring.components.decision import decision_name
from monitoring.components.import_address import (
    CHANGES,
    DONE,
    QUESTIONS,
    SEEN,
    UNDERSTOOD,
    is_kept,
    place_of,
    shown_part,
    step_href,
)
from monitoring.components.import_options import COMPLETE, import_options, options_query
from monitoring.components.refused_files import REFUSED
from monitoring.domain.access import Act
from monitoring.domain.errors import Conflict
from monitoring.forms.form import Form
from monitoring.forms.sent import Sent
from monitoring.services.conflicts import Decisions
from monitoring.services.importing import answer, take_over

TO = "to"
"""The field that says where to go next, where the person chose a place."""


def read_again(sent: Sent) -> str:
    """Remember what was said and show a step with it: the one that was chosen, else the same again."""
    step, shown = place_of(sent.text(TO))
    here = shown_part(sent.address.query)
    return _with_answers(sent, step, **shown) if step else _with_answers(sent, _step(sent), **here)


def go_on(sent: Sent) -> str:
    """Remember what was said and show the step that needs the person next."""
    return _with_answers(sent, "", **{SEEN: "1"})


def take_batch_over(sent: Sent) -> str:
    """Write the changes as one revision; where something stands against it, the next step says what.

    Where the box about completeness is not as it was when the changes were worked out, they are shown anew.
    """
    if sent.is_ticked(COMPLETE) != bool(sent.address.query.get(COMPLETE)):
        return read_again(sent)
    options = import_options(_said(sent))
    batch, based_on = sent.address.variables["batch"], sent.number("based_on")
    try:
        found = take_over(sent.visit, sent.slug, batch, options, based_on, _decisions(sent))
    except Conflict as conflict:  # the page shows what is to be decided
        raise Conflict("changed_since", **conflict.details) from conflict
    return sent.address.to(f"/daten/pruefung/{batch}/{DONE}") if found.revision else step_href(sent.address)


def _decisions(sent: Sent) -> Decisions | None:
    """What was decided about conflicts; None where the page showed none."""
    at = sent.number(DECIDED_AT)
    if at is None:
        return None
    return Decisions(at, lambda item: sent.text(decision_name(item)) == MINE)


def _with_answers(sent: Sent, step: str, **more: str) -> str:
    """Keep the answers and lead to a step; those for once travel in the address."""
    options = import_options(_said(sent))
    for_once = answer(sent.visit, sent.slug, sent.address.variables["batch"], options.answers)
    seen = {name: sent.address.query[name] for name in (REFUSED, SEEN) if name in sent.address.query}
    tail = f"/daten/pruefung/{sent.address.variables['batch']}" + (f"/{step}" if step else "")
    return sent.page(tail, options_query(options, for_once) | seen | more)


def _said(sent: Sent) -> dict[str, str]:
    """What was said on this step and on those before, whose part is in the address."""
    earlier = {name: text for name, text in sent.address.query.items() if is_kept(name)}
    if _step(sent) == CHANGES:  # a box that is not ticked sends nothing
        earlier.pop(COMPLETE, None)
    return earlier | sent.single_texts()


def _step(sent: Sent) -> str:
    return sent.address.tail.rpartition("/")[2]


FORMS = (
    *(
        Form(f"/daten/pruefung/<batch>/{step}", Act.IMPORT, do, act=act)
        for step in (UNDERSTOOD, QUESTIONS, CHANGES)
        for act, do in (("check", read_again), ("go_on", go_on))
    ),
    Form(f"/daten/pruefung/<batch>/{CHANGES}", Act.IMPORT, take_batch_over, act="take_over"),
)
