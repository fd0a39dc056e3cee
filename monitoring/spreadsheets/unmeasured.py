"""Numbers of which no label says the unit: what they come to by year, so that a question can show it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from monitoring.domain.balance import Carrier, EmissionEntry, Sector
from monitoring.domain.totals import year_totals
from monitoring.spreadsheets.balance_rows import VALUE_FIELDS
from monitoring.spreadsheets.crosstabs.sense import year_of
from monitoring.spreadsheets.headed_columns import headed_columns
from monitoring.spreadsheets.numbers import Number, read_cell
from monitoring.spreadsheets.recognition import Recognised
from monitoring.spreadsheets.remarks import Remarks
from monitoring.spreadsheets.row import HeadedColumn
from monitoring.spreadsheets.vocabulary import code_of

PARTS_NEEDED = 3
"""So many sectors or carriers are taken for the whole balance where no total is listed."""


@dataclass(frozen=True, slots=True)
class Unmeasured:
    """One number as it stands, with what it is about."""

    year: int
    sector: str
    carrier: str
    value: float


def totals_in_question(found: Iterable[Unmeasured]) -> dict[str, object]:
    """What numbers come to by year, as they stand, and whether that is the whole balance.

    >>> rows = [Unmeasured(2020, sector, "all", 5.0) for sector in ("HH", "VER", "SUM")]
    >>> totals_in_question(rows)
    {'totals': {2020: 5.0}, 'is_whole': True}
    """
    numbers = {(each.year, each.sector, each.carrier): each for each in found}
    entries = [
        EmissionEntry(
            year=each.year,
            sector=Sector(each.sector),
            carrier=Carrier(each.carrier),
            emissions_t=each.value,
        )
        for each in numbers.values()
    ]
    totals = {each.year: each.total for each in year_totals(entries) if each.total is not None}
    return {"totals": totals, "is_whole": _is_whole(entries)}


def _is_whole(entries: Iterable[EmissionEntry]) -> bool:
    keys = {(each.sector, each.carrier) for each in entries}
    sectors, carriers = {sector for sector, _ in keys}, {carrier for _, carrier in keys}
    is_reported = (Sector.SUM, Carrier.ALL) in keys
    return is_reported or len(sectors) >= PARTS_NEEDED or len(carriers - {Carrier.ALL}) >= PARTS_NEEDED


def say_totals_of_rows(recognised: Recognised, delimiter: str | None, remarks: Remarks) -> None:
    """Adds to the open questions about units of a sheet read row by row what its numbers come to."""
    name = recognised.sheet.name
    for headed in headed_columns(recognised, delimiter, Remarks({})):
        key = ("unit", name, headed.heading)
        if headed.column.field in VALUE_FIELDS and remarks.is_open(key):
            remarks.add_details(key, totals_in_question(_of_rows(recognised, headed)))


def _of_rows(recognised: Recognised, headed: HeadedColumn) -> Iterator[Unmeasured]:
    columns = {column.field: number for number, column in recognised.columns.items()}
    for row in range(recognised.header_row + 1, recognised.sheet.height + 1):
        said = {field: recognised.sheet.value(row, number) for field, number in columns.items()}
        year = year_of(said.get("year"))
        sector = code_of("sector", str(said.get("sector") or ""))
        number = read_cell(recognised.sheet.cell(row, headed.number), headed.style)
        if year and sector and isinstance(number, Number) and number.value is not None and _is_actual(said):
            carrier = code_of("carrier", str(said.get("carrier") or "")) or Carrier.ALL
            yield Unmeasured(year, sector, carrier, number.value)


def _is_actual(said: Mapping[str, object]) -> bool:
    return code_of("row_type", str(said.get("row_type") or "Ist")) == "actual"
