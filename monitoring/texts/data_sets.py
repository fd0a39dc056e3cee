"""Data sets in words: what they and their fields are called, and what a field holds."""

from __future__ import annotations

from monitoring.domain.data_set import DataField, DataSet
from monitoring.domain.open_data import LICENCE_PAGES, Licence
from monitoring.domain.publication import Publication
from monitoring.texts.words import Words

KEYWORDS = ("climate", "emissions", "energy", "measures")


def about(kind: str, words: Words) -> str:
    """What a data set holds, in one sentence."""
    return words(f"data_set.about.{kind}")


def field_title(kind: str, field: DataField, words: Words) -> str:
    """What a field is called."""
    return words.field(kind, field.name)


def type_in_words(field: DataField, words: Words) -> str:
    """What the field holds; for codes every code there is.

    >>> from monitoring.domain.data_set import data_set
    >>> from monitoring.domain.target import TargetNode
    >>> from monitoring.texts.words import words
    >>> fields = {field.name: field for field in data_set(TargetNode).fields}
    >>> type_in_words(fields["form"], words("de")), type_in_words(fields["reduction"], words("en"))
    ('Code: linear, geometric, steps', 'Share from 0 to 1')
    """
    return words(f"data_set.type.{field.type.value}", codes=", ".join(each.value for each in field.members))


def remarks(kind: str, field: DataField, words: Words) -> str:
    """What must be known of a field: its note (in German only), where its unit comes from."""
    key = f"data_set.unit_of.{kind}_{field.name}"
    notes = [field.note if words.language == "de" else "", words(key) if key in words else ""]
    return " ".join(each for each in notes if each)


def code_labels(field: DataField, words: Words) -> dict[str, str]:
    """What each code of a field is called."""
    return {each.value: words.label(each) for each in field.members}


def titles(data_set: DataSet, words: Words) -> dict[str, str]:
    """What each field of a data set is called."""
    return {field.name: field_title(data_set.kind, field, words) for field in data_set.fields}


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
