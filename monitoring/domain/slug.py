"""Slugs: the parts of addresses that are made of names and numbers."""

from __future__ import annotations

import re
import unicodedata

LONGEST_SLUG = 80
SLUG_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_AS_IT_IS = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._]*[A-Za-z0-9])?")
_UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss", "ẞ": "SS"}
)


def slug_from_name(name: str) -> str:
    """An address made from a name.

    >>> slug_from_name("Bad Münstereifel (Stadt)")
    'bad-muenstereifel-stadt'
    >>> slug_from_name("Åmål")
    'amal'
    """
    text = unicodedata.normalize("NFKD", name.lower().translate(_UMLAUTS))
    text = "".join(letter for letter in text if not unicodedata.combining(letter))
    return "-".join(re.findall(r"[a-z0-9]+", text))[:LONGEST_SLUG].strip("-")


def slug_from_number(number: str) -> str:
    """The number of a measure as a part of an address, in its own case.

    >>> slug_from_number("M 2.1"), slug_from_number("Ü/3")
    ('M-2.1', 'Ue-3')
    """
    if _AS_IT_IS.fullmatch(number):  # most are
        return number
    return "-".join(re.findall(r"[A-Za-z0-9._]+", number.translate(_UMLAUTS))).strip("-._")
