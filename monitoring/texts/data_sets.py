"""Data sets in words: what they and their fields are called, and what a field holds."""

from __future__ import annotations

import re

from monitoring.domain.data_set import DataField
from monitoring.domain.open_data import LICENCE_PAGES, Licence
from monitoring.domain.publication import Publication
from monitoring.texts.words import Words, enum_name

_UNIT_IN_BRACKETS = re.compile(r" \[[^\]]*\]$")
KEYWORDS = ("climate", "emissions", "energy", "measures")


def about(kind: str, words: Words) -> str:
    """What a data set holds, in one sentence."""
    return words(f"data_set.about.{kind}")


def field_title(kind: str, field: DataField, words: Words) -> str:
    """What a field is called, without the unit that forms name in brackets: here it stands for itself.

    >>> from monitoring.domain.field_type import FieldType
    >>> from monitoring.texts.words import words
    >>> field_title("balance", DataField("energy_mwh", FieldType.NUMBER), words("de"))
    'Endenergie'
    """
    return _UNIT_IN_BRACKETS.sub("", words.field(kind, field.name))


def type_in_words(field: DataField, words: Words) -> str:
    """What the field holds.

    >>> from monitoring.domain.data_set import data_set
    >>> from monitoring.domain.target import TargetNode
    >>> from monitoring.texts.words import words
    >>> fields = {field.name: field for field in data_set(TargetNode).fields}
    >>> type_in_words(fields["form"], words("de")), type_in_words(fields["reduction"], words("en"))
    ('Code', 'Share from 0 to 1')
    """
    return words(f"data_set.type.{field.type.value}")


def remarks(kind: str, field: DataField, words: Words) -> str:
    """What whoever reads the data must know of a field beyond its name, type and unit; often nothing.

    >>> from monitoring.domain.field_type import FieldType
    >>> from monitoring.texts.words import words
    >>> remarks("milestones", DataField("measure", FieldType.LINE), words("en"))
    'Identifier of the measure: the field “id” in “measures”.'
    """
    keys = (f"data_set.note.{kind}_{field.name}", f"data_set.note.any_{field.name}")
    return next((words(key) for key in keys if key in words), "")


def code_labels(field: DataField, words: Words) -> dict[str, str]:
    """What each code of a field is called."""
    return {each.value: words.label(each) for each in field.members}


def code_meanings(field: DataField, words: Words) -> dict[str, str]:
    """What each code of a field means, where its name alone does not tell."""
    told = {each.value: f"meaning.{enum_name(type(each))}.{each.value}" for each in field.members}
    return {code: words(key) for code, key in told.items() if key in words}


def keywords(words: Words) -> list[str]:
    """Under which words the data are to be found."""
    return [words(f"data_set.keyword_{each}") for each in KEYWORDS]


def citation(provider: str, publication: Publication, licence: Licence, words: Words) -> str:
    """How the source is cited."""
    return words(
        "data_set.citation",
        provider=provider,
        number=publication.number,
        date=publication.day,
        licence=words.label(licence),
        link=LICENCE_PAGES[licence],
    )
