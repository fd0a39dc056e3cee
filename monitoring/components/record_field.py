"""A form field for a field of a record: its type decides the control, its name the label."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html

from monitoring.components.entered import Entered
from monitoring.components.form import checkbox, field
from monitoring.components.native import Input, NativeComponent, Select, Textarea, options
from monitoring.domain.field_type import FieldType, field_type, is_optional, members
from monitoring.domain.record import INTERNAL, Record, has_mark
from monitoring.texts.records import typed_text
from monitoring.texts.words import Words

_DECIMAL = frozenset({FieldType.NUMBER, FieldType.SHARE, FieldType.MONEY})
_COUNTED = frozenset({FieldType.YEAR, FieldType.WHOLE})


def record_field(
    record_type: type[Record],
    name: str,
    value: Any,
    typed: Entered,
    words: Words,
    *,
    suggestions: str | None = None,
    choices: Sequence[tuple[str, str]] = (),
    hint: str | None = None,
    may_be_empty: bool | None = None,
) -> html.Div:
    """A labelled control with the value, or with what was typed where the form was refused.

    `suggestions` is the id of a datalist; `choices` turn a line of text into a choice; `may_be_empty` is said
    where the type of the field alone does not tell.
    """
    label = words.field(record_type.KIND, name)
    text = typed.text(name, typed_text(record_type, name, value, words))
    if field_type(record_type, name) is FieldType.YES_NO:
        return checkbox(label, name, checked=text == "yes", hint=hint)
    control = _control(record_type, name, text, words, choices)
    if suggestions:
        control.list = suggestions  # type: ignore[attr-defined]
    if has_mark(record_type, name, INTERNAL):
        hint = words("form.internal_hint")
    error = typed.error(name)
    return field(label, control, words=words, hint=hint, error=error, is_optional=may_be_empty)


def _control(
    record_type: type[Record], name: str, text: str, words: Words, choices: Sequence[tuple[str, str]]
) -> NativeComponent:
    kind = field_type(record_type, name)
    required = record_type.model_fields[name].is_required()
    named: dict[str, Any] = {"name": name, "id": name, "value": text} | (
        {"required": True} if required else {}
    )
    if kind is FieldType.WORD or choices:
        pairs = list(choices) or [(each.value, words.label(each)) for each in members(record_type, name)]
        empty = words("form.choose") if is_optional(record_type, name) else None
        # Without an empty choice there is always an answer, so that nothing is left to the reader.
        named |= {} if empty else {"required": True}
        return Select(options=options(pairs, empty=empty), **named)
    if kind is FieldType.TEXT:
        return Textarea(rows=min(10, max(3, len(text) // 70 + 1)), **named)
    return Input(**_input_type(kind), **named)


def _input_type(kind: FieldType) -> dict[str, Any]:
    if kind is FieldType.DATE:
        return {"type": "date"}
    if kind in _DECIMAL:
        return {"type": "text", "inputMode": "decimal", "autoComplete": "off", "className": "short"}
    if kind in _COUNTED:
        return {"type": "text", "inputMode": "numeric", "autoComplete": "off", "className": "short"}
    return {"type": "text"}


def suggestion_list(name: str, known: Sequence[str]) -> html.Datalist:
    """What was entered before, offered while typing."""
    return html.Datalist([html.Option(value=each) for each in known], id=name)


def reason_field(typed: Entered, words: Words) -> html.Div:
    """Why something is changed; it stands in the history."""
    control = Input(
        type="text",
        name="reason_for_change",
        id="reason_for_change",
        value=typed.text("reason_for_change"),
        maxLength="500",
    )
    return field(
        words("form.reason_for_change"), control, words=words, hint=words("form.reason_for_change_hint")
    )
