"""Colours of cells: their names in words, so that nobody has to see them to know which is meant."""

from __future__ import annotations

import colorsys
import re

HEX = re.compile(r"#[0-9A-F]{6}")
_HUES = ((20, "red"), (45, "orange"), (70, "yellow"), (165, "green"), (195, "turquoise"), (255, "blue"))
_LATER_HUES = ((290, "violet"), (335, "pink"), (360, "red"))
_GREY, _BLACK, _WHITE = 0.12, 0.12, 0.97


def colour_name(colour: str) -> str:
    """The code of the name of a colour written as #RRGGBB.

    >>> [colour_name(each) for each in ("#01873B", "#FFA500", "#AE1B1B", "#D9D9D9", "#FFFFFF")]
    ['green', 'orange', 'red', 'grey', 'white']
    """
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    if light >= _WHITE or light <= _BLACK:
        return "white" if light >= _WHITE else "black"
    if saturation < _GREY:
        return "grey"
    return next(name for end, name in (*_HUES, *_LATER_HUES) if hue * 360 <= end)
