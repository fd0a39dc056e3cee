"""The upload form: a native file input, to which assets/upload.js adds a progress bar."""

from __future__ import annotations

from typing import Any

from dash import html

from monitoring.components.form import button, field, form
from monitoring.components.native import Input
from monitoring.texts.words import Words


def upload_form(
    label: str,
    *,
    action: str,
    token: str,
    send: str,
    words: Words,
    hint: Any = None,
    error: str | None = None,
    more: Any = (),
    accept: str = ".xlsx,.xlsm,.ods,.csv",
) -> html.Form:
    """A form that sends files as `files` to `action`; `more` are further fields, `send` the button."""
    files = Input(type="file", name="files", id="files", multiple=True, accept=accept, required=True)
    texts = {f"data-{name}": words(f"component.upload.{name}") for name in ("sending", "checking", "failed")}
    progress = html.Div(
        [
            html.Progress(max="100", value="0", **{"aria-label": words("component.upload.sending")}),
            html.P(role="status"),
        ],
        className="upload-progress",
        hidden=True,
    )
    parts = [field(label, files, words=words, hint=hint, error=error), *more, button(send), progress]
    return form(parts, action=action, token=token, multipart=True, **{"data-upload": "true"}, **texts)
