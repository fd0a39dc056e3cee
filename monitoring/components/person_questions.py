"""Texts that look like a person, each as a question: it is none, or it goes; or one changes the text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html

from monitoring.components.address import Address
from monitoring.components.entered import Entered
from monitoring.components.form import choices
from monitoring.components.publication_choice import record_link
from monitoring.domain.persons import NOT_A_PERSON, REMOVE, PersonLike
from monitoring.texts.words import Words

PERSON = "person:"
"""What the names of these fields begin with; the key of the text follows."""
SECTION = "personen"
PLACES_SHOWN = 5


def person_questions(
    found: Sequence[PersonLike], typed: Entered, words: Words, address: Address
) -> list[Any]:
    """One question for each text in a kind of field, with the places where it stands."""
    if not found:
        return []
    by_key: dict[str, list[PersonLike]] = {}
    for each in found:
        by_key.setdefault(each.key, []).append(each)
    return [
        html.H3(words("page.publish.persons_heading"), id=SECTION),
        html.P(words("page.publish.persons_found")),
        *[_question(key, own, typed, words, address) for key, own in by_key.items()],
    ]


def _question(
    key: str, own: Sequence[PersonLike], typed: Entered, words: Words, address: Address
) -> html.Fieldset:
    first, name = own[0], f"{PERSON}{key}"
    asked = words("page.publish.person_question", text=first.text)
    pairs = [(each, words(f"choice.person.{each}")) for each in (NOT_A_PERSON, REMOVE)]
    value = typed.text(name) or None
    return choices(asked, name, pairs, words=words, value=value, hint=_places(own, words, address))


def _places(own: Sequence[PersonLike], words: Words, address: Address) -> list[Any]:
    """The field and the records, of measures with the way to change the text."""
    field = words.field(own[0].record.KIND, own[0].field)
    parts: list[Any] = [f"{words.kind(own[0].record.KIND)}, {field}: "]
    for number, each in enumerate(own[:PLACES_SHOWN]):
        parts += [", " if number else "", record_link(each.record, words, address)]
    return [*parts, " …"] if len(own) > PLACES_SHOWN else parts
