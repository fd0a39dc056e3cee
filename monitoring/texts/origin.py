"""Where a value comes from, in words: the file with its cell, or that somebody entered it."""

from __future__ import annotations

from collections.abc import Iterable

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


def origins_in_words(origins: Iterable[Origin | None], words: Words) -> list[str]:
    """Where several values come from; cells of the same sheet follow each other.

    >>> from monitoring.texts.words import words
    >>> origins_in_words([Origin("a.xlsx", "Bilanz", "D5"), Origin("a.xlsx", "Bilanz", "E5")], words("de"))
    ['a.xlsx, Bilanz!D5, E5']
    """
    cells: dict[Origin, list[str]] = {}
    for origin in origins:
        if origin is not None:
            cells.setdefault(Origin(origin.file, origin.sheet, None), []).append(origin.cell or "")
    joined = [
        Origin(place.file, place.sheet, ", ".join(filter(None, dict.fromkeys(own))))
        for place, own in cells.items()
    ]
    return [text for text in (origin_in_words(each, words) for each in joined) if text]
