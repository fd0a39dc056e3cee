"""Withdrawing: a publication is taken back for a reason that stays in the history."""

from __future__ import annotations

from monitoring.domain.access import Act
from monitoring.forms.form import Form
from monitoring.forms.sent import Sent
from monitoring.services.publishing import withdraw


def withdraw_publication(sent: Sent) -> str:
    """Withdraw and show what is public now."""
    explanation = sent.optional("withdraw_explanation")
    number = withdraw(
        sent.visit, sent.slug, sent.text("reason"), sent.number("publication"), explanation=explanation
    )
    return sent.address.to("/veroeffentlichen", zurueckgezogen=str(number))


FORMS = (
    Form(
        "/veroeffentlichen",
        Act.PUBLISH,
        withdraw_publication,
        act="withdraw",
        belongs_to={"reason_missing": "reason", "explanation_names_a_person": "withdraw_explanation"},
    ),
)
