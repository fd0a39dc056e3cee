"""Colours written in a cell, as a code such as #01873B or by name."""

from __future__ import annotations

from monitoring.domain.colour import HEX
from monitoring.spreadsheets.vocabulary import heading_lists, normal_word

NO_COLOUR = "#FFFFFF"


def written_colour(text: str) -> str | None:
    """The colour a text names as #RRGGBB, None where it names none.

    >>> written_colour("#01873b"), written_colour("orange"), written_colour("Rot"), written_colour("offen")
    ('#01873B', '#FFA500', '#C00000', None)
    """
    code = text.strip().upper()
    if HEX.fullmatch(code):
        return code
    named = heading_lists("colour")
    return next(
        (colour for colour, names in named.items() if normal_word(text) in map(normal_word, names)), None
    )
