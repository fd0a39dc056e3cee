"""The data quality of a balance after BISKO (Datengüte): how far it rests on regional primary data."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from monitoring.domain.balance import QUALITY_WEIGHT, EmissionEntry


class Quality(NamedTuple):
    """`value` is 0…1 (1: regional primary data only), `graded` the share of the energy that has a grade."""

    value: float
    graded: float


def data_quality(entries: Iterable[EmissionEntry]) -> Quality | None:
    """Σ(E·g)/ΣE over the entries with a grade, weighted by final energy E; None where none has one.

    A missing grade is not D: it is left out on both sides. Source: BISKO method paper (ifeu). The caller
    passes the entries of one year that do not count anything twice.

    >>> from monitoring.domain.balance import DataQuality, Sector
    >>> row = EmissionEntry(year=2020, sector=Sector.HH, energy_mwh=10.0)
    >>> data_quality(row.model_copy(update={"quality": grade}) for grade in DataQuality)
    Quality(value=0.4375, graded=1.0)
    """
    known = [(each.energy_mwh, each.quality) for each in entries if each.energy_mwh]
    graded = [(energy, QUALITY_WEIGHT[grade]) for energy, grade in known if grade is not None]
    weight = sum(energy for energy, _ in graded)
    if not weight:
        return None
    value = sum(energy * grade for energy, grade in graded) / weight
    return Quality(value, graded=weight / sum(energy for energy, _ in known))
