"""Granting: a partner sees the current state until a day."""

from __future__ import annotations

from monitoring.domain.access import Act
from monitoring.domain.errors import Invalid, NotFound
from monitoring.forms.form import Form
from monitoring.forms.sent import Sent
from monitoring.services.municipalities import grant_current_state


def grant_partner(sent: Sent) -> str:
    """Let an account see the current state until the given day."""
    account, until = sent.text("account"), sent.day("until")
    missing = [name for name, value in (("account", account), ("until", until)) if not value]
    if missing or until is None:
        raise Invalid("invalid_fields", fields=dict.fromkeys(missing, "field_missing"))
    if until < sent.visit.today:
        raise Invalid("invalid_fields", fields={"until": "day_is_past"})
    try:
        grant_current_state(sent.visit, sent.slug, account, until)
    except NotFound:
        raise Invalid("invalid_fields", fields={"account": "unknown_account"}) from None
    return sent.address.to("/veroeffentlichen", partner=account)


FORMS = (Form("/veroeffentlichen", Act.GRANT, grant_partner, act="grant"),)
