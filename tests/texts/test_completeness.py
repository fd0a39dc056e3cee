"""Both languages say everything: the same keys and placeholders, a name for all that the domain knows."""

from __future__ import annotations

import importlib
import pkgutil
import string
from enum import StrEnum

import pytest

import monitoring.domain
from monitoring.domain.kinds import KINDS
from monitoring.domain.measure import MeasureStatus
from monitoring.texts.words import LANGUAGES, Language, Words, enum_name, words

LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)


def domain_enums() -> list[type[StrEnum]]:
    """Every enumeration defined in a module of the domain."""
    names = [each.name for each in pkgutil.iter_modules(monitoring.domain.__path__, "monitoring.domain.")]
    members = [member for name in names for member in vars(importlib.import_module(name)).values()]
    enums = {each for each in members if isinstance(each, type) and issubclass(each, StrEnum)} - {StrEnum}
    return sorted(enums, key=enum_name)


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def missing(language_words: Words, keys: list[str]) -> list[str]:
    return [key for key in keys if key not in language_words]


def test_languages_have_the_same_keys_in_the_same_order() -> None:
    german, english = (list(words(language).texts) for language in LANGUAGES)
    assert set(german) ^ set(english) == set()
    assert german == english


def test_languages_have_the_same_placeholders() -> None:
    german, english = words("de").texts, words("en").texts
    assert {key for key in german if placeholders(german[key]) != placeholders(english[key])} == set()


@LANGUAGE
def test_no_text_is_empty_or_padded(language: Language) -> None:
    assert [key for key, text in words(language).texts.items() if not text or text != text.strip(" \n")] == []


@LANGUAGE
def test_counting_texts_have_both_forms(language: Language) -> None:
    texts = words(language).texts
    counting = {key.rpartition(".")[0] for key in texts if key.endswith(".one")}
    assert missing(words(language), [f"{key}.other" for key in sorted(counting)]) == []


@LANGUAGE
def test_every_enumeration_has_labels(language: Language) -> None:
    keys = [f"label.{enum_name(enum)}.{member.value}" for enum in domain_enums() for member in enum]
    assert missing(words(language), keys) == []


@LANGUAGE
def test_every_status_has_a_meaning(language: Language) -> None:
    assert all(words(language).meaning(status).endswith(".") for status in MeasureStatus)


@LANGUAGE
def test_every_kind_and_field_has_a_name(language: Language) -> None:
    kinds = [f"kind.{kind}" for kind in KINDS]
    fields = [f"field.{kind}.{field}" for kind, record in KINDS.items() for field in record.model_fields]
    assert missing(words(language), kinds + fields) == []


def test_labels_of_an_enumeration_differ() -> None:
    for language in LANGUAGES:
        for enum in domain_enums():
            labels = [words(language).label(member) for member in enum]
            assert len(set(labels)) == len(labels), (language, enum)
