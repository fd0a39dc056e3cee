"""The words towns write and the codes they stand for, from `data/reference/vocabulary.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

from monitoring.spreadsheets.spelling import folded

_REFERENCE = Path(__file__).parents[2] / "data" / "reference"
WORD_LISTS = _REFERENCE / "vocabulary.toml"
HEADING_LISTS = _REFERENCE / "headings.toml"
_NUMBER_BEFORE = re.compile(r"^\(?\d{1,2}\s?[-–=:.)]\s*(?=[^\W\d])")
_YEAR_BEHIND = re.compile(r"(?<=\w)[\s,]*\(?(?:seit|im Jahr|in)?\s?(?:\d{1,2}[./])?(?:19|20)\d\d\)?$")
_NOT_SIGNIFICANT = re.compile(r"[\W_]+")


@cache
def word_lists() -> Mapping[str, Mapping[str, list[str]]]:
    """Every vocabulary: code → words, the canonical one first."""
    return tomllib.loads(WORD_LISTS.read_text(encoding="utf-8"))


@cache
def _every_heading_list() -> Mapping[str, Mapping[str, list[str]]]:
    return tomllib.loads(HEADING_LISTS.read_text(encoding="utf-8"))


def heading_lists(kind: str) -> Mapping[str, list[str]]:
    """Further headings of the columns of a kind: field → headings; empty for kinds without."""
    return _every_heading_list().get(kind, {})


@lru_cache(maxsize=4096)
def normal_word(word: str) -> str:
    """A word without case, blanks and punctuation; a word of nothing else stays as it is.

    >>> normal_word(" In  Arbeit* "), normal_word("k. A."), normal_word("CO₂"), normal_word(" – ")
    ('inarbeit', 'ka', 'co2', '–')
    """
    plain = folded(word)
    return _NOT_SIGNIFICANT.sub("", plain) or plain.strip()


@cache
def _codes(vocabulary: str) -> Mapping[str, str]:
    listed = tuple(word_lists()[vocabulary].items())
    return {normal_word(word): code for code, words in reversed(listed) for word in reversed([*words, code])}


def code_of(vocabulary: str, word: str) -> str | None:
    """The code a word stands for, None where the vocabulary does not know it.

    >>> code_of("sector", "private haushalte"), code_of("carrier", "Fernwaerme"), code_of("carrier", "Fern")
    ('HH', 'district_heat', None)
    """
    return _codes(vocabulary).get(normal_word(word))


def bare_word(word: str) -> str:
    """A word without a number in front and a year behind: „2 - umgesetzt (2023)“; anything else stays.

    >>> bare_word("3 – abgeschlossen"), bare_word("umgesetzt (seit 2023)"), bare_word("umgesetzt (teilweise)")
    ('abgeschlossen', 'umgesetzt', 'umgesetzt (teilweise)')
    """
    return _YEAR_BEHIND.sub("", _NUMBER_BEFORE.sub("", word.strip())) or word


def codes_of(vocabulary: str) -> tuple[str, ...]:
    """The codes of a vocabulary, in their order."""
    return tuple(word_lists()[vocabulary])


def word_of(vocabulary: str, code: str) -> str:
    """The canonical German word of a code.

    >>> word_of("sector", "VER")
    'Verkehr'
    """
    return word_lists()[vocabulary][code][0]


def canonical_words(vocabulary: str) -> tuple[str, ...]:
    """The canonical words of a vocabulary, as offered in drop-downs."""
    return tuple(words[0] for words in word_lists()[vocabulary].values())


def is_status_word(text: str) -> bool:
    """Whether a text is a known word for how a measure stands."""
    vocabularies = ("measure_status", "status_and_more")
    return any(code_of(each, word) for each in vocabularies for word in (text, bare_word(text)))
