"""Contrast after WCAG 2: whether a colour can be read on the grounds of the site, in light and in dark."""

from __future__ import annotations

import colorsys
import re
from dataclasses import dataclass
from enum import StrEnum

COLOUR_PATTERN = r"^#[0-9a-f]{6}$"
FOR_TEXT = 4.5
"""The least contrast of text, and of lines, areas and symbols, with what is behind them."""
WHITE, BLACK = "#ffffff", "#000000"
_STEPS = 200


class Scheme(StrEnum):
    """How a reader's screen shows the site."""

    LIGHT = "light"
    DARK = "dark"


GROUNDS: dict[Scheme, tuple[str, ...]] = {
    Scheme.LIGHT: ("#ffffff", "#f3f6f7"),
    Scheme.DARK: ("#10181d", "#19242b"),
}
"""What text and graphics stand on, page first and then raised surfaces, as in assets/tokens.css."""


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A colour that cannot be read, its contrast on the ground where that is least, the nearest that can."""

    colour: str
    scheme: Scheme
    ground: str
    contrast: float
    nearest: str


def luminance(colour: str) -> float:
    """Relative luminance of #rrggbb, from 0 (black) to 1 (white).

    >>> luminance("#000000"), luminance("#ffffff"), round(luminance("#0b5563"), 4)
    (0.0, 1.0, 0.0747)
    """
    red, green, blue = (_linear(part) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 (the same) to 21 (black on white), in any order.

    >>> round(contrast("#000000", "#ffffff"), 2), round(contrast("#ffffff", "#777777"), 2)
    (21.0, 4.48)
    """
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def shortfall(colour: str, scheme: Scheme, least: float = FOR_TEXT) -> Shortfall | None:
    """What is wrong with a colour as that of links and buttons; None where it can be read.

    >>> yellow = shortfall("#ffcc00", Scheme.LIGHT)
    >>> round(yellow.contrast, 1), yellow.nearest
    (1.4, '#886d00')
    >>> shortfall("#0b5563", Scheme.LIGHT) is None, shortfall("#0b5563", Scheme.DARK).nearest
    (True, '#1396af')
    """
    ground = min(GROUNDS[scheme], key=lambda each: contrast(colour, each))
    found = contrast(colour, ground)
    if found >= least:
        return None
    return Shortfall(colour, scheme, ground, found, _nearest(colour, scheme, least))


def _nearest(colour: str, scheme: Scheme, least: float) -> str:
    """The same hue made darker on light grounds, lighter on dark ones, just so far that it can be read."""
    hue, light, saturation = colorsys.rgb_to_hls(*_parts(colour))
    end = 0.0 if scheme is Scheme.LIGHT else 1.0
    for step in range(1, _STEPS + 1):
        moved = light + (end - light) * step / _STEPS
        tried = _written(*colorsys.hls_to_rgb(hue, moved, saturation))
        if all(contrast(tried, ground) >= least for ground in GROUNDS[scheme]):
            return tried
    raise AssertionError("black and white can be read on every ground")


def readable(colour: str, scheme: Scheme) -> str:
    """The colour itself where it can be read, else the nearest that can.

    >>> readable("#0b5563", Scheme.LIGHT), readable("#0b5563", Scheme.DARK)
    ('#0b5563', '#1396af')
    """
    found = shortfall(colour, scheme)
    return colour if found is None else found.nearest


def palette(colour: str, scheme: Scheme) -> dict[str, str]:
    """The colours of links, buttons and their surroundings that follow from an accent colour, by token.

    All can be read where the accent itself can: the soft ground is mixed only so far that it still stands
    out, and what is written on a button is the ground of the page.

    >>> sorted(palette("#0b5563", Scheme.LIGHT).values())
    ['#083c45', '#0b5563', '#0b5563', '#e2ebec', '#ffffff']
    """
    page, end = GROUNDS[scheme][0], BLACK if scheme is Scheme.LIGHT else WHITE
    strong = mixed(colour, end, 0.3)
    grounds = [mixed(page, colour, share) for share in (0.12, 0.09, 0.06, 0.03, 0.0)]
    soft = next((each for each in grounds if contrast(colour, each) >= FOR_TEXT), page)
    focus = colour if scheme is Scheme.LIGHT else strong
    names = ("accent", "accent-strong", "accent-soft", "on-accent", "focus")
    return dict(zip(names, (colour, strong, soft, page, focus), strict=True))


def mixed(one: str, other: str, share: float) -> str:
    """A mixture with `share` (0…1) of the other colour.

    >>> mixed("#000000", "#ffffff", 0.5)
    '#808080'
    """
    pairs = zip(_parts(one), _parts(other), strict=True)
    return _written(*(mine + (theirs - mine) * share for mine, theirs in pairs))


def normal_colour(text: str) -> str | None:
    """A colour as #rrggbb in small letters, however people write it in hexadecimal; None if it is none.

    >>> normal_colour("0B5563"), normal_colour(" #FC0 "), normal_colour("petrol")
    ('#0b5563', '#ffcc00', None)
    """
    digits = text.strip().removeprefix("#").lower()
    if re.fullmatch(r"[0-9a-f]{3}", digits):
        digits = "".join(digit * 2 for digit in digits)
    return f"#{digits}" if re.fullmatch(r"[0-9a-f]{6}", digits) else None


def _parts(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _written(red: float, green: float, blue: float) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in (red, green, blue))
