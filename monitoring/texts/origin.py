"""Where a value comes from, in words: the file with its cell, or that somebody entered it."""

from __future__ import annotations

from monitoring.domain.overview import Origin
from monitoring.texts.words import Words


def origin_in_words(origin: Origin | None, words: Words) -> str | None:
    """File, sheet and cell as spreadsheets write them; None where nothing is known.

    >>> from monitoring.texts.words import words
    >>> origin_in_words(Origin("stand.xlsx", "Bilanz", "D5"), words("de"))
    'stand.xlsx, Bilanz!D5'
    >>> origin_in_words(Origin(None, None, None), words("de"))
    'im Browser eingegeben'
    """
    if origin is None:
        return None
    if origin.sheet is None:
        return words("origin.entered")
    place = f"{origin.sheet}!{origin.cell}" if origin.cell else origin.sheet
    return f"{origin.file}, {place}" if origin.file else place
