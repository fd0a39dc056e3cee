"""Saved: what a form has done, said once on the page that it led to."""

from __future__ import annotations

from typing import Any

from dash import html

from monitoring.components.address import Address
from monitoring.components.notice import notice
from monitoring.texts.words import Words

SAVED = "gespeichert"
"""The part of the query that names the revision just written."""
UNCHANGED = "unveraendert"


def saved_query(revision: int, based_on: int | None) -> dict[str, str]:
    """What is added to the address of the page that follows a form.

    >>> saved_query(4, 3), saved_query(3, 3)
    ({'gespeichert': '4'}, {'unveraendert': '1'})
    """
    return {UNCHANGED: "1"} if revision == based_on else {SAVED: str(revision)}


def saved_notice(words: Words, address: Address) -> Any:
    """The notice on the page that follows; None where no form of the office led here."""
    if not address.is_office:
        return None
    if UNCHANGED in address.query:
        return notice(words("form.nothing_changed"), role="status")
    number = address.query.get(SAVED, "")
    if not number.isdigit():
        return None
    link = html.A(words("page.history.show_changes"), href=address.to(f"/verlauf/{number[:9]}"))
    return notice(html.P(link), title=words("form.saved", revision=number[:9]), tone="good", role="status")
