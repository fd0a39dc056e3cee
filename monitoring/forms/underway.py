"""Under way: how far a check or import has come, for the script that shows it, and stopping it."""

from __future__ import annotations

from flask import Flask, Response, jsonify

from monitoring.components.address import language_prefix
from monitoring.components.import_address import batch_tail, step_href
from monitoring.domain.access import Act
from monitoring.forms.form import Form
from monitoring.forms.sent import Sent
from monitoring.login import current_visit, current_words
from monitoring.services.underway import Progress, cancel, progress
from monitoring.texts.words import LANGUAGES, Words

_TAIL = f"{batch_tail('<batch>')}/vorgang"


def add_to(server: Flask) -> None:
    """Add the route, in every language."""
    for code in LANGUAGES:
        prefix = language_prefix(code)
        server.add_url_rule(f"{prefix}/intern/<slug>{_TAIL}", f"underway {code}", _underway)


def stop(sent: Sent) -> str:
    """Stop what is under way; the request that waits for it says so."""
    cancel(sent.visit, sent.slug, sent.address.variables["batch"])
    return step_href(sent.address)


def _underway(slug: str, batch: str) -> Response:
    """Stage and count in words; no content where nothing is under way."""
    reached = progress(current_visit(), slug, batch)
    response = jsonify(in_words(reached, current_words())) if reached else Response(status=204)
    response.headers["Cache-Control"] = "no-store"
    return response


def in_words(reached: Progress, words: Words) -> dict[str, object]:
    """What the script shows: the stage, how many of how many, and what the button says."""
    counted = ""
    if reached.total:
        done, total = words.number(reached.done), words.number(reached.total)
        counted = words("component.underway.counted", done=done, total=total)
    return {
        "stage": words.label(reached.stage),
        "counted": counted,
        "share": reached.done / reached.total if reached.total else None,
        "cancel": words("button.cancel"),
        "cancelling": words("component.underway.cancelling"),
    }


FORMS = (Form(_TAIL, Act.IMPORT, stop),)
