"""Numbers as people read them: few digits, the separators of the language, a true minus, units kept close."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from babel import Locale
from babel.numbers import format_decimal, format_percent

NBSP = "\u00a0"
MINUS = "\u2212"
SIGNIFICANT_DIGITS = 3
"""How many digits a number keeps when nobody says how many decimals it needs; whole numbers stay whole."""


def decimals_for(value: float) -> int:
    """How many decimals show three significant digits.

    >>> [decimals_for(value) for value in (253_417.2, 31.44, 4.567, 0.01234, 0.0)]
    [0, 1, 2, 4, 0]
    """
    if value == 0:
        return 0
    magnitude = Decimal(repr(abs(value))).adjusted()
    return max(0, SIGNIFICANT_DIGITS - 1 - magnitude)


def rounded(value: float, decimals: int) -> Decimal:
    """The value rounded the way people round: halves away from zero, and no minus before a zero.

    >>> rounded(0.125, 2), rounded(-0.001, 2), rounded(2.5, 0)
    (Decimal('0.13'), Decimal('0.00'), Decimal('3'))
    """
    step = Decimal(1).scaleb(-decimals)
    result = Decimal(repr(value)).quantize(step, rounding=ROUND_HALF_UP)
    return abs(result) if result.is_zero() else result


def in_words_of(locale: Locale, value: float, digits: int | None = None) -> str:
    """A number in the reader's language: `digits` decimals, or as many as three significant digits need.

    >>> in_words_of(Locale("de"), -1234.5, 1), in_words_of(Locale("en"), 1234567)
    ('−1.234,5', '1,234,567')
    >>> in_words_of(Locale("de"), 12.0)
    '12'
    """
    decimals = decimals_for(value) if digits is None else digits
    pattern = "#,##0" + (f".{('#' if digits is None else '0') * decimals}" if decimals else "")
    text = format_decimal(rounded(float(value), decimals), format=pattern, locale=locale)
    return text.replace("-", MINUS)


def per_cent(locale: Locale) -> str:
    r"""The sign with what stands before it: German puts a space there, English nothing.

    >>> per_cent(Locale("de")), per_cent(Locale("en"))
    ('\xa0%', '%')
    """
    return str(locale.percent_formats[None].suffix[0])


def percentage(locale: Locale, share: float, digits: int) -> str:
    r"""A share 0…1 as per cent.

    >>> percentage(Locale("de"), -0.123, 0), percentage(Locale("en"), 0.4305, 1)
    ('−12\xa0%', '43.1%')
    """
    exact = rounded(share, digits + 2)
    pattern = "#,##0" + (f".{'0' * digits}" if digits else "") + per_cent(locale)
    return format_percent(exact, format=pattern, locale=locale).replace("-", MINUS)
