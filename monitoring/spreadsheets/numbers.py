"""Numbers that arrive as text, German or English, and what towns write around them.

„1.953“ can be 1953 or 1.953: a single separator followed by exactly three digits is ambiguous. It is never decided
by the cell alone but by the column (`column_style`), and the assumption is shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from monitoring.domain.rounding import significant
from monitoring.spreadsheets.missing_words import Absence, absence
from monitoring.spreadsheets.units import Unit, unit
from monitoring.spreadsheets.workbook import Cell


class NumberStyle(StrEnum):
    """Which sign separates the decimals: the comma (German) or the point (English)."""

    GERMAN = "german"
    ENGLISH = "english"


class ColumnStyle(NamedTuple):
    """The style of a column. `assumed`: it has ambiguous numbers and nothing decides; show the assumption."""

    style: NumberStyle
    assumed: bool


@dataclass(frozen=True, slots=True)
class Number:
    """A number with what stood around it.

    `value` is None for a range or a bound, which `minimum` and `maximum` hold. `text` is the raw text. `rest` is what
    followed the number (a unit, a word), `unit` its meaning where it is a unit: 58 % has the value 58. `memo` says
    that it stood in parentheses („nachrichtlich“), `ambiguous` that only the style told its size.
    """

    value: float | None
    text: str
    minimum: float | None = None
    maximum: float | None = None
    approximate: bool = False
    memo: bool = False
    ambiguous: bool = False
    rest: str = ""
    unit: Unit | None = None


BLANK = r"[ \u00a0\u2009\u202f]"
GROUP = rf"(?:{BLANK}|['’])"
GERMAN = re.compile(
    rf"\d+(?:,\d+)?|[1-9]\d{{0,2}}(?P<group>\.|{GROUP})\d{{3}}(?:(?P=group)\d{{3}})*(?:,\d+)?"
)
ENGLISH = re.compile(
    rf"\d+(?:\.\d+)?|[1-9]\d{{0,2}}(?P<group>,|{GROUP})\d{{3}}(?:(?P=group)\d{{3}})*(?:\.\d+)?"
)
PATTERNS = {NumberStyle.GERMAN: GERMAN, NumberStyle.ENGLISH: ENGLISH}
DECIMAL_SIGN = {NumberStyle.GERMAN: ",", NumberStyle.ENGLISH: "."}

MANTISSA = rf"\d(?:[\d.,]|{GROUP}(?=\d{{3}}(?!\d)))*"
POWER = r"(?:\s*[x×*·]\s*10\s*\^?\s*\(?(?P<power>[+-]?\d+)\)?|[eE](?P<exponent>[+-]?\d+))?"
NUMERAL = re.compile(rf"(?P<sign>[+-]?)\s*(?P<mantissa>{MANTISSA}){POWER}(?![\d])")
RANGE = re.compile(r"\s*(?:-|bis(?: zu)?|to|\.\.\.|…)\s*", re.IGNORECASE)
MINUS_SIGNS = str.maketrans({"−": "-", "–": "-", "—": "-", "‐": "-", "‑": "-"})
SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-")
RAISED = re.compile(r"(?<=10)[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
FOOTNOTE = re.compile(rf"{BLANK}*(?:\*+|†|‡|[¹²³⁴⁵⁶⁷⁸⁹⁰]+|(?<=[\d ])\d\))$")

_ABOUT = r"(?:ca|rd|circa|rund|etwa|ungefähr|geschätzt|about|approx)\b\.?|[~≈]"
_AT_MOST = r"(?:bis zu|bis|max\b\.?|maximal|höchstens|unter|weniger als|up to|less than)(?=\W|\d)|[<≤]=?"
_AT_LEAST = r"(?:mind\b\.?|min\b\.?|mindestens|über|mehr als|ab|at least|more than)(?=\W|\d)|[>≥]=?"
QUALIFIER = re.compile(
    rf"\s*(?:(?P<about>{_ABOUT})|(?P<at_most>{_AT_MOST})|(?P<at_least>{_AT_LEAST}))\s*", re.IGNORECASE
)


class _Numeral(NamedTuple):
    value: float
    ambiguous: bool
    end: int


def read_number(text: str, style: NumberStyle) -> Number | Absence | None:
    """The number that a text is, the kind of missing that it says, or None where it is neither (prose, classes).

    >>> read_number("1.234.567,8", NumberStyle.GERMAN).value, read_number("1.953", NumberStyle.ENGLISH).value
    (1234567.8, 1.953)
    >>> read_number("ca. 20.000 € einmalig", NumberStyle.GERMAN).rest
    '€ einmalig'
    >>> read_number("hoch", NumberStyle.GERMAN) is None, read_number("k. A.", NumberStyle.GERMAN).value
    (True, 'missing')
    """
    missing = absence(text)
    if missing:
        return missing
    plain = RAISED.sub(lambda power: "^" + power[0].translate(SUPERSCRIPTS), text.strip())
    plain = FOOTNOTE.sub("", plain.translate(MINUS_SIGNS))
    number = _number(plain, style)
    return replace(number, text=text) if number else None


def read_cell(cell: Cell, style: NumberStyle) -> Number | Absence | None:
    """The number in a cell: a numeric cell is taken as it is, one shown as a percentage counts in per cent, text is read.

    >>> read_cell(Cell(0.58, 2, 1, number_format="0%"), NumberStyle.GERMAN).value
    58.0
    """
    value = cell.value
    if cell.problem or value is None:
        return Absence.MISSING
    if isinstance(value, str):
        return read_number(value, style)
    if isinstance(value, bool | date):
        return None
    if cell.is_percent:
        return Number(significant(value * 100), str(value), rest="%", unit=unit("%"))
    literal = _literal(cell.number_format)
    return Number(float(value), str(value), rest=literal, unit=unit(literal))


def column_style(values: Iterable[object], delimiter: str | None = None) -> ColumnStyle:
    """The style of a column from those of its texts that can be read in one way only; German where none decides.

    In a file separated by commas no number has a decimal comma: there the point is decimal.

    >>> column_style(["1.953", "171,5"])
    ColumnStyle(style=<NumberStyle.GERMAN: 'german'>, assumed=False)
    >>> column_style(["1.953", "171"])
    ColumnStyle(style=<NumberStyle.GERMAN: 'german'>, assumed=True)
    >>> column_style(["131.717"], delimiter=",")
    ColumnStyle(style=<NumberStyle.ENGLISH: 'english'>, assumed=False)
    """
    german = english = ambiguous = 0
    for value in values:
        match _styles(value) if isinstance(value, str) else ():
            case (NumberStyle.GERMAN,):
                german += 1
            case (NumberStyle.ENGLISH,):
                english += 1
            case (_, _):
                ambiguous += 1
    if german == english:
        english_by_file = delimiter == "," and not german
        style = NumberStyle.ENGLISH if english_by_file else NumberStyle.GERMAN
        return ColumnStyle(style, ambiguous > 0 and not english_by_file)
    mixed = german > 0 and english > 0
    return ColumnStyle(
        NumberStyle.GERMAN if german > english else NumberStyle.ENGLISH, mixed and ambiguous > 0
    )


def _styles(text: str) -> tuple[NumberStyle, ...]:
    """The styles in which the first number of a text can be read, none where they do not differ."""
    found = NUMERAL.search(text.translate(MINUS_SIGNS))
    if not found:
        return ()
    values = {style: _magnitude(found["mantissa"], style) for style in NumberStyle}
    if values[NumberStyle.GERMAN] == values[NumberStyle.ENGLISH]:
        return ()
    return tuple(style for style, value in values.items() if value is not None)


def _magnitude(mantissa: str, style: NumberStyle) -> float | None:
    found = PATTERNS[style].fullmatch(mantissa)
    if not found:
        return None
    whole, _, decimals = mantissa.partition(DECIMAL_SIGN[style])
    digits = re.sub(r"\D", "", whole)
    return float(f"{digits}.{decimals or 0}")


def _numeral(text: str, start: int, style: NumberStyle) -> _Numeral | None:
    """The numeral at a position; one that can be read in a single way is read that way, whatever the style."""
    found = NUMERAL.match(text, start)
    if not found:
        return None
    values = {each: _magnitude(found["mantissa"], each) for each in NumberStyle}
    other = next(each for each in NumberStyle if each is not style)
    magnitude = values[style] if values[style] is not None else values[other]
    if magnitude is None:
        return None
    power = int(found["power"] or found["exponent"] or 0)
    value = float(f"{magnitude!r}e{power}") if abs(power) < 300 else magnitude
    ambiguous = None not in values.values() and values[style] != values[other]
    return _Numeral(-value if found["sign"] == "-" else value, ambiguous, found.end())


def _number(text: str, style: NumberStyle) -> Number | None:
    if text.startswith("(") and text.endswith(")"):
        inner = _number(text[1:-1].strip(), style)
        return replace(inner, memo=True) if inner else None
    qualifier = QUALIFIER.match(text)
    first = _numeral(text, qualifier.end() if qualifier else 0, style)
    if not first:
        return None
    kind = qualifier.lastgroup if qualifier else None
    number = _range(text, first, style) or _single(text, first, kind)
    number = replace(number, approximate=kind == "about")
    return None if re.search(r"\d", _without_unit_digits(number.rest)) else number


def _range(text: str, first: _Numeral, style: NumberStyle) -> Number | None:
    between = RANGE.match(text, first.end)
    last = _numeral(text, between.end(), style) if between else None
    if not last or first.value > last.value:
        return None
    rest, found = _rest(text[last.end :])
    ambiguous = first.ambiguous or last.ambiguous
    return Number(None, text, first.value, last.value, ambiguous=ambiguous, rest=rest, unit=found)


def _single(text: str, numeral: _Numeral, kind: str | None) -> Number:
    rest, found = _rest(text[numeral.end :])
    at_most, at_least = kind == "at_most", kind == "at_least"
    return Number(
        None if at_most or at_least else numeral.value,
        text,
        minimum=numeral.value if at_least else None,
        maximum=numeral.value if at_most else None,
        ambiguous=numeral.ambiguous,
        rest=rest,
        unit=found,
    )


def _rest(tail: str) -> tuple[str, Unit | None]:
    rest = FOOTNOTE.sub("", tail.strip()).strip()
    return rest, unit(rest) if rest else None


def _without_unit_digits(rest: str) -> str:
    """„CO2“ is not a second number."""
    return re.sub(r"(?i)co[2₂]|m[23²³]", "", rest)


def _literal(number_format: str | None) -> str:
    """The text that a number format puts behind the number: „#,##0 "kt"“ gives „kt“."""
    found = re.search(r'"([^"]*)"', (number_format or "").partition(";")[0])
    return found[1].strip() if found else ""
