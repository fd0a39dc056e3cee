"""Where a value comes from, in words: its sheet and cell, or that somebody entered it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from monitoring.domain.value_origin import Origin
from monitoring.texts.words import Words


def place_in_words(origin: Origin, words: Words) -> str:
    """Sheet and cell as spreadsheets write them.

    >>> from monitoring.texts.words import words
    >>> place_in_words(Origin(None, "Bilanz", "D5"), words("de"))
    'Bilanz!D5'
    >>> place_in_words(Origin(None, None, None), words("de"))
    'im Browser eingegeben'
    """
    if origin.sheet is None:
        return words("origin.entered")
    return f"{origin.sheet}!{origin.cell}" if origin.cell else origin.sheet


def joined(origins: Iterable[Origin | None]) -> list[Origin]:
    """The origins of several values; cells of the same sheet follow each other.

    >>> [each.cell for each in joined([Origin(None, "Bilanz", "D5"), None, Origin(None, "Bilanz", "E5")])]
    ['D5, E5']
    """
    cells: dict[Origin, list[str]] = {}
    for origin in origins:
        if origin is not None:
            place = Origin(origin.file, origin.sheet, None, origin.edit)
            cells.setdefault(place, []).append(origin.cell or "")
    return [
        replace(place, cell=", ".join(filter(None, dict.fromkeys(own))) or None)
        for place, own in cells.items()
    ]
