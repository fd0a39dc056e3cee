"""Releasing open data: what was ticked is open from now on, and nothing else."""

from __future__ import annotations

from monitoring.domain.access import Act
from monitoring.domain.errors import Invalid
from monitoring.domain.open_data import Licence
from monitoring.forms.form import Form
from monitoring.forms.sent import Sent
from monitoring.services.open_data import decide

_TAIL = "/veroeffentlichen/offene-daten"


def release(sent: Sent) -> str:
    """Store the decision and say what it led to."""
    licence = next((each for each in Licence if each.value == sent.text("licence")), None)
    if licence is None:
        raise Invalid("invalid")
    decision = decide(
        sent.visit,
        sent.slug,
        set(sent.all("kinds")),
        licence=licence,
        provider=sent.text("provider"),
        contributor=sent.text("contributor"),
        is_confirmed=sent.is_ticked("confirmed"),
    )
    return sent.page(_TAIL, {"erledigt": "on" if decision.is_on else "off"})


FORMS = (
    Form(
        _TAIL,
        Act.PUBLISH,
        release,
        belongs_to={
            "right_not_confirmed": "confirmed",
            "name_too_long": "provider",
            "contributor_unknown": "contributor",
        },
    ),
)
