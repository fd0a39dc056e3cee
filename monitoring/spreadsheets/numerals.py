"""The digits: what „1.234,5“ is worth in German and in English, and where only the style can tell."""

from __future__ import annotations

import math
import re
from enum import StrEnum
from typing import NamedTuple


class NumberStyle(StrEnum):
    """Which sign separates the decimals: the comma (German) or the point (English)."""

    GERMAN = "german"
    ENGLISH = "english"


class Numeral(NamedTuple):
    """A numeral in a text: its value, the styles that can read it (where they differ), and where it ends."""

    value: float
    styles: tuple[NumberStyle, ...]
    end: int

    @property
    def ambiguous(self) -> bool:
        """Whether both styles can read it, each as another number."""
        return len(self.styles) > 1


BLANK = r"[ \u00a0\u2009\u202f]"
GROUP = rf"(?:{BLANK}|['’])"
_MORE_GROUPS = r"\d{3}(?:(?P=group)\d{3})*"
GERMAN = re.compile(rf"\d+(?:,\d+)?|[1-9]\d{{0,2}}(?P<group>\.|{GROUP}){_MORE_GROUPS}(?:,\d+)?")
ENGLISH = re.compile(rf"\d+(?:\.\d+)?|[1-9]\d{{0,2}}(?P<group>,|{GROUP}){_MORE_GROUPS}(?:\.\d+)?")
NOT_A_DIGIT = re.compile(r"\D")
PATTERNS = {NumberStyle.GERMAN: GERMAN, NumberStyle.ENGLISH: ENGLISH}
DECIMAL_SIGN = {NumberStyle.GERMAN: ",", NumberStyle.ENGLISH: "."}
OTHER = {NumberStyle.GERMAN: NumberStyle.ENGLISH, NumberStyle.ENGLISH: NumberStyle.GERMAN}

MANTISSA = rf"\d(?:[\d.,]|{GROUP}(?=\d{{3}}(?!\d)))*"
POWER = r"(?:\s*[x×*·]\s*10\s*\^?\s*\(?(?P<power>[+-]?\d{1,3})\)?|[eE](?P<exponent>[+-]?\d{1,3}))?"
NUMERAL = re.compile(rf"(?P<sign>[+-]?)\s*(?P<mantissa>{MANTISSA}){POWER}(?!\d)")


def numeral(text: str, start: int, style: NumberStyle) -> Numeral | None:
    """The numeral at a position; one that can be read in a single way is read that way, whatever the style.

    >>> numeral("1.953 t", 0, NumberStyle.GERMAN)[:2]
    (1953.0, (<NumberStyle.GERMAN: 'german'>, <NumberStyle.ENGLISH: 'english'>))
    >>> numeral("1.95", 0, NumberStyle.GERMAN)[:2]
    (1.95, (<NumberStyle.ENGLISH: 'english'>,))
    >>> numeral("7,33347×10^-05", 0, NumberStyle.ENGLISH).value
    7.33347e-05
    """
    found = NUMERAL.match(text, start)
    if not found:
        return None
    magnitudes = {each: magnitude(found["mantissa"], each) for each in NumberStyle}
    mantissa = magnitudes[style] or magnitudes[OTHER[style]]
    if not mantissa:
        return None
    value = float(f"{found['sign']}{mantissa}e{found['power'] or found['exponent'] or 0}")
    return Numeral(value, _differing(magnitudes), found.end()) if math.isfinite(value) else None


def magnitude(mantissa: str, style: NumberStyle) -> str | None:
    """The digits as Python writes them, None where the style does not allow the numeral.

    >>> magnitude("1.234,5", NumberStyle.GERMAN), magnitude("1.234,5", NumberStyle.ENGLISH)
    ('1234.5', None)
    """
    if not PATTERNS[style].fullmatch(mantissa):
        return None
    whole, _, decimals = mantissa.partition(DECIMAL_SIGN[style])
    return f"{NOT_A_DIGIT.sub('', whole)}.{decimals or 0}"


def _differing(magnitudes: dict[NumberStyle, str | None]) -> tuple[NumberStyle, ...]:
    if len(set(magnitudes.values())) == 1:
        return ()
    return tuple(style for style, digits in magnitudes.items() if digits is not None)
