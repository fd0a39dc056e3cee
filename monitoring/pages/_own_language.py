"""On a page in another language, what the municipality wrote keeps its own, for those who hear it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any

from monitoring.components.language_of_parts import Parts
from monitoring.domain.overview import Overview
from monitoring.domain.own_words import own_words
from monitoring.texts.words import Words

OWN_LANGUAGE = "de"
"""The language that municipalities write in."""


def with_own_language(body: Any, overview: Overview, words: Words) -> Any:
    """The page with the municipality's own words marked as German; on a German page as it is."""
    if words.language == OWN_LANGUAGE:
        return body
    amended = (each.was for each in overview.amendments)
    texts = own_words(chain(*overview.records.values(), amended))
    told = [overview.municipality.contact_unit, *_reasons(overview)]
    return Parts(texts.union(each for each in told if each), OWN_LANGUAGE).marked(body)


def _reasons(overview: Overview) -> Iterator[str | None]:
    """Why something published was amended or withdrawn."""
    yield from (each.reason for each in (*overview.amendments, *overview.corrections))
    yield from (each.withdrawn_explanation for each in overview.past.withdrawn)
