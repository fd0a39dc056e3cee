"""Is a balance value below zero where nothing can be taken up?"""

from __future__ import annotations

from collections.abc import Iterator

from monitoring.domain.balance import EmissionEntry, Sector
from monitoring.domain.checks.after_import import BALANCE_FIELDS, AfterImport
from monitoring.domain.checks.doubt import Doubt
from monitoring.domain.checks.figures import value_of


def negative_value(after: AfterImport) -> Iterator[Doubt]:
    """Doubts emissions and energy below zero; only land use takes up more than it emits."""
    for _, entry in after.changes(EmissionEntry):
        is_below = (entry.energy_mwh or 0.0) < 0 or (entry.emissions_t or 0.0) < 0
        if is_below and entry.sector is not Sector.LAND_USE:
            for field in BALANCE_FIELDS:
                if (value_of(entry, field) or 0.0) < 0 and after.is_new(entry, field):
                    yield Doubt(entry, field)
