"""Numbers that arrive as text, German or English, and what towns write around them.

„1.953“ can be 1953 or 1.953: a single separator followed by exactly three digits is ambiguous. It is never
decided by the cell alone but by the column (`column_style`), and the assumption is shown.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from monitoring.domain.rounding import significant
from monitoring.spreadsheets.missing_words import Absence, absence
from monitoring.spreadsheets.numerals import BLANK, NumberStyle, Numeral, numeral
from monitoring.spreadsheets.units import Unit, unit
from monitoring.spreadsheets.workbook import Cell

__all__ = ["ColumnStyle", "Number", "NumberStyle", "column_style", "read_cell", "read_number"]


class ColumnStyle(NamedTuple):
    """The style of a column. `assumed`: it has ambiguous numbers and nothing decides; show the assumption."""

    style: NumberStyle
    assumed: bool


@dataclass(frozen=True, slots=True)
class Number:
    """A number with what stood around it.

    `value` is None for a range or a bound, which `minimum` and `maximum` hold. `text` is the raw text. `rest`
    is what followed the number (a unit, a word), `unit` its meaning where it is a unit: 58 % has the value
    58. `memo` says that it stood in parentheses („nachrichtlich“). `styles` are those that can read it, where
    they differ.
    """

    value: float | None
    text: str
    minimum: float | None = None
    maximum: float | None = None
    approximate: bool = False
    memo: bool = False
    styles: tuple[NumberStyle, ...] = ()
    rest: str = ""
    unit: Unit | None = None

    @property
    def ambiguous(self) -> bool:
        """Whether only the style told its size, as in „1.953“."""
        return len(self.styles) > 1


# One number without thousands that can be read in one way only.
PLAIN = re.compile(r"-?\d{1,15}(?:[.,](?:\d{1,2}|\d{4,15}))?", re.ASCII)
# Longer texts are prose; reading on would only cost time.
LONGEST = 200
RANGE = re.compile(r"\s*(?:-|bis(?: zu)?|to|\.\.\.|…)\s*", re.IGNORECASE)
MINUS_SIGNS = str.maketrans({"−": "-", "–": "-", "—": "-", "‐": "-", "‑": "-"})
SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-")
RAISED = re.compile(r"(?<=10)[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
FOOTNOTE = re.compile(rf"{BLANK}*(?:\*+|†|‡|[¹²³⁴⁵⁶⁷⁸⁹⁰]+\)?|(?<=[\d ])\d\))$")

_ABOUT = r"(?:ca|rd|circa|rund|etwa|ungefähr|geschätzt|about|approx)\b\.?|[~≈]"
_AT_MOST = r"(?:bis zu|bis|max\b\.?|maximal|höchstens|unter|weniger als|up to|less than)(?=\W|\d)|[<≤]=?"
_AT_LEAST = r"(?:mind\b\.?|min\b\.?|mindestens|über|mehr als|ab|at least|more than)(?=\W|\d)|[>≥]=?"
QUALIFIER = re.compile(
    rf"\s*(?:(?P<about>{_ABOUT})|(?P<at_most>{_AT_MOST})|(?P<at_least>{_AT_LEAST}))\s*", re.IGNORECASE
)


def read_number(text: str, style: NumberStyle) -> Number | Absence | None:
    """The number that a text is, the kind of missing that it says, or None for anything else.

    >>> read_number("1.234.567,8", NumberStyle.GERMAN).value, read_number("1.953", NumberStyle.ENGLISH).value
    (1234567.8, 1.953)
    >>> read_number("ca. 20.000 € einmalig", NumberStyle.GERMAN).rest
    '€ einmalig'
    >>> read_number("hoch", NumberStyle.GERMAN) is None, read_number("k. A.", NumberStyle.GERMAN).value
    (True, 'missing')
    """
    if PLAIN.fullmatch(text):
        return _plain_number(text)
    if len(text) > LONGEST:
        return None
    missing = absence(text)
    if missing:
        return missing
    plain = RAISED.sub(lambda power: "^" + power[0].translate(SUPERSCRIPTS), text.strip())
    plain = FOOTNOTE.sub("", plain.translate(MINUS_SIGNS))
    number = _number(plain, style)
    return replace(number, text=text) if number else None


def _plain_number(text: str) -> Number:
    """Most numbers need no more than this, a tenth of the time."""
    return Number(number_of_plain(text), text, styles=_styles_of_plain(text))


def _styles_of_plain(text: str) -> tuple[NumberStyle, ...]:
    return (NumberStyle.GERMAN,) if "," in text else (NumberStyle.ENGLISH,) if "." in text else ()


def number_of_plain(text: str) -> float:
    """The value of a text that is a `PLAIN` number.

    >>> number_of_plain("171,5")
    171.5
    """
    return float(text.replace(",", "."))


def read_cell(cell: Cell, style: NumberStyle) -> Number | Absence | None:
    """The number in a cell: a numeric cell as it is, in per cent where it is shown so; text is read.

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
    shown = unit_of_format(cell.number_format)
    if cell.is_percent:
        return Number(significant(value * 100), str(value), rest="%", unit=shown)
    return Number(float(value), str(value), rest=shown.text if shown else "", unit=shown)


def unit_of_format(number_format: str | None) -> Unit | None:
    """The unit that a number format shows behind a number.

    >>> unit_of_format('#,##0 "kt"').text, unit_of_format("0.0 %").text, unit_of_format('"ca. "0')
    ('kt', '%', None)
    """
    return unit("%" if "%" in (number_format or "") else _literal(number_format))


def column_style(values: Iterable[object], delimiter: str | None = None) -> ColumnStyle:
    """The style of a column from its texts that can be read in one way only; German where none decides.

    In a file separated by commas no number has a decimal comma: there the point is decimal.

    >>> column_style(["1.953", "171,5"])
    ColumnStyle(style=<NumberStyle.GERMAN: 'german'>, assumed=False)
    >>> column_style(["1.953", "171"])
    ColumnStyle(style=<NumberStyle.GERMAN: 'german'>, assumed=True)
    >>> column_style(["131.717"], delimiter=",")
    ColumnStyle(style=<NumberStyle.ENGLISH: 'english'>, assumed=False)
    """
    votes = Counter(_styles(value) for value in values if isinstance(value, str))
    german, english = votes[NumberStyle.GERMAN,], votes[NumberStyle.ENGLISH,]
    decided_by_file = delimiter == "," and not german
    style = NumberStyle.ENGLISH if english > german or decided_by_file else NumberStyle.GERMAN
    undecided = (german > 0) == (english > 0) and not decided_by_file
    return ColumnStyle(style, undecided and votes[tuple(NumberStyle)] > 0)


def _styles(text: str) -> tuple[NumberStyle, ...]:
    if PLAIN.fullmatch(text):
        return _styles_of_plain(text)
    number = read_number(text, NumberStyle.GERMAN)
    return number.styles if isinstance(number, Number) else ()


def _number(text: str, style: NumberStyle) -> Number | None:
    if text.startswith("(") and text.endswith(")"):
        inner = _number(text[1:-1].strip(), style)
        return replace(inner, memo=True) if inner else None
    qualifier = QUALIFIER.match(text)
    first = numeral(text, qualifier.end() if qualifier else 0, style)
    if not first:
        return None
    kind = qualifier.lastgroup if qualifier else None
    number = _range(text, first, style) or _single(text, first, kind)
    number = replace(number, approximate=kind == "about")
    return None if re.search(r"\d", _without_unit_digits(number.rest)) else number


def _range(text: str, first: Numeral, style: NumberStyle) -> Number | None:
    between = RANGE.match(text, first.end)
    last = numeral(text, between.end(), style) if between else None
    if not last or first.value > last.value:
        return None
    rest, measure = _rest(text[last.end :])
    styles = max(first.styles, last.styles, key=len)
    return Number(None, text, first.value, last.value, styles=styles, rest=rest, unit=measure)


def _single(text: str, only: Numeral, kind: str | None) -> Number:
    rest, measure = _rest(text[only.end :])
    exact = Number(only.value, text, styles=only.styles, rest=rest, unit=measure)
    if kind == "at_most":
        return replace(exact, value=None, maximum=only.value)
    if kind == "at_least":
        return replace(exact, value=None, minimum=only.value)
    return exact


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
