"""Entering the text in „Leichte Sprache“, or removing it."""

from __future__ import annotations

from monitoring.components.saved import saved_query
from monitoring.domain.access import Act
from monitoring.domain.easy_text import EasyText
from monitoring.forms.form import Form
from monitoring.forms.sent import Sent
from monitoring.services.easy_texts import keep_easy_text, remove_easy_text
from monitoring.services.entries import typed_values

TAIL = "/leichte-sprache/bearbeiten"


def keep(sent: Sent) -> str:
    """Store the text and show it."""
    texts = {name: sent.text(name) for name in EasyText.model_fields}
    values = typed_values(EasyText.KIND, texts, german=sent.is_german)
    revision = keep_easy_text(sent.visit, sent.slug, values, is_confirmed=sent.is_ticked("confirmed"))
    return sent.page("/leichte-sprache", saved_query(revision, None))


def remove(sent: Sent) -> str:
    """Remove the text."""
    revision = remove_easy_text(sent.visit, sent.slug)
    return sent.page("/leichte-sprache", saved_query(revision, None))


FORMS = (Form(TAIL, Act.EDIT, keep, act="keep_easy"), Form(TAIL, Act.EDIT, remove, act="remove_easy"))
