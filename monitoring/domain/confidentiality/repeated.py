"""Repeated values: indicators that tell a withheld value of the balance once more, in whatever unit."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import product

from monitoring.domain.confidentiality.tables import (
    EMISSIONS,
    ENERGY,
    Cell,
    Table,
    told_base_value,
    versions_of,
)
from monitoring.domain.indicator import Indicator, IndicatorValue
from monitoring.domain.inhabitants import Inhabitants
from monitoring.domain.record import Key, Record
from monitoring.domain.target import TargetNode

SAME = 0.005
"""By how much an indicator may differ from a value of the balance that it repeats, as it is often rounded."""
_SCALES = {
    "kwh": (ENERGY, 1e-3),
    "mwh": (ENERGY, 1.0),
    "gwh": (ENERGY, 1e3),
    "kg": (EMISSIONS, 1e-3),
    "t": (EMISSIONS, 1.0),
    "tonnen": (EMISSIONS, 1.0),
    "tonnes": (EMISSIONS, 1.0),
    "kt": (EMISSIONS, 1e3),
    "tsd. t": (EMISSIONS, 1e3),
}
_UNIT = re.compile(r"(tsd\. ?t|[kmg]wh|kg|kt|tonnen|tonnes|t)(?![a-z])[ -]*(.*)", re.IGNORECASE)
_GAS = re.compile(r"co[2₂]?[ -]*(e|eq|äq\.?|äquivalente?)?|thg|treibhausgase?", re.IGNORECASE)
_PERSON = re.compile(r"ew\b|einw|kopf|inhabitant|capita|person", re.IGNORECASE)
_YEAR = re.compile(r"(/|pro|je|per)? *(a|jahr|year|p\. ?a\.)", re.IGNORECASE)
Amounts = Mapping[int, Collection[tuple[str, float]]]
"""Of each year the withheld numbers, each with its measure."""


def withheld_amounts(
    tables: Iterable[Mapping[int, Iterable[Table]]], cells: Mapping[int, Collection[Cell]]
) -> Amounts:
    """What the withheld cells are in any state, by year."""
    found: dict[int, set[tuple[str, float]]] = {}
    for of_state in tables:
        for year in cells.keys() & of_state.keys():
            for table in of_state[year]:
                for cell in cells[year] & table.values.keys():
                    found.setdefault(year, set()).update(table.values[cell].items())
    return found


def repeated(records: Collection[Record], amounts: Amounts) -> Iterator[Key]:
    """The indicators and years of values that are one of these amounts; base values are values too."""
    people = {each.year: each.inhabitants for each in records if isinstance(each, Inhabitants)}
    units = {each.name: each.unit for each in records if isinstance(each, Indicator)}
    for name, year, value in _values(records):
        if _is_one(value, year, units.get(name, ""), amounts, people):
            yield name, year


def _values(records: Collection[Record]) -> Iterator[tuple[str, int, float]]:
    """What is told of indicators: their values, their base values, and the base values of their targets."""
    for each in records:
        if isinstance(each, IndicatorValue):
            yield each.indicator, each.year, each.value
        elif isinstance(each, Indicator) and each.base_year is not None and each.base_value is not None:
            yield each.name, each.base_year, each.base_value
    for rows in versions_of(records).values():
        for indicator, year in indicator_bases(rows):
            told = (told_base_value(row) for row in rows)
            yield from ((indicator, year, value) for value in told if value is not None)


def indicator_bases(rows: Collection[TargetNode]) -> set[tuple[str, int]]:
    """The indicators and base years that a version of a target refers to, nothing where it is about none."""
    names = {each.indicator for each in rows if each.indicator is not None}
    years = {each.base_year for each in rows if each.base_year is not None}
    return set(product(names, years))


def _is_one(value: float, year: int, unit: str, amounts: Amounts, people: Mapping[int, int]) -> bool:
    measure, scale, is_each = scale_of(unit)
    amount = value * scale * (people.get(year, 0) if is_each else 1)
    return any(
        name == measure and amount and abs(amount - number) <= SAME * abs(number)
        for name, number in amounts.get(year, ())
    )


def scale_of(unit: str) -> tuple[str | None, float, bool]:
    """Which number of a balance a unit may be of, its scale, and whether it is of each inhabitant.

    >>> scale_of("GWh/a"), scale_of("t CO₂e pro Kopf"), scale_of("Tsd. t")
    (('energy_mwh', 1000.0, False), ('emissions_t', 1.0, True), ('emissions_t', 1000.0, False))
    >>> scale_of("kWp"), scale_of("t Abfall"), scale_of("kWh/m²")
    ((None, 0.0, False), (None, 0.0, False), (None, 0.0, False))
    """
    found = _UNIT.fullmatch(unit.strip())
    if found is None:
        return None, 0.0, False
    measure, scale = _SCALES[found.group(1).lower().replace(".t", ". t")]
    rest = _YEAR.sub("", _GAS.sub("", found.group(2))) if not _PERSON.search(found.group(2)) else ""
    if rest.strip(" /.-()[]"):
        return None, 0.0, False
    return measure, scale, bool(_PERSON.search(found.group(2)))
