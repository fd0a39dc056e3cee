"""Units as towns write them, and the factor that takes each to the base unit of its dimension."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from monitoring.domain.rounding import all_significant, significant
from monitoring.spreadsheets.spelling import folded


class Dimension(StrEnum):
    """What is measured; the base unit of each stands in `BASE_UNITS`."""

    ENERGY = "energy"
    EMISSIONS = "emissions"
    ENERGY_PER_CAPITA = "energy_per_capita"
    EMISSIONS_PER_CAPITA = "emissions_per_capita"
    POWER = "power"
    MONEY = "money"
    SHARE = "share"
    COUNT = "count"


BASE_UNITS = {
    Dimension.ENERGY: "MWh",
    Dimension.EMISSIONS: "t CO2e",
    Dimension.ENERGY_PER_CAPITA: "MWh/EW",
    Dimension.EMISSIONS_PER_CAPITA: "t CO2e/EW",
    Dimension.POWER: "kW",
    Dimension.MONEY: "EUR",
    Dimension.SHARE: "1",
    Dimension.COUNT: "1",
}
PER_CAPITA = {
    Dimension.ENERGY: Dimension.ENERGY_PER_CAPITA,
    Dimension.EMISSIONS: Dimension.EMISSIONS_PER_CAPITA,
}

# One gigajoule in megawatt hours: 1 MWh = 3.6 GJ.
GIGAJOULE = 1 / 3.6
# One tonne of oil equivalent in megawatt hours.
OIL = 11.63
# Without blanks, full stops and case: "Tsd. t" is "tsdt". Milligrams do not occur: "mt" is megatonnes.
_SPELLINGS: tuple[tuple[Dimension, float, str], ...] = (
    (Dimension.ENERGY, 1e-3, "kwh kilowattstunden"),
    (Dimension.ENERGY, 1.0, "mwh megawattstunden 1000kwh tsdkwh"),
    (Dimension.ENERGY, 1e3, "gwh gigawattstunden 1000mwh tsdmwh miokwh"),
    (Dimension.ENERGY, 1e6, "twh terawattstunden 1000gwh miomwh mrdkwh"),
    (Dimension.ENERGY, GIGAJOULE, "gj gigajoule"),
    (Dimension.ENERGY, GIGAJOULE * 1e3, "tj terajoule"),
    (Dimension.ENERGY, GIGAJOULE * 1e6, "pj petajoule"),
    (Dimension.ENERGY, OIL, "toe tep"),
    (Dimension.ENERGY, OIL * 1e3, "ktoe ktep"),
    (Dimension.EMISSIONS, 1e-3, "kg kilogramm"),
    (Dimension.EMISSIONS, 1.0, "t to ton tonne tonnen tons tonnes metrictons metrictonnes"),
    (
        Dimension.EMISSIONS,
        1e3,
        "kt kton kilotonnen gg 1000t tsdt tausendt 1000tonnen tsdtonnen tausendtonnen",
    ),
    (Dimension.EMISSIONS, 1e3, "kilotonnes ktonnes 1000ton 1000tons 1000tonnes thousandtons thousandtonnes"),
    (Dimension.EMISSIONS, 1e6, "mt mton megatonnen miot miotonnen millionent millionentonnen"),
    (Dimension.EMISSIONS, 1e6, "mmt megatonnes milliontons milliontonnes"),
    (Dimension.POWER, 1.0, "kw kwp"),
    (Dimension.POWER, 1e3, "mw mwp"),
    (Dimension.POWER, 1e6, "gw gwp"),
    (Dimension.MONEY, 1.0, "€ eur euro"),
    (Dimension.MONEY, 1e3, "t€ teur k€ keur tsd€ tsdeur tsdeuro 1000€"),
    (Dimension.MONEY, 1e6, "m€ mio€ mioeur mioeuro millionen€ millioneneuro"),
    (Dimension.SHARE, 1e-2, "% prozent percent vh"),
    (Dimension.COUNT, 1.0, "anzahl stück stk ew einwohner einwohnende personen"),
)
AMOUNTS = {
    folded(word): (dimension, factor) for dimension, factor, words in _SPELLINGS for word in words.split()
}
# The alternatives are tried in order: only what is left, bare CO2, lacks the other gases.
EQUIVALENT = r"(?:e|eqv?|equiv|aequ?|aequiv|a?ekv)(?:(?:iv)?alent\w*)?"
GAS = re.compile(
    rf"(?:(?:co2|thg|ghg)[- ]?{EQUIVALENT}\b\.?|e\.?q?\.? ?co2\b|thg|ghg|(?P<only_co2>co2))(?![a-z])"
)
# „MT“ is a metric ton in America and a megatonne elsewhere: a question, never guessed.
AMERICAN_TONS = re.compile(r"\bMT(?=\b|CO)")
PER_YEAR = re.compile(
    r"(?:[/*·]|pro|je|per|im|und|\bp\.?) ?(?:a\b|jahr|year|yr|ar|anno|an|jaar)\.?|\bjaehrlich|\ba-1\b"
)
HEAD = r"(?:ew|einw\.?|einwohner(?:in(?:nen)?)?|einwohnende|kopf|person|capita|cap|inhabitant)"
PER_HEAD = re.compile(rf"(?:/|pro|je|per) ?\(?{HEAD}\b")
BRACKETS = re.compile(r"[\[(]([^\[\]()]*(?:\([^()]*\)[^\[\]()]*)?)[\])]")
# What may stand between a name and its unit, tried in this order.
SEPARATORS = (", ", ",", ": ", ":", " in ", "_")
MOST_WORDS = 4
"""Words of the longest unit inside a heading: „t CO2e je Einwohner“."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as written, with the factor to its base unit. `only_co2`: carbon dioxide without other gases."""

    text: str
    dimension: Dimension
    factor: float
    per_year: bool = False
    only_co2: bool = False

    @property
    def base(self) -> str:
        """The name of the base unit, e.g. "MWh"."""
        return BASE_UNITS[self.dimension]

    def to_base(self, value: float) -> float:
        """The value in the base unit, rounded to 12 significant digits.

        >>> kt = unit("kt CO2e")
        >>> 1.005 * 1000, kt.to_base(1.005)
        (1004.9999999999999, 1005.0)
        """
        return significant(value * self.factor)

    def all_to_base(self, values: Iterable[float]) -> list[float]:
        """`to_base` of many values."""
        factor = self.factor
        return all_significant(value * factor for value in values)


def unit(text: str) -> Unit | None:
    """The unit that a text is, None where the text is anything else.

    >>> unit("Mio. t CO2-Äq./a").factor, unit("TJ").to_base(3.6), unit("t CO₂e / EW").dimension.value
    (1000000.0, 1000.0, 'emissions_per_capita')
    >>> unit("Haushalte") is None, unit("MT CO2e") is None, unit("Mt CO2e").factor
    (True, True, 1000000.0)
    """
    if AMERICAN_TONS.search(text):
        return None
    plain = _plain(text)
    gas = GAS.search(plain)
    rest = GAS.sub(" ", plain)
    rest, per_year = PER_YEAR.subn(" ", rest)
    rest, per_head = PER_HEAD.subn(" ", rest)
    amount = AMOUNTS.get(re.sub(r"[\s.()*·-]+", "", rest))
    if not amount:
        return None
    dimension, factor = amount
    if gas and dimension is not Dimension.EMISSIONS:
        return None
    reached = PER_CAPITA.get(dimension) if per_head else dimension
    only_co2 = gas is not None and gas["only_co2"] is not None
    return Unit(text.strip(), reached, factor, bool(per_year), only_co2) if reached else None


def _plain(text: str) -> str:
    """Small letters, subscripts as digits, one kind of blank and hyphen, thousands without a point."""
    plain = folded(text)
    plain = re.sub(r"[‐‑–−]", "-", plain).replace("1.000", "1000").replace("1 000", "1000")
    return re.sub(r"\s+", " ", plain).strip(" []()").removeprefix("in ").replace("angaben in ", "")


def unit_in_heading(heading: str) -> tuple[str, Unit | None]:
    """The heading without its unit, and the unit: from brackets, or after a comma, a colon, "in" or "_".

    >>> label, found = unit_in_heading("THG-Emissionen [kt CO2e]")
    >>> label, found.text
    ('THG-Emissionen', 'kt CO2e')
    >>> unit_in_heading("Gewerbe (Handel)")
    ('Gewerbe (Handel)', None)
    >>> label, found = unit_in_heading("EMISSIONS_T_CO2E")
    >>> label, found.text
    ('EMISSIONS', 'T CO2E')
    """
    for bracket in reversed(list(BRACKETS.finditer(heading))):
        found = unit(bracket[1])
        if found:
            label = f"{heading[: bracket.start()].rstrip()} {heading[bracket.end() :].lstrip()}"
            return label.strip(), found
    label, found = _unit_at_end(heading)
    return (label, found) if found else _unit_inside(heading)


def _unit_at_end(heading: str) -> tuple[str, Unit | None]:
    for separator in SEPARATORS:
        parts = heading.split(separator)
        for at in range(1, len(parts)):
            label = separator.join(parts[:at]).strip()
            found = unit(" ".join(parts[at:])) if label else None
            if found:
                return label, found
    return heading, None


def _unit_inside(heading: str) -> tuple[str, Unit | None]:
    """A unit behind „in“ that more words follow: „Endenergie in GWh nach Sektoren“.

    >>> label, found = _unit_inside("THG in t CO2e (BISKO)")
    >>> label, found.text
    ('THG (BISKO)', 't CO2e')
    """
    before, _, after = heading.partition(" in ")
    words = after.split(" ")
    for count in range(min(MOST_WORDS, len(words) - 1), 0, -1):
        found = unit(" ".join(words[:count]).rstrip(",;:"))
        if found and before.strip():
            return " ".join([before.strip(), *words[count:]]), found
    return heading, None
