"""The numbers of a balance as they stand, without a unit: for sums and values per inhabitant."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from monitoring.domain.balance import Carrier
from monitoring.spreadsheets.crosstabs.sense import year_of
from monitoring.spreadsheets.numbers import Number, NumberStyle, read_cell
from monitoring.spreadsheets.recognition import Recognised
from monitoring.spreadsheets.vocabulary import code_of


@dataclass(frozen=True, slots=True)
class RawNumber:
    """One number as it stands, with what it is about."""

    year: int
    sector: str
    carrier: str
    value: float


def numbers_of_rows(recognised: Recognised, number: int, style: NumberStyle) -> Iterator[RawNumber]:
    """The actual values in one column of a sheet of rows, as far as year, sector and carrier are known."""
    columns = {column.field: at for at, column in recognised.columns.items()}
    sheet = recognised.sheet
    for row in range(recognised.header_row + 1, sheet.height + 1):
        said = {field: sheet.value(row, at) for field, at in columns.items()}
        year = year_of(said.get("year"))
        sector = code_of("sector", str(said.get("sector") or ""))
        carrier = code_of("carrier", str(said.get("carrier") or Carrier.ALL))
        found = read_cell(sheet.cell(row, number), style)
        value = found.value if isinstance(found, Number) else None
        if year and sector and carrier and value is not None and _is_actual(said):
            yield RawNumber(year, sector, carrier, value)


def _is_actual(said: Mapping[str, object]) -> bool:
    return code_of("row_type", str(said.get("row_type") or "Ist")) == "actual"
