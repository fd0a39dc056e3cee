"""The glossary explains the words that stand on the pages, in plain language and in both languages."""

from __future__ import annotations

import re

import pytest

from monitoring.texts.glossary import pieces, terms, terms_in
from monitoring.texts.words import LANGUAGES, Language, words

LONGEST_SENTENCE = 25


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_term_has_one_place_and_each_form_one_term(language: Language) -> None:
    anchors = [term.anchor for term in terms(language)]
    forms = [form for term in terms(language) for form in term.forms]
    assert len(set(anchors)) == len(anchors) >= 20
    assert len(set(forms)) == len(forms)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_form_stands_somewhere_on_the_pages(language: Language) -> None:
    """A form that no text uses would be a promise to nobody."""
    said = {key: text for key, text in words(language).texts.items() if not key.startswith("glossary.")}
    found = {term.anchor for text in said.values() for term in terms_in(text, language)}
    assert [term.name for term in terms(language) if term.anchor not in found] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_meanings_are_short_sentences(language: Language) -> None:
    sentences = [each for term in terms(language) for each in re.split(r"(?<=[.:;]) ", term.meaning)]
    assert [each for each in sentences if len(each.split()) > LONGEST_SENTENCE] == []


def test_words_inside_other_words_are_no_terms() -> None:
    assert terms_in("Zielpfadfinder und Bilanz-Konto", "de") == []


def test_the_longest_term_is_taken_and_only_once() -> None:
    found = list(pieces("13 t über dem Zielpfad. Laut Zielpfad … über dem Zielpfad.", "de"))
    assert [piece for piece, term in found if term] == ["über dem Zielpfad", "Zielpfad"]
    assert (
        "".join(piece for piece, _ in found) == "13 t über dem Zielpfad. Laut Zielpfad … über dem Zielpfad."
    )
