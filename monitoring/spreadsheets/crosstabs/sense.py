"""What a single label says: „Haushalte Strom 2019 [MWh]“ names a sector, a carrier, a year and a unit."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from monitoring.spreadsheets.crosstabs.label_words import OTHER, sorted_words
from monitoring.spreadsheets.crosstabs.lexicon import headings
from monitoring.spreadsheets.headings import without_footnotes
from monitoring.spreadsheets.thousands import thousands, without_thousands
from monitoring.spreadsheets.units import Dimension, Unit, unit, unit_in_heading
from monitoring.spreadsheets.vocabulary import normal_word
from monitoring.spreadsheets.workbook import Value

OF_ASIDES = frozenset({"share", "subtotal", OTHER})
"""What an aside in brackets says about all of a line."""
FIRST_YEAR, LAST_YEAR = 1950, 2100
LONGEST_LABEL = 200
_LONE_YEAR = re.compile(r"(?<![\d.,])(?:19|20)[0-9]{2}(?![\d.,][0-9]|[0-9])|\d\.(?:19|20)\d\d")
_BRACKETED = re.compile(r"[\[(]([^\])]*)[\])]")
_DAY = re.compile(r"\b\d{1,2}([./])\s?\d{1,2}\1\s?((?:19|20)\d\d)\b")
_DAY_OF_ANY_YEAR = re.compile(r"\b\d{1,2}\.\s?\d{1,2}\.(?!\d)")
_DAY_IN_WORDS = re.compile(
    r"\b\d{1,2}\.\s?(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b",
    re.IGNORECASE,
)
_RAISED_MARK = re.compile(r"\s*(?:[⁰¹²³⁴-⁹]*⁾|[⁰¹²³⁴-⁹]+\)?|(?<=\w)\s\d\))$")
_COUNTED = re.compile(r"(?:\d{1,2}|[A-Z])(?:\s?(?:[-–+,;.]|bis)\s?(?:\d{1,2}|[A-Z]))+")
"""What a total counts: „Summe (1-3)“, „Summe (A+B)“."""
_INDEXED = re.compile(r"=\s*100\b(?!\s*%)")
_OUTLINE = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[a-zA-Z]\))\s+(?=\D)")
_QUANTITY_OF = {
    Dimension.ENERGY: "energy",
    Dimension.EMISSIONS: "emissions",
}
_DERIVED_OF = {
    Dimension.ENERGY_PER_CAPITA: "per_capita",
    Dimension.EMISSIONS_PER_CAPITA: "per_capita",
    Dimension.SHARE: "share",
}
_PEOPLE = re.compile(r"(?i)ew|einw|person")


@dataclass(frozen=True, slots=True)
class Sense:
    """What a label says. `options` are words that can name a sector or a carrier, each with both codes.

    `unknown` are the words that mean nothing to us; a label with unknown words is not understood.
    `heads` is what a heading says about the cells of its own column, such as „sector“ or „unit“. Where it
    `names_town`, its sector may be the whole town.
    """

    text: str = ""
    label: str = ""
    year: int | None = None
    sector: str | None = None
    carrier: str | None = None
    options: tuple[str, str] | None = None
    quantity: str | None = None
    unit: Unit | None = None
    row_type: str | None = None
    basis: str | None = None
    derived: str | None = None
    heads: str | None = None
    is_total: bool = False
    has_conflict: bool = False
    names_town: bool = False
    unknown: tuple[str, ...] = ()
    remarks: tuple[str, ...] = field(default=())

    @property
    def is_understood(self) -> bool:
        """Whether no word is left over and none contradicts another."""
        return not self.unknown and not self.has_conflict

    @property
    def measured(self) -> str | None:
        """The quantity, from a word or from the unit."""
        if self.quantity or self.unit is None:
            return self.quantity
        if self.unit.dimension is Dimension.COUNT:
            return "inhabitants" if _PEOPLE.match(self.unit.text) else None
        return _QUANTITY_OF.get(self.unit.dimension)

    @property
    def not_stored(self) -> str | None:
        """Why numbers under this label are worked out from others: a share, a change, per capita."""
        return self.derived or (_DERIVED_OF.get(self.unit.dimension) if self.unit else None)

    @property
    def is_telling(self) -> bool:
        """Whether it says anything about numbers."""
        named = (self.sector, self.carrier, self.options, self.quantity, self.unit, self.derived)
        return any(named) or self.is_total or self.row_type is not None


NOTHING = Sense()


def sense_of(value: Value) -> Sense:
    """What a cell says as a label.

    >>> found = sense_of("Haushalte Strom 2019 [MWh]")
    >>> found.sector, found.carrier, found.year, found.unit.text, found.is_understood
    ('HH', 'electricity', 2019, 'MWh', True)
    >>> sense_of("Stromverbrauch").measured, sense_of("2019 (vorl.)").remarks
    ('energy', ('vorl',))
    >>> sense_of("Großfeuerungsanlagen").unknown
    ('grossfeuerungsanlagen',)
    """
    if value is None:
        return NOTHING
    if isinstance(value, str):
        return (
            _of_text(value.strip()) if len(value) <= LONGEST_LABEL else Sense(value, value, unknown=(value,))
        )
    year = year_of(value)
    return Sense(str(value), str(value), year=year) if year else Sense(str(value), unknown=(str(value),))


def unit_sense(text: str) -> Sense:
    """What a cell in a column of units says; „Stück“ is a unit too, though none that we convert."""
    return Sense(text, text, unit=unit(text) or thousands(text), heads="unit")


def year_of(value: Value) -> int | None:
    """The year that a cell is: a number, a date, or a label that says nothing else, such as „Jahr 2019“.

    >>> year_of(2019.0), year_of("2019*"), year_of("31.12.2019"), year_of("Verkehr 2019"), year_of(2101)
    (2019, 2019, 2019, None, None)
    """
    if isinstance(value, str):
        if len(value) == 4 and value.isdecimal():
            return int(value) if FIRST_YEAR <= int(value) <= LAST_YEAR else None
        return _year_of_text(value) if len(value) <= 40 and may_hold_year(value) else None
    if isinstance(value, date):
        return value.year
    if isinstance(value, bool) or value is None or value != int(value):
        return None
    return int(value) if FIRST_YEAR <= value <= LAST_YEAR else None


def may_hold_year(text: str) -> bool:
    """Whether it is worth looking for a year in a text."""
    return _LONE_YEAR.search(text) is not None


def _year_of_text(text: str) -> int | None:
    found = _of_text(text.strip())
    if not found.is_understood or found.year is None or found.is_telling:
        return None
    return found.year


@lru_cache(maxsize=8192)
def _of_text(text: str) -> Sense:
    plain = _plain(text)
    whole = unit(plain) or unit(plain.replace("_", " ")) or thousands(plain)
    if whole:
        return Sense(text, plain, unit=whole, heads="unit" if plain == whole.text else None)
    label, measured = _label_and_unit(plain)
    outside = _BRACKETED.sub(" ", label)
    main = _read(outside if outside.strip() else label)
    asides = [each for each in _BRACKETED.findall(label) if not (main.is_total and _COUNTED.fullmatch(each))]
    inner = [_read(each) for each in asides] if outside.strip() else []
    full = _read(label) if inner else main
    # „Gewerbe, Handel, Dienstleistungen (GHD)“ is one phrase; else what stands in brackets is an aside.
    read = full if full.is_understood else _with_asides(main, inner)
    return replace(read, text=text, label=label, unit=measured, heads=headings().get(normal_word(label)))


def _plain(text: str) -> str:
    """Without footnote marks, outline numbers and days: „2.1 Strom*“ is „Strom“."""
    bare = without_footnotes(_RAISED_MARK.sub("", text.strip()))
    if bare.count("(") != bare.count(")"):
        bare = " ".join(text.split())
    bare = _DAY_IN_WORDS.sub(" ", bare)
    return _DAY_OF_ANY_YEAR.sub(" ", _OUTLINE.sub("", _DAY.sub(r"\2", bare)))


def _label_and_unit(plain: str) -> tuple[str, Unit | None]:
    label, measured = unit_in_heading(plain)
    if measured:
        return label, measured
    label, measured = without_thousands(plain)
    if measured:
        return label, measured
    words = plain.split(" ")
    for count in (3, 2, 1):
        measured = unit(" ".join(words[-count:])) if count < len(words) else None
        if measured and not (measured.dimension is Dimension.COUNT and count == 1):
            return " ".join(words[:-count]), measured
    return _led_by_unit(plain)


def _led_by_unit(plain: str) -> tuple[str, Unit | None]:
    """„MWh Strom“ and „kt_co2e_2018“: a unit of energy or emissions in front of the rest."""
    words = re.split(r"[ _]", plain)
    for count in (3, 2, 1):
        first = " ".join(words[:count])
        measured = unit(first) if count < len(words) and len(first) > 1 else None
        if measured and measured.dimension in _QUANTITY_OF:
            return " ".join(words[count:]), measured
    return plain, None


def _with_asides(main: Sense, inner: list[Sense]) -> Sense:
    for aside in inner:
        main = replace(
            main,
            year=main.year or aside.year,
            row_type=main.row_type or aside.row_type,
            basis=main.basis or aside.basis,
            derived=main.derived or (aside.derived if aside.derived in OF_ASIDES else None),
            unknown=main.unknown or (() if aside.remarks or not _matters(aside) else aside.unknown),
            remarks=main.remarks + aside.remarks,
            has_conflict=main.has_conflict or _contradicts(main, aside),
        )
    return main


def _matters(aside: Sense) -> bool:
    """Whether an aside splits what stands before it: „Verkehr (Autobahn)“ is not all of „Verkehr“."""
    return bool(aside.unknown)


def _contradicts(main: Sense, aside: Sense) -> bool:
    return any(
        getattr(aside, name) and getattr(aside, name) != getattr(main, name) for name in ("sector", "carrier")
    )


def _read(text: str) -> Sense:
    words = sorted_words(text)
    found, years = words.found, words.years
    is_span = len(years) > 1
    return Sense(
        year=None if is_span or words.refers else next(iter(years), None),
        sector=found.get("sector"),
        carrier=found.get("carrier"),
        options=words.options,
        quantity=found.get("quantity"),
        row_type=found.get("row_type"),
        basis=found.get("basis"),
        derived=found.get("derived") or (OTHER if _INDEXED.search(text) else "change" if is_span else None),
        is_total="total" in found,
        has_conflict=words.has_conflict,
        names_town=words.names_town,
        unknown=tuple(words.unknown),
        remarks=tuple(words.remarks),
    )
