"""The words of one label, sorted by what they say: known phrases, years, fillers and the unknown rest."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import permutations

from monitoring.domain.balance import PARTS_OF
from monitoring.spreadsheets.crosstabs.lexicon import endings, fillers, longest_phrase, phrases
from monitoring.spreadsheets.spelling import folded

_TOKEN = re.compile(r"[^\W_]+|[%∑Σ]")
_CAMEL = re.compile(r"(?<=[a-zäöüß])(?=[A-ZÄÖÜ])")
_MERGED = {
    (str(one), str(other)): str(whole)
    for whole, parts in PARTS_OF.items()
    for one, other in permutations(parts, 2)
}
"""„GHD + Industrie“ is „Wirtschaft“."""
OTHER = "other_quantity"
TOWN = frozenset({"stadt", "kommune"})
"""Words for the administration that name the town as well."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_MARKED_YEAR = re.compile(r"((?:19|20)\d\d)([a-z])")
"""„2021p“ is provisional, „2018r“ revised."""
_WITH = frozenset({"mit", "inkl", "inklusive", "einschl", "einschliesslich", "incl", "including", "with"})
_LED_YEAR = re.compile(r"(?:[jxy]|cy|fy|jahr|year)((?:19|20)\d\d)")
"""Headings of programs that allow no digit in front: „X2018“, „y2018“."""


@dataclass(slots=True)
class LabelWords:
    """What the words of a label say. `found` maps aspects to codes, `options` are a sector and a carrier.

    `refers` where a year is only a point of reference, as in „seit 1990“; `names_town` where the sector is
    said by „Stadt“ or „Kommune“ alone, which may as well be the whole town; `includes` behind „Gesamt mit“.
    """

    found: dict[str, str] = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    years: set[int] = field(default_factory=set)
    options: tuple[str, str] | None = None
    has_conflict: bool = False
    refers: bool = False
    names_town: bool = False
    includes: bool = False

    def take(self, tokens: list[str], at: int) -> int:
        """Sorts the phrase at a position; returns how many words it has."""
        meanings, used = _phrase(tokens, at)
        self.includes |= tokens[at] in _WITH and "total" in self.found
        if self.includes:
            # „Gesamt mit LULUCF“ is no sector: what a total includes does not name it.
            meanings = {
                aspect: code for aspect, code in meanings.items() if aspect not in ("sector", "carrier")
            }
            if not meanings and tokens[at] not in fillers():
                return used
        if _YEAR.fullmatch(tokens[at]):
            self.years.add(int(tokens[at]))
            return 1
        if not meanings:
            self._take_plain(tokens[at])
        elif "sector" in meanings and "carrier" in meanings:
            self.has_conflict |= self.options is not None
            self.options = (meanings["sector"], meanings["carrier"])
        else:
            self._take_known(meanings)
            self.names_town |= "".join(tokens[at : at + used]) in TOWN
        return used

    def _take_plain(self, token: str) -> None:
        kind = fillers().get(token)
        self.refers |= kind == "reference"
        self.remarks += [token] if kind == "provisional" else []
        self.unknown += [] if kind else [token]

    def _take_known(self, meanings: Mapping[str, str]) -> None:
        for aspect, code in meanings.items():
            known = self.found.setdefault(aspect, code)
            if aspect == "sector" and (known, code) in _MERGED:
                self.found[aspect] = _MERGED[known, code]
            else:
                self.has_conflict |= known != code and aspect != "derived"


def sorted_words(text: str) -> LabelWords:
    """Sorts the words of a label.

    >>> words = sorted_words("Stromverbrauch Haushalte seit 1990 (Neubau)")
    >>> words.found, words.years, words.refers, words.unknown
    ({'carrier': 'electricity', 'quantity': 'energy', 'sector': 'HH'}, {1990}, True, ['neubau'])
    """
    tokens, words = _tokens(text), LabelWords()
    at = 0
    while at < len(tokens):
        at += words.take(tokens, at)
    return words


def _tokens(text: str) -> list[str]:
    plain = folded(_CAMEL.sub(" ", text))
    return [part for token in _TOKEN.findall(plain) for part in _split(token)]


def _split(token: str) -> list[str]:
    """„Stromverbrauch“ as „Strom“ and „Verbrauch“ where the compound itself is unknown."""
    if token in phrases() or token in fillers():
        return [token]
    if led := _LED_YEAR.fullmatch(token):
        return [led[1]]
    if marked := _MARKED_YEAR.fullmatch(token):
        return [marked[1], marked[2]]
    for ending, kind in endings():
        stem = token.removesuffix(ending)
        if stem != token and kind == OTHER:
            return [ending]
        if stem != token and stem in phrases():
            return [stem, ending]
    return [token]


def _phrase(tokens: list[str], at: int) -> tuple[dict[str, str], int]:
    """The longest known phrase that begins at a word, and how many words it has."""
    best: tuple[dict[str, str], int] = ({}, 1)
    joined = ""
    for used, token in enumerate(tokens[at:], 1):
        joined += token
        if len(joined) > longest_phrase():
            break
        if joined in phrases():
            best = (dict(phrases()[joined]), used)
    kind = dict(endings()).get(tokens[at])
    if not best[0] and kind:
        best = ({"derived" if kind == OTHER else "quantity": kind}, 1)
    return best
