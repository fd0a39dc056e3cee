"""Numbers of which no label says the unit: what they come to by year, so that a question can show it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from pydantic import ValidationError

from monitoring.domain.balance import Carrier, EmissionEntry, Sector
from monitoring.domain.totals import year_totals
from monitoring.spreadsheets.balance_rows import VALUE_FIELDS
from monitoring.spreadsheets.headed_columns import headed_columns
from monitoring.spreadsheets.numbers import NumberStyle
from monitoring.spreadsheets.raw_numbers import RawNumber, numbers_of_rows
from monitoring.spreadsheets.recognition import Recognised
from monitoring.spreadsheets.remarks import Remarks

PARTS_NEEDED = 3
"""So many sectors or carriers are taken for the whole balance where no total is listed."""


def totals_in_question(found: Iterable[RawNumber]) -> dict[str, object]:
    """What numbers come to by year, as they stand, and whether that is the whole balance.

    >>> rows = [RawNumber(2020, sector, "all", 5.0) for sector in ("HH", "VER", "SUM")]
    >>> totals_in_question(rows)
    {'totals': {2020: 5.0}, 'is_whole': True}
    """
    numbers = {(each.year, each.sector, each.carrier): each for each in found}
    entries = [entry for each in numbers.values() if (entry := _entry(each))]
    totals = {each.year: each.total for each in year_totals(entries) if each.total is not None}
    return {"totals": totals, "is_whole": _is_whole(entries)}


def totals_by_style(read: Callable[[NumberStyle], Iterable[RawNumber]]) -> dict[str, object]:
    """What numbers come to by year in each style, and whether that is the whole balance."""
    found = {style.value: totals_in_question(read(style)) for style in NumberStyle}
    totals = {style: said["totals"] for style, said in found.items()}
    return {"totals": totals, "is_whole": all(said["is_whole"] for said in found.values())}


def _entry(found: RawNumber) -> EmissionEntry | None:
    """A number as if it were in tonnes; None where no balance can have it, which is found elsewhere."""
    try:
        return EmissionEntry(
            year=found.year,
            sector=Sector(found.sector),
            carrier=Carrier(found.carrier),
            emissions_t=found.value,
        )
    except ValidationError:
        return None


def _is_whole(entries: Iterable[EmissionEntry]) -> bool:
    keys = {(each.sector, each.carrier) for each in entries}
    sectors, carriers = {sector for sector, _ in keys}, {carrier for _, carrier in keys}
    is_reported = (Sector.SUM, Carrier.ALL) in keys
    return is_reported or len(sectors) >= PARTS_NEEDED or len(carriers - {Carrier.ALL}) >= PARTS_NEEDED


def say_totals_of_rows(recognised: Recognised, delimiter: str | None, remarks: Remarks) -> None:
    """Adds to the open questions about units of a sheet read row by row what its numbers come to."""
    name = recognised.sheet.name
    if not any(each.code in ("unit", "number_style") and each.sheet == name for each in remarks.questions):
        return
    for headed in headed_columns(recognised, delimiter, Remarks({})):
        if headed.column.field not in VALUE_FIELDS:
            continue
        read = partial(numbers_of_rows, recognised, headed.number)
        if remarks.is_open(("unit", name, headed.heading)):
            remarks.add_details(("unit", name, headed.heading), totals_in_question(read(headed.style)))
        if headed.unit and remarks.is_open(("number", name, headed.heading)):
            details = {"unit": headed.unit.text, **totals_by_style(read)}
            remarks.add_details(("number", name, headed.heading), details)
