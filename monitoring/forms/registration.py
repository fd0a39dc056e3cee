"""Registering forms: each is sent to the address of its own page, which shows what is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from flask import Flask, jsonify, redirect, request
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.wrappers import Response

from monitoring.components.address import Address, language_prefix
from monitoring.components.entered import Entered, keep_entered
from monitoring.domain.errors import Conflict, Invalid, Refusal
from monitoring.forms import (
    accepting,
    discarding,
    downloads,
    easy_language,
    granting,
    measure,
    open_data,
    profiles,
    public_face,
    publishing,
    sharing,
    status_report,
    story,
    taking_over,
    target,
    underway,
    undoing,
    uploading,
    withdrawing,
)
from monitoring.forms.faults import sentences
from monitoring.forms.form import Form
from monitoring.forms.sent import sent
from monitoring.login import check_form_token, current_visit, current_words, language_of
from monitoring.texts.words import LANGUAGES

FORMS: tuple[Form, ...] = (
    *uploading.FORMS,
    *taking_over.FORMS,
    *accepting.FORMS,
    *underway.FORMS,
    *discarding.FORMS,
    *profiles.FORMS,
    *story.FORMS,
    *easy_language.FORMS,
    *undoing.FORMS,
    *publishing.FORMS,
    *open_data.FORMS,
    *public_face.FORMS,
    *withdrawing.FORMS,
    *sharing.FORMS,
    *granting.FORMS,
    *status_report.FORMS,
    *measure.FORMS,
    *target.FORMS,
)
_MEGABYTE = 1_000_000


class NotTaken(Exception):
    """What was sent cannot be taken as it is: its page is shown again, with this HTTP status."""

    def __init__(self, status: int) -> None:
        self.status = status
        super().__init__(status)


def add_to(server: Flask) -> None:
    """Add the routes of all forms and downloads, in every language."""
    for code in LANGUAGES:
        prefix = language_prefix(code)
        for tail in dict.fromkeys(form.tail for form in FORMS):
            forms = [form for form in FORMS if form.tail == tail]
            rule = f"{prefix}/intern/<slug>{tail}"
            server.add_url_rule(rule, f"form {rule}", _taking(forms), methods=["POST"])
    downloads.add_to(server)
    underway.add_to(server)


def _taking(forms: Sequence[Form]) -> Callable[..., Response]:
    def take(**variables: str) -> Response:
        return _take(forms, variables)

    return take


def _take(forms: Sequence[Form], variables: dict[str, str]) -> Response:
    """Check the token and the right, do what was asked, and redirect to the answer."""
    visit, address = current_visit(), _address(forms[0].tail, dict(variables))
    _limit(forms)
    try:
        check_form_token(request)
    except RequestEntityTooLarge:
        visit.require(forms[0].right, address.slug or "")
        raise _too_large(forms) from None
    form = _chosen(forms)
    visit.require(form.right, address.slug or "")
    try:
        return _answer(form.do(sent(visit, address)))
    except (Invalid, Conflict) as refusal:
        raise _not_taken(form, refusal) from refusal


def _answer(place: str) -> Response:
    """Post/Redirect/Get; a script that shows progress is told the place: to follow would load it twice."""
    if request.accept_mimetypes.best == "application/json":
        return jsonify(location=place)
    return redirect(place, code=303)


def _address(tail: str, variables: dict[str, str]) -> Address:
    slug = variables.pop("slug")
    filled = re.sub(r"<(\w+)>", lambda match: variables[match.group(1)], tail)
    query = request.args.to_dict()
    return Address(language_of(request.path), slug, True, filled, variables, query, request.root_path)


def _limit(forms: Sequence[Form]) -> None:
    largest = max(form.largest_mb for form in forms) * _MEGABYTE
    request.max_content_length = largest
    request.max_form_memory_size = min(largest, 5 * _MEGABYTE)


def _chosen(forms: Sequence[Form]) -> Form:
    named = request.form.get("act", "")
    found = next((form for form in forms if form.act in ("", named)), None)
    if found is None:
        raise Invalid("invalid")
    return found


def _not_taken(form: Form, refusal: Refusal) -> NotTaken:
    """The page again with everything that was typed and what is wrong with it."""
    texts: Any = request.form.to_dict(flat=False)
    keep_entered(Entered(form.act, texts, sentences(refusal, current_words(), form.belongs_to)))
    return NotTaken(409 if isinstance(refusal, Conflict) else 422)


def _too_large(forms: Sequence[Form]) -> NotTaken:
    megabytes = max(form.largest_mb for form in forms)
    keep_entered(Entered(forms[0].act, {}, {"files": current_words()("form.too_large", megabytes=megabytes)}))
    return NotTaken(413)
