"""Words for what energy is used for: „Strom, Wärme, Verkehr“ are neither sectors nor carriers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from monitoring.spreadsheets.crosstabs.lexicon import table_words
from monitoring.spreadsheets.headings import without_years
from monitoring.spreadsheets.vocabulary import normal_word

HEAT = "unspecified_heat"


@cache
def _uses() -> Mapping[str, str]:
    listed = table_words()["use"].items()
    return {normal_word(word): code for code, words in listed for word in words}


def use_of(label: str) -> str | None:
    """The carrier that comes nearest to a use, None for any other word.

    >>> use_of("Wärme 2019"), use_of("Verkehr"), use_of("Haushalte")
    ('unspecified_heat', 'fuels', None)
    """
    return _uses().get(normal_word(without_years(label)))


def divide_by_use(labels: Iterable[str]) -> bool:
    """Whether labels, those of totals apart, all name uses: heat and at least one other.

    >>> divide_by_use(["Strom", "Wärme", "Verkehr"]), divide_by_use(["Strom", "Gas", "Wärme"])
    (True, False)
    """
    uses = {use_of(label) for label in labels}
    return HEAT in uses and None not in uses and len(uses) > 1
