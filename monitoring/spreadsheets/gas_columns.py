"""Two columns of emissions in one list, of CO2 alone and of all greenhouse gases: one of them is read."""

from __future__ import annotations

from dataclasses import replace

from monitoring.spreadsheets.addresses import cell_address
from monitoring.spreadsheets.gases import Gas, asked_gas, said_gas
from monitoring.spreadsheets.headings import matched_columns
from monitoring.spreadsheets.recognition import Recognised
from monitoring.spreadsheets.remarks import Remarks
from monitoring.spreadsheets.units import unit_in_heading

EMISSIONS = "emissions_t"
OTHER_GAS = "other_gas"


def with_gas_that_counts(recognised: Recognised, remarks: Remarks) -> Recognised:
    """The sheet with the column of emissions that counts; the other one is left out, and said so."""
    taken = next((at for at, each in recognised.columns.items() if each.field == EMISSIONS), None)
    if taken is None or taken in recognised.answered:
        return recognised
    said = said_gas(recognised.headings.get(taken))
    for other, heading in recognised.unknown.items():
        found = said_gas(heading) if other not in recognised.answered else None
        if said and found and found.gas is not said.gas and _means_emissions(heading, recognised):
            at = cell_address(recognised.header_row, other)
            counts = asked_gas(said, found, recognised.sheet.name, at, remarks)
            kept, left = (taken, other) if counts is said.gas else (other, taken)
            _say_only_co2(recognised, kept, counts, remarks)
            return _without(recognised, left, kept, remarks)
    return recognised


def _means_emissions(heading: str, recognised: Recognised) -> bool:
    found = matched_columns([heading], recognised.format)
    return any(column.field == EMISSIONS for column in found.values())


def _say_only_co2(recognised: Recognised, kept: int, gas: Gas, remarks: Remarks) -> None:
    """Says that CO2 alone counts, where the unit of the column does not say so already."""
    heading = recognised.headings[kept]
    measured = unit_in_heading(heading)[1]
    if gas is Gas.CO2 and not (measured and measured.only_co2):
        cell = cell_address(recognised.header_row, kept)
        remarks.notice("only_co2", recognised.sheet.name, cell, heading, heading=heading)


def _without(recognised: Recognised, left: int, kept: int, remarks: Remarks) -> Recognised:
    column = recognised.format.column(EMISSIONS)
    columns = {at: each for at, each in recognised.columns.items() if at != left}
    columns[kept] = column
    sheet, first = recognised.sheet, recognised.header_row + 1
    cells = [
        cell_address(row, left)
        for row in range(first, sheet.height + 1)
        if sheet.value(row, left) is not None
    ]
    heading = recognised.headings[left]
    for cell in cells:
        remarks.gather("other_gas_left_out", sheet.name, cell, None, heading, heading=heading)
    return replace(recognised, columns=dict(sorted(columns.items())), left_out={left: OTHER_GAS})
