"""Addresses for municipalities that a table names: from the name, and more where names are alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from monitoring.domain.named_place import NamedPlace
from monitoring.domain.slug import LONGEST_SLUG, slug_from_name


def addresses(places: Iterable[NamedPlace]) -> dict[NamedPlace, str]:
    """The slug of each place: its name; with its key, else its region, where two names give the same.

    >>> habo = NamedPlace("Habo", region="Jönköping")
    >>> list(addresses([NamedPlace("Håbo", region="Uppsala"), habo, NamedPlace("Ale")]).values())
    ['habo-uppsala', 'habo-joenkoeping', 'ale']
    """
    known = list(dict.fromkeys(places))
    short = {place: slug_from_name(place.name) for place in known}
    often = Counter(short.values())
    return {place: slug if often[slug] == 1 else _longer(place) for place, slug in short.items()}


def _longer(place: NamedPlace) -> str:
    """Whole names are cut, what tells them apart is not."""
    apart = slug_from_name(place.key or place.region or "")
    name = slug_from_name(place.name)[: LONGEST_SLUG - len(apart) - 1].strip("-")
    return f"{name}-{apart}" if apart else name
