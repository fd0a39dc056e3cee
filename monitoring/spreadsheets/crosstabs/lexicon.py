"""The phrases that head rows and columns, and every meaning each of them can have."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from monitoring.spreadsheets.vocabulary import normal_word, word_lists

TABLE_WORDS = Path(__file__).parents[3] / "data" / "reference" / "table_words.toml"
SUM, ALL = "SUM", "all"

Meanings = Mapping[str, str]
"""Aspect → code, such as {"sector": "WASTE", "carrier": "waste"} for „Abfall“."""


@cache
def table_words() -> Mapping[str, Mapping[str, list[str]]]:
    """The words of tables: aspect → code → words."""
    lists: dict[str, dict[str, list[str]]] = tomllib.loads(TABLE_WORDS.read_text(encoding="utf-8"))
    spoken = ("filler", "ending")
    return {
        name: {code: words.split() if isinstance(words, str) else words for code, words in codes.items()}
        for name, codes in sorted(lists.items(), key=lambda each: each[0] in spoken)
    }


@cache
def phrases() -> Mapping[str, Meanings]:
    """Every known phrase without blanks, with what it can mean."""
    found: dict[str, dict[str, str]] = {}
    for aspect, code, phrase in _listed():
        found.setdefault(normal_word(phrase), {}).setdefault(aspect, code)
    return found


@cache
def longest_phrase() -> int:
    """Characters of the longest phrase."""
    return max(map(len, phrases()))


@cache
def fillers() -> Mapping[str, str]:
    """Words that mean nothing of their own: word → word, provisional or reference."""
    listed = table_words()["filler"].items()
    return {normal_word(word): kind for kind, words in listed for word in words}


@cache
def endings() -> tuple[tuple[str, str], ...]:
    """Endings of compounds with the quantity they mean, the longest first."""
    listed = table_words()["ending"].items()
    found = [(normal_word(word), kind) for kind, words in listed for word in words]
    return tuple(sorted(found, key=lambda each: -len(each[0])))


@cache
def headings() -> Mapping[str, str]:
    """What the heading of a column of words says about its cells."""
    listed = table_words()["heading"].items()
    return {normal_word(word): code for code, words in listed for word in words}


def _listed() -> Iterator[tuple[str, str, str]]:
    own = table_words()
    for aspect in ("quantity", "derived", "total", "row_type"):
        for code, words in own[aspect].items():
            yield from ((aspect, code, word) for word in words)
    for aspect in ("sector", "carrier", "basis", "row_type"):
        for code, words in word_lists()[aspect].items():
            if code not in (SUM, ALL, "inhabitants"):
                yield from ((aspect, code, word) for word in (*words, code))
