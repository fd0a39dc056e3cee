"""Blanking: records as they are told outside, without the values that are withheld."""

from __future__ import annotations

from monitoring.domain.balance import CellState, EmissionEntry
from monitoring.domain.confidentiality.tables import MEASURES, cell_of
from monitoring.domain.confidentiality.withholding import Withheld
from monitoring.domain.indicator import Indicator, IndicatorValue
from monitoring.domain.record import R, Record
from monitoring.domain.target import TargetNode


def blanked(record: R, withheld: Withheld) -> R:
    """The record without what is withheld of it.

    A value withheld to protect another one is called confidential too: nobody outside is told which is which.
    Of a target goes the base value, and beside a value to reach the reduction, which would tell the base.

    >>> from monitoring.domain.balance import Area, Carrier, Sector
    >>> from monitoring.domain.confidentiality.tables import Cell
    >>> entry = EmissionEntry(year=2020, sector=Sector.GHD, energy_mwh=9.0)
    >>> hidden = Withheld({2020: frozenset({Cell(Area.TERRITORY, Sector.GHD, Carrier.ALL)})})
    >>> told = blanked(entry, hidden)
    >>> told.energy_mwh, told.state.value
    (None, 'confidential')
    """
    if isinstance(record, EmissionEntry):
        if cell_of(record) in withheld.cells.get(record.year, ()):
            gone = dict.fromkeys(MEASURES) | {"state": CellState.CONFIDENTIAL}
            return record.model_copy(update=gone)
    elif isinstance(record, TargetNode) and (record.name, record.version) in withheld.bases:
        gone = {"base_value": None} | ({"reduction": None} if record.key in withheld.reached else {})
        return record.model_copy(update=gone)
    elif isinstance(record, Indicator) and (record.name, record.base_year) in withheld.repeated:
        return record.model_copy(update={"base_value": None})
    return record


def is_left_out(record: Record, withheld: Withheld) -> bool:
    """Whether nothing remains of a record: the value of an indicator that is a withheld one."""
    return isinstance(record, IndicatorValue) and record.key in withheld.repeated
