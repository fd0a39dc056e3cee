"""Publishing: everything or what was ticked becomes a publication."""

from __future__ import annotations

from monitoring.components.correction_reasons import SECTION as REASONS
from monitoring.components.correction_reasons import given_reasons
from monitoring.components.person_questions import PERSON, SECTION
from monitoring.components.publication_items import chosen_items
from monitoring.domain.access import Act
from monitoring.domain.errors import Invalid
from monitoring.forms.form import Form
from monitoring.forms.sent import Sent
from monitoring.services.persons import settle_persons
from monitoring.services.publishing import preview, publish


def publish_state(sent: Sent) -> str:
    """Publish and show what is public now."""
    chosen, waiting = None, preview(sent.visit, sent.slug)
    if sent.text("scope") != "chosen" and sent.all("items"):
        raise Invalid("everything_or_chosen")
    if sent.text("scope") == "chosen":
        chosen = chosen_items(waiting.changes, sent.all("items"))
        if not chosen:
            raise Invalid("nothing_chosen")
    settle_persons(sent.visit, sent.slug, _decided(sent))
    number = publish(
        sent.visit,
        sent.slug,
        chosen=chosen,
        paper=sent.optional("paper"),
        not_before=sent.day("not_before"),
        note=sent.optional("note"),
        explanation=sent.optional("explanation"),
        reasons=given_reasons(waiting.corrections, sent.single_texts()),
    )
    return sent.address.to("/veroeffentlichen", fassung=str(number))


def _decided(sent: Sent) -> dict[str, str]:
    """What was decided about texts that look like a person, by their key."""
    given = sent.single_texts().items()
    return {name.removeprefix(PERSON): choice for name, choice in given if name.startswith(PERSON) and choice}


FORMS = (
    Form(
        "/veroeffentlichen",
        Act.PUBLISH,
        publish_state,
        act="publish",
        belongs_to={
            "looks_like_a_person": SECTION,
            "nothing_chosen": "scope",
            "everything_or_chosen": "scope",
            "not_before_passed": "not_before",
            "explanation_names_a_person": "explanation",
            "reason_names_a_person": REASONS,
        },
    ),
)
