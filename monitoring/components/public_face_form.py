"""The form of the public face: whom to turn to, logo and colour, who may embed, facts of the legal pages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dash import html

from monitoring.components.accent_samples import accent_samples, suggested
from monitoring.components.entered import Entered
from monitoring.components.form import checkbox, field
from monitoring.components.native import Input, NativeComponent, Select, Textarea, options
from monitoring.domain.contrast import Scheme
from monitoring.domain.municipality import Municipality
from monitoring.domain.public_face import PublicFace
from monitoring.domain.statement import Conformance, Fact, Statement, StatementMethod, own_text_key
from monitoring.texts.words import LANGUAGES, Words

_LONG = {Fact.ADDRESS: 3, Fact.DATA_PROTECTION_OFFICER: 3, Fact.BARRIERS: 4, Fact.BARRIERS_EN: 4}
"""The facts of several lines, with how many are shown."""
FACTS_OF = {
    Statement.IMPRINT: (Fact.BODY, Fact.ADDRESS, Fact.REPRESENTED_BY, Fact.PHONE, Fact.EDITOR, Fact.VAT_ID),
    Statement.PRIVACY: (Fact.DATA_PROTECTION_OFFICER, Fact.HOST, Fact.LOG_PERIOD),
    Statement.ACCESSIBILITY: (Fact.CONFORMANCE, Fact.BARRIERS, Fact.BARRIERS_EN, Fact.METHOD, Fact.STATED_ON),
}
"""Where each fact is asked for; the imprint's are used on all three pages."""


def contact_fields(face: PublicFace, own: Municipality, typed: Entered, words: Words) -> list[Any]:
    """Whom readers turn to."""
    return [
        _line("unit", own.contact_unit, typed, words),
        _line("email", face.email, typed, words, type="email", autoComplete="email"),
    ]


def look_fields(face: PublicFace, logo_address: str, typed: Entered, words: Words) -> list[Any]:
    """Logo and accent colours, with what is set now."""
    file = Input(type="file", name="logo", id="logo", accept=".svg,.png,.jpg,.jpeg")
    error = typed.error("logo")
    hint = words("page.public_face.logo_hint")
    return [
        _present_logo(face, logo_address, words),
        field(words("page.public_face.logo"), file, words=words, hint=hint, error=error),
        _line("logo_text", face.logo_text, typed, words),
        _line("accent", face.accent, typed, words, className="short", placeholder="#0b5563"),
        suggested("accent", Scheme.LIGHT, typed, words),
        _line("accent_dark", face.accent_dark, typed, words, className="short", placeholder="#7fc9d3"),
        suggested("accent_dark", Scheme.DARK, typed, words),
        accent_samples(face, words),
    ]


def _present_logo(face: PublicFace, address: str, words: Words) -> Any:
    if face.logo is None:
        return None
    picture = html.Img(src=address, alt=face.logo_text or words("page.public_face.logo"), className="logo")
    return html.Div([picture, checkbox(words("page.public_face.remove_logo"), "remove_logo")])


def embedding_field(face: PublicFace, typed: Entered, words: Words) -> html.Div:
    """The websites that may show a frame of ours."""
    text = typed.text("embedding_sites", "\n".join(face.embedding_sites))
    control = Textarea(name="embedding_sites", id="embedding_sites", value=text, rows=3, spellCheck="false")
    return _asked("embedding_sites", control, typed, words)


def statement_fields(
    statement: Statement, face: PublicFace, own: Municipality, typed: Entered, words: Words
) -> list[Any]:
    """The facts of one legal page, and in their place an address or a text of one's own."""
    return [
        *[_fact(fact, face, own, typed, words) for fact in FACTS_OF[statement]],
        html.Details(
            [
                html.Summary(words("page.public_face.instead")),
                _address(statement, own, typed, words),
                *_own_texts(statement, face, typed, words),
            ],
            open=any(name.startswith((f"text_{statement}", f"{statement}_url")) for name in typed.errors),
        ),
    ]


def is_wrong(statement: Statement, typed: Entered) -> bool:
    """Whether a field of a legal page was refused."""
    names = {*FACTS_OF[statement], f"{statement}_url"}
    return any(name in names or name.startswith(f"text_{statement}") for name in typed.errors)


def _fact(fact: Fact, face: PublicFace, own: Municipality, typed: Entered, words: Words) -> html.Div:
    stored = face.facts.get(fact, own.name if fact is Fact.BODY else "")
    text, named = typed.text(fact, stored), {"name": fact.value, "id": fact.value}
    control: NativeComponent
    if fact in (Fact.CONFORMANCE, Fact.METHOD):
        members: Iterable[Any] = Conformance if fact is Fact.CONFORMANCE else StatementMethod
        pairs = [(each.value, words.label(each)) for each in members]
        control = Select(options=options(pairs, empty=words("form.choose")), value=text, **named)
    elif fact in _LONG:
        control = Textarea(rows=_LONG[fact], value=text, **named)
    else:
        control = Input(type="date" if fact is Fact.STATED_ON else "text", value=text, **named)
    hint = f"page.public_face.{fact}_hint"
    return field(
        words.label(fact),
        control,
        words=words,
        hint=words(hint) if hint in words else None,
        error=typed.error(fact),
    )


def _address(statement: Statement, own: Municipality, typed: Entered, words: Words) -> html.Div:
    name = f"{statement}_url"
    control = Input(type="url", name=name, id=name, value=typed.text(name, getattr(own, name) or ""))
    hint = words("page.public_face.url_hint")
    return field(words("page.public_face.url"), control, words=words, hint=hint, error=typed.error(name))


def _own_texts(statement: Statement, face: PublicFace, typed: Entered, words: Words) -> list[html.Div]:
    fields = []
    for language in LANGUAGES:
        key = own_text_key(statement, language)
        name = f"text_{key}"
        control = Textarea(
            rows=8, name=name, id=name, value=typed.text(name, face.texts.get(key, "")), lang=language
        )
        label = words(f"page.public_face.own_text_{language}")
        hint = words("page.public_face.own_text_hint")
        fields.append(field(label, control, words=words, hint=hint, error=typed.error(name)))
    return fields


def _line(name: str, stored: str | None, typed: Entered, words: Words, **more: Any) -> html.Div:
    control = Input(
        **{"type": "text", "name": name, "id": name, "value": typed.text(name, stored or ""), **more}
    )
    return _asked(name, control, typed, words)


def _asked(name: str, control: NativeComponent, typed: Entered, words: Words) -> html.Div:
    """A field with the label and hint that its name has in the texts."""
    label, hint = words(f"page.public_face.{name}"), words(f"page.public_face.{name}_hint")
    return field(label, control, words=words, hint=hint, error=typed.error(name))
