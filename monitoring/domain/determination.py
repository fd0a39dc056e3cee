"""The determination of a figure: which unit established it, when and how; empty where nobody said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from monitoring.domain.balance import EmissionEntry
from monitoring.domain.effect import Derivation, Effect
from monitoring.domain.indicator import Indicator, IndicatorValue
from monitoring.domain.measure import Measure


@dataclass(frozen=True, slots=True)
class Determination:
    """`by` are units, never persons; `how` are methods, factors and tools in the municipality's own words."""

    by: tuple[str, ...] = ()
    how: tuple[str, ...] = ()
    on: date | None = None
    derivation: Derivation | None = None

    @property
    def is_complete(self) -> bool:
        """Whether unit, day and method are all stated."""
        return bool(self.by and self.on and (self.how or self.derivation))


def of_balance(entries: Iterable[EmissionEntry]) -> Determination:
    """What the values of a balance year say together; its day is the year of publication, told elsewhere.

    >>> from monitoring.domain.balance import Sector
    >>> rows = [EmissionEntry(year=2020, sector=sector, energy_mwh=1.0, method="BISKO", tool="Rechenblatt")
    ...         for sector in (Sector.HH, Sector.VER)]
    >>> of_balance(rows).how
    ('BISKO', 'Rechenblatt')
    """
    every = list(entries)
    told = [getattr(each, name) for name in ("method", "factor_set", "tool") for each in every]
    return Determination(by=_distinct(each.determined_by for each in every), how=_distinct(told))


def of_effect(effect: Effect) -> Determination:
    """What an effect says itself."""
    by, how = _distinct((effect.determined_by,)), _distinct((effect.method,))
    return Determination(by, how, effect.determined_on, effect.derivation)


def of_savings(measure: Measure) -> Determination:
    """What a measure says of the savings it states."""
    by, how = _distinct((measure.savings_determined_by,)), _distinct((measure.savings_method,))
    return Determination(by, how, measure.savings_determined_on)


def of_indicator(indicator: Indicator, value: IndicatorValue | None) -> Determination:
    """What a value says itself, else what its indicator says of all its values."""
    by = (value.determined_by if value else None) or indicator.determined_by
    measured_on = value.measured_on if value else None
    return Determination(_distinct((by,)), _distinct((indicator.method,)), measured_on)


def _distinct(told: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for each in told if each))


def spans(known: Mapping[int, Determination]) -> list[tuple[list[int], Determination]]:
    """The years in their order, those together that were determined alike one after the other.

    >>> office, bureau = Determination(by=("Umweltamt",)), Determination(by=("Büro",))
    >>> [(years, each.by) for years, each in spans({2020: office, 2018: bureau, 2019: bureau})]
    [([2018, 2019], ('Büro',)), ([2020], ('Umweltamt',))]
    """
    found: list[tuple[list[int], Determination]] = []
    for year, each in sorted(known.items(), key=lambda pair: pair[0]):
        if found and found[-1][1] == each:
            found[-1][0].append(year)
        else:
            found.append(([year], each))
    return found
