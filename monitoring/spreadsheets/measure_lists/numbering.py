"""The numbers of measures, and what they say about which belongs to which: 1 → 1.1 → 1.1.1, A → A1 → A1.1."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

_PART = re.compile(r"[^\W\d_]+|\d+")
_LED = re.compile(
    r"(?P<number>(?:Maßnahme|Massnahme|Projekt)?\s?(?:[A-ZÄÖÜ]{1,4}[\s_-]?\d{1,3}(?:[.\-_/]?(?:[A-ZÄÖÜ]{1,2})?\d{1,3})*[a-z]?"
    r"|\d{1,2}(?:\.\d{1,3})+[a-z]?))\.?\s*(?:[:–—|)]|\s-\s|\s)\s*(?P<title>\S.*)",
    re.DOTALL,
)
_NUMBER = re.compile(r"(?:[^\W\d_]{1,4}[\s_-]?)?\d{1,3}(?:[.\-_/]?[^\W\d_]{0,2}\d{1,3})*[a-z]?")
_GENERIC = re.compile(r"^(?:Maßnahme|Massnahme|Projekt)\s?")

Parts = tuple[str, ...]


@lru_cache(maxsize=16_384)
def parts_of(number: str) -> Parts:
    """The parts of a number, its letters and its digits; leading zeros do not count.

    >>> parts_of("1.1.2"), parts_of("HF1-M02"), parts_of("A1.1")
    (('1', '1', '2'), ('hf', '1', 'm', '2'), ('a', '1', '1'))
    """
    return tuple(part.lstrip("0") or part for part in _PART.findall(number.casefold()))


def parents_of(numbers: Iterable[str], among: Iterable[str]) -> dict[str, str]:
    """For each number that extends others the one it extends by the fewest parts.

    >>> parents_of(["1.1.2", "M10"], ["1", "1.1", "2", "M1", "M2"])
    {'1.1.2': '1.1'}
    """
    known = {parts_of(each): each for each in among if parts_of(each)}
    found: dict[str, str] = {}
    for number in numbers:
        own = parts_of(number)
        leading = (own[:length] for length in range(len(own) - 1, 0, -1))
        above = next((parts for parts in leading if parts in known), None)
        if above:
            found[number] = known[above]
    return found


def is_number(text: str) -> bool:
    """Whether a text is a number of a measure and nothing else.

    >>> [is_number(text) for text in ("K1", "HF1-M2", "1.1", "12", "Amt 60 und 61", "")]
    [True, True, True, True, False, False]
    """
    return _NUMBER.fullmatch(text.strip()) is not None


def numbered_title(text: str) -> tuple[str, str] | None:
    """Number and title of a text that holds both, None where it holds a title alone.

    >>> numbered_title("M1: Solarkataster"), numbered_title("HF1-M2 Radwege"), numbered_title("100 Dächer")
    (('M1', 'Solarkataster'), ('HF1-M2', 'Radwege'), None)
    """
    found = _LED.fullmatch(text.strip())
    if not found:
        return None
    number = _GENERIC.sub("", found["number"]).strip()
    return (number, found["title"].strip()) if number else None
