"""Spellings that people use for one word: „Energieträger“, „ENERGIETRAEGER“ and „energietraeger“."""

from __future__ import annotations

import unicodedata

_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "æ": "ae", "ø": "oe"})


def folded(text: str) -> str:
    """A text in small letters, umlauts spelt out, without accents.

    >>> folded("Energieträger"), folded("Émissions CO₂"), folded("År"), folded("STRASSE") == folded("Straße")
    ('energietraeger', 'emissions co2', 'ar', True)
    """
    plain = unicodedata.normalize("NFKC", text).casefold()
    if plain.isascii():
        return plain
    parts = unicodedata.normalize("NFD", plain.translate(_SPELT_OUT))
    return "".join(sign for sign in parts if not unicodedata.combining(sign))
