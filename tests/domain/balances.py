"""Balances that add up, to be taken apart: sectors by carriers, totals, and what of it is confidential."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from monitoring.domain.balance import Carrier, CellState, EmissionEntry, Sector
from tests.domain.attack import ADDED, FACTORS

ALL = Carrier.ALL
Amounts = Mapping[tuple[Sector, Carrier], float]
"""Energy in MWh by sector and carrier."""


def amounts_of(amounts: Amounts, sector: Sector, carrier: Carrier) -> tuple[float, float]:
    """Energy and emissions of a cell of any kind."""
    sectors = {Sector.SUM: ADDED, Sector.WIRT: (Sector.GHD, Sector.IND)}.get(sector, (sector,))
    parts = [
        (energy, energy * FACTORS[each])
        for (own, each), energy in amounts.items()
        if own in sectors and carrier in (ALL, each)
    ]
    return sum(part[0] for part in parts), sum(part[1] for part in parts)


def balance(
    amounts: Amounts,
    cells: Collection[tuple[Sector, Carrier]],
    confidential: Collection[tuple[Sector, Carrier]] = (),
    year: int = 2020,
    edition: int = 1,
) -> list[EmissionEntry]:
    """The cells of a balance, with their values also where they are confidential."""
    rows = []
    for sector, carrier in cells:
        energy, emissions = amounts_of(amounts, sector, carrier)
        state = CellState.CONFIDENTIAL if (sector, carrier) in confidential else CellState.VALUE
        row = EmissionEntry(
            year=year, sector=sector, carrier=carrier, edition=edition, state=state,
            energy_mwh=energy, emissions_t=emissions,
        )  # fmt: skip
        rows.append(row)
    return rows
