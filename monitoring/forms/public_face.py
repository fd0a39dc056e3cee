"""The public face: everything on its page is stored at once, or nothing with all that is wrong."""

from __future__ import annotations

import re
from datetime import date

from flask import request

from monitoring.domain.access import Act
from monitoring.domain.contrast import normal_colour
from monitoring.domain.errors import Invalid
from monitoring.domain.field_fault import FieldFault
from monitoring.domain.municipality import Municipality
from monitoring.domain.public_face import (
    EMAIL_PATTERN,
    LAND_PATTERN,
    LONGEST_EMAIL,
    MOST_SITES,
    Logo,
    PublicFace,
    accent_faults,
    normal_web_origin,
)
from monitoring.domain.statement import (
    OF_THE_FACE,
    Conformance,
    Fact,
    Statement,
    StatementMethod,
    own_text_key,
)
from monitoring.forms.form import Form
from monitoring.forms.sent import Sent
from monitoring.services.overview import municipality
from monitoring.services.public_face import change_public_face, checked_logo, public_face, restore_face
from monitoring.texts.words import LANGUAGES

LONGEST_FACT, LONGEST_TEXT = 5_000, 20_000
_WEB_PAGE = re.compile(r"https?://[^\s/?#]+\S*", re.IGNORECASE)
_CHOICES: dict[Fact, set[str]] = {Fact.CONFORMANCE: {*Conformance}, Fact.METHOD: {*StatementMethod}}
Faults = dict[str, str]


def change_face(sent: Sent) -> str:
    """Store the public face and show its page again."""
    faults: Faults = {}
    own = municipality(sent.visit, sent.slug)
    logo, content = _logo(public_face(sent.visit, sent.slug).logo, sent, faults)
    face = _face(sent, logo, faults)
    changed = _municipality(own, sent, faults)
    if face is None or faults:
        raise Invalid("invalid_fields", fields=faults)
    based_on = sent.optional("based_on")
    change_public_face(sent.visit, sent.slug, face, changed, content, based_on)
    return sent.address.to("/auftritt", gespeichert="1")


def restore(sent: Sent) -> str:
    """Set everything again as it was in a version, and show the page again."""
    restore_face(sent.visit, sent.slug, sent.number("number") or 0, sent.optional("based_on"))
    return sent.address.to("/auftritt", wiederhergestellt="1")


def _face(sent: Sent, logo: Logo | None, faults: Faults) -> PublicFace | None:
    """What was typed; None where something of it cannot be kept."""
    values = {
        "email": _email(sent, faults),
        "accent": _colour("accent", sent, faults),
        "accent_dark": _colour("accent_dark", sent, faults),
        "embedding_sites": _sites(sent, faults),
        "land": sent.text("land") if re.fullmatch(LAND_PATTERN, sent.text("land")) else None,
        "facts": _facts(sent, faults),
        "texts": _texts(sent, faults),
        "logo": logo,
        "logo_text": _short("logo_text", 300, sent, faults),
    }
    if not {"accent", "accent_dark"} & faults.keys():
        faults |= accent_faults(values["accent"], values["accent_dark"])  # type: ignore[arg-type]
    return None if faults else PublicFace.model_validate(values)


def _logo(before: Logo | None, sent: Sent, faults: Faults) -> tuple[Logo | None, bytes | None]:
    """The logo as it shall be, with its content where it is new."""
    uploaded = request.files.get("logo")
    if uploaded is not None and uploaded.filename:
        try:
            return checked_logo(uploaded.read())
        except Invalid as problem:
            faults |= dict(problem.details["fields"])
    return (None if sent.is_ticked("remove_logo") else before), None


def _email(sent: Sent, faults: Faults) -> str | None:
    text = sent.text("email")
    if text and (len(text) > LONGEST_EMAIL or not re.fullmatch(EMAIL_PATTERN, text)):
        faults["email"] = "no_email"
    return text or None


def _colour(name: str, sent: Sent, faults: Faults) -> str | None:
    text = sent.text(name)
    colour = normal_colour(text)
    if text and colour is None:
        faults[name] = "no_colour"
    return colour


def _sites(sent: Sent, faults: Faults) -> tuple[str, ...]:
    """The websites that may embed, one in each line."""
    lines = [line.strip() for line in sent.text("embedding_sites").splitlines() if line.strip()]
    found = {line: normal_web_origin(line) for line in lines}
    wrong = [line[:60] for line, origin in found.items() if origin is None]
    if wrong:
        faults["embedding_sites"] = FieldFault("no_web_origin", text=", ".join(wrong))
    sites = tuple(dict.fromkeys(origin for origin in found.values() if origin))
    if len(sites) > MOST_SITES:
        faults["embedding_sites"] = FieldFault("too_many_sites", limit=MOST_SITES)
    return sites


def _facts(sent: Sent, faults: Faults) -> dict[str, str]:
    facts = {}
    for fact in Fact:
        text = None if fact in OF_THE_FACE else _short(fact.value, LONGEST_FACT, sent, faults)
        if text is None or text not in _CHOICES.get(fact, {text}):
            continue
        if fact is Fact.STATED_ON and not _is_day(text):
            faults[fact.value] = "value_not_allowed"
        facts[fact.value] = text
    return facts


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _texts(sent: Sent, faults: Faults) -> dict[str, str]:
    keys = [own_text_key(statement, language) for statement in Statement for language in LANGUAGES]
    texts = {key: _short(f"text_{key}", LONGEST_TEXT, sent, faults) for key in keys}
    return {key: text for key, text in texts.items() if text}


def _municipality(own: Municipality, sent: Sent, faults: Faults) -> Municipality:
    """The municipality with the unit to turn to, and with the legal pages it keeps elsewhere."""
    told: dict[str, str | None] = {"contact_unit": _short("unit", 300, sent, faults)}
    for statement in Statement:
        name = f"{statement}_url"
        told[name] = _short(name, 2000, sent, faults)
        if told[name] and not _WEB_PAGE.fullmatch(told[name] or ""):
            faults[name] = "no_web_page"
    return own.model_copy(update=told)


def _short(name: str, longest: int, sent: Sent, faults: Faults) -> str | None:
    """A text with line feeds alone; None where it is empty."""
    text = sent.text(name).replace("\r\n", "\n")
    if len(text) > longest:
        faults[name] = FieldFault("text_too_long", limit=longest)
    return text or None


FORMS = (
    # The one with a name first: what nobody named is the form of everything.
    Form("/auftritt", Act.PRESENT, restore, act="restore"),
    Form("/auftritt", Act.PRESENT, change_face, largest_mb=1),
)
