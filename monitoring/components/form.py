"""Forms: native HTML, each field with its label, hint and error tied to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from dash import html

from monitoring.components.icon import icon
from monitoring.components.native import Input, NativeComponent
from monitoring.texts.words import Words


def form(
    fields: Any, *, action: str, token: str | None, multipart: bool = False, method: str = "post", **more: Any
) -> html.Form:
    """A form that posts to a Flask route. `token` is the CSRF token (None for a GET form)."""
    hidden = [Input(type="hidden", name="csrf_token", value=token)] if token is not None else []
    encoding = {"encType": "multipart/form-data"} if multipart else {}
    return html.Form(
        [*hidden, *_listed(fields)], action=action, method=method, className="form", **encoding, **more
    )


def field(
    label: str,
    control: NativeComponent,
    *,
    words: Words,
    hint: Any = None,
    error: str | None = None,
    is_optional: bool | None = None,
) -> html.Div:
    """A control with its label. The control must have an id; hint and error are tied to it here.

    Beside a label stands that the field may be left empty, unless it is required or being empty is an answer.
    """
    name = str(getattr(control, "id", None) or control.name)  # type: ignore[attr-defined]
    control.id = name
    _tie(control, name, hint is not None, error is not None)
    says_so = not getattr(control, "required", False) if is_optional is None else is_optional
    optional = words("component.form.optional") if says_so else ""
    return html.Div(
        [
            html.Label(
                [label, html.Span(f" {optional}", className="optional") if optional else None], htmlFor=name
            ),
            html.P(hint, id=f"{name}-hint", className="hint") if hint is not None else None,
            _error(error, name, words) if error is not None else None,
            control,
        ],
        className="field field-wrong" if error else "field",
    )


def checkbox(
    label: Any, name: str, *, value: str = "yes", checked: bool = False, hint: Any = None
) -> html.Div:
    """A single box to tick, with its label beside it."""
    return _choice("checkbox", label, name, f"{name}-{value}", value, checked, hint)


def choices(
    legend: str,
    name: str,
    options: Sequence[tuple[str, str]],
    *,
    words: Words,
    value: str | None = None,
    several: bool = False,
    hint: Any = None,
    error: str | None = None,
) -> html.Fieldset:
    """A question with answers (value, label) to choose from: radio buttons, or boxes with `several`."""
    kind: Literal["checkbox", "radio"] = "checkbox" if several else "radio"
    return html.Fieldset(
        [
            html.Legend(legend),
            html.P(hint, className="hint") if hint is not None else None,
            _error(error, name, words) if error is not None else None,
            *[
                _choice(kind, text, name, f"{name}-{n}", one, one == value, None)
                for n, (one, text) in enumerate(options)
            ],
        ],
        className="field field-wrong" if error else "field",
        id=name,
    )


def button(
    text: str, *, kind: Literal["primary", "secondary", "danger"] = "primary", name: str = "", value: str = ""
) -> html.Button:
    """A button that sends its form; name and value tell several buttons of a form apart."""
    named = {"name": name, "value": value} if name else {}
    return html.Button(text, type="submit", className=f"button button-{kind}", **named)


def error_summary(errors: Sequence[tuple[str, str]], words: Words) -> html.Div | None:
    """The faults of a form above it, each linked to its field; errors are (id of the field, text)."""
    if not errors:
        return None
    items = [html.Li(html.A(text, href=f"#{name}")) for name, text in errors]
    heading = html.H2(words("component.form.errors"))
    return html.Div([heading, html.Ul(items)], className="notice notice-bad", role="alert", tabIndex="-1")


def _choice(
    kind: Literal["checkbox", "radio"],
    label: Any,
    name: str,
    element: str,
    value: str,
    checked: bool,
    hint: Any,
) -> html.Div:
    described = {"aria-describedby": f"{element}-hint"} if hint is not None else {}
    return html.Div(
        [
            Input(type=kind, name=name, id=element, value=value, checked=checked, **described),
            html.Label(label, htmlFor=element),
            html.P(hint, id=f"{element}-hint", className="hint") if hint is not None else None,
        ],
        className="choice",
    )


def _tie(control: NativeComponent, name: str, has_hint: bool, is_wrong: bool) -> None:
    described = [f"{name}-hint"] * has_hint + [f"{name}-error"] * is_wrong
    if described:
        setattr(control, "aria-describedby", " ".join(described))
    if is_wrong:
        setattr(control, "aria-invalid", "true")


def _error(error: str, name: str, words: Words) -> html.P:
    spoken = html.Span(words("component.form.error_prefix") + " ", className="hidden-visually")
    return html.P([icon("cross"), spoken, error], id=f"{name}-error", className="error")


def _listed(fields: Any) -> list[Any]:
    return list(fields) if isinstance(fields, (list, tuple)) else [fields]
