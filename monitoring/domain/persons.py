"""Texts that look like a person: a question to answer before they become public, remembered for each text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from monitoring.domain.finding import Blocks, Finding, warning
from monitoring.domain.question import question_key
from monitoring.domain.record import INTERNAL, Record, has_mark

NOT_A_PERSON, REMOVE = "not_a_person", "remove"
PATTERNS = (
    re.compile(r"\b(?:Herrn?|Frau|Hr\.|Fr\.)\s+(?:(?:Dr|Prof)\.\s*)*[A-ZÄÖÜ]\w+"),
    re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    re.compile(r"(?:\+49|\(?0\d{2,5}\)?)[\s/-]\s*\d[\d\s/-]{4,}\d"),
)
"""Herr, Frau, e-mail addresses, telephone numbers."""


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
        for field, value in _public_texts(record).items()
        for text in dict.fromkeys(_persons(value))
    )
    return [each for each in found if answers.get(each.key) != NOT_A_PERSON]


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


def _public_texts(record: Record) -> Mapping[str, str]:
    return {
        name: value
        for name in type(record).model_fields
        if type(value := getattr(record, name)) is str and not has_mark(type(record), name, INTERNAL)
    }


def _persons(text: str) -> Iterator[str]:
    return (match.group(0) for pattern in PATTERNS for match in pattern.finditer(text))
