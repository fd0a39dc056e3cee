"""Texts that look like a person: a question to answer before they become public, remembered for each text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, groupby, islice
from operator import itemgetter

from monitoring.domain.changes import Change, effective
from monitoring.domain.field_type import FieldType, field_type
from monitoring.domain.finding import Blocks, Finding, notice, warning
from monitoring.domain.kinds import KINDS
from monitoring.domain.provenance import EDITED, Provenance
from monitoring.domain.question import question_key
from monitoring.domain.record import INTERNAL, Record, has_mark

NOT_A_PERSON, REMOVE = "not_a_person", "remove"
PATTERNS = (
    re.compile(r"\b(?:Herrn?|Frau|Hr\.|Fr\.)\s+(?:(?:Dr|Prof)\.\s*)*[A-ZÄÖÜ]\w+"),
    re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    re.compile(r"(?<!\d)(?:\+49|\(?(?!\d+/(?:19|20)\d\d(?!\d))0\d{2,5}\)?)[\s/-]\s*\d[\d\s/-]{4,}\d"),
)
"""Herr, Frau, e-mail addresses, telephone numbers; a council paper 0247/2012/1 is none."""
SIGNS = ("@", "Herr", "Frau", "Hr.", "Fr.", "+49")
NUMBER_SIGN = re.compile(r"0(?<!\d0)\d\d")
"""Something of these is in each of them; most records have none, which one look at all their texts tells."""
AT_ONCE = 200
"""So many new records are looked at together."""
_OF_TEXT = (FieldType.LINE, FieldType.TEXT)


@dataclass(frozen=True, slots=True)
class PersonLike:
    """A text in a field of a record that everybody would read."""

    record: Record
    field: str
    text: str

    @property
    def key(self) -> str:
        """What the answer is kept under: the same text in the same field of other records is the same."""
        return question_key("person", self.record.KIND, self.field, self.text)

    @property
    def finding(self) -> Finding:
        """What stands against publishing it."""
        details = {"kind": self.record.KIND, "field": self.field}
        return warning("looks_like_a_person", value=self.text, blocks=Blocks.PUBLISH, details=details)


def person_like(records: Iterable[Record], answers: Mapping[str, str]) -> list[PersonLike]:
    """Every text that looks like a person and of which nobody said that it is none."""
    found = (
        PersonLike(record, field, text)
        for record in records
        for field, value in _suspect_texts(record).items()
        for text in persons_in(value)
    )
    return [each for each in found if answers.get(each.key) != NOT_A_PERSON]


def persons_in(text: str) -> list[str]:
    """What in a text looks like a person.

    >>> persons_in("Auskunft gibt Frau Weber unter weber@stadt.example.")
    ['Frau Weber', 'weber@stadt.example']
    """
    return list(dict.fromkeys(_persons(text)))


def without(text: str, persons: Collection[str]) -> str | None:
    """A text without the persons in it; None where nothing else stood there.

    >>> without("Auskunft gibt Frau Weber, Zimmer 3.", ["Frau Weber"])
    'Auskunft gibt, Zimmer 3.'
    >>> without("Frau Weber", ["Frau Weber"]) is None
    True
    """
    for each in persons:
        text = text.replace(each, "")
    text = re.sub(r"[ \t]+([,.;:)]|$)", r"\1", re.sub(r"[ \t]{2,}", " ", text), flags=re.MULTILINE)
    return text.strip() if re.search(r"\w", text) else None


def persons_brought(changes: Iterable[Change], answers: Mapping[str, str]) -> list[Finding]:
    """The texts that an import brings and that will be asked about before they are published.

    Those of one field of a sheet are one finding, at the first of them, that names the cells.
    """
    found: dict[tuple[str, str, str | None], list[tuple[PersonLike, Provenance]]] = {}
    for change in _suspect(effective(changes)):
        for each in person_like([change.after] if change.after else [], answers):
            place = change.provenance.get(each.field, EDITED)
            if place.cell and getattr(change.before, each.field, None) != getattr(each.record, each.field):
                found.setdefault((change.kind, each.field, place.sheet), []).append((each, place))
    return [_noted(own) for own in found.values()]


def _noted(own: Sequence[tuple[PersonLike, Provenance]]) -> Finding:
    (first, place), cells = own[0], tuple(dict.fromkeys(place.cell for _, place in own))
    about = {"kind": first.record.KIND, "field": first.field, "heading": first.field}
    details = {**about, "count": len(cells), "cells": cells}
    return notice(
        "looks_like_a_person", sheet=place.sheet, cell=place.cell, value=first.text, details=details
    )


def _suspect_texts(record: Record) -> dict[str, str]:
    """The texts of a record that everybody would read; none where nothing in them looks like a person."""
    values = record.__dict__
    texts = {name: text for name in _public_fields(type(record)) if type(text := values[name]) is str}
    return texts if _has_sign("\n".join(texts.values())) else {}


def _suspect(changes: Iterable[Change]) -> Iterator[Change]:
    """The changes among which some bring a text that looks like a person."""
    for kind, of_kind in groupby(changes, lambda each: each.kind):
        fields = _public_fields(KINDS[kind])
        new = (each for each in of_kind if each.after)
        while several := list(islice(new, AT_ONCE)):
            values = [each.record.__dict__ for each in several]
            texts = chain.from_iterable(map(itemgetter(name), values) for name in fields)
            if _has_sign("\n".join(filter(None, texts))):
                yield from several


def _has_sign(texts: str) -> bool:
    return any(sign in texts for sign in SIGNS) or NUMBER_SIGN.search(texts) is not None


@cache
def _public_fields(record_type: type[Record]) -> tuple[str, ...]:
    """The fields of text that are not internal."""
    return tuple(
        name
        for name in record_type.model_fields
        if field_type(record_type, name) in _OF_TEXT and not has_mark(record_type, name, INTERNAL)
    )


def _persons(text: str) -> Iterable[str]:
    return (match.group(0) for pattern in PATTERNS for match in pattern.finditer(text))
