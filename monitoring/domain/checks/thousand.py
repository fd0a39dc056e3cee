"""Is a value about a thousand times what is usual, or a thousandth: a slip of the unit or of the point?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from statistics import median

from monitoring.domain.balance import Area, EmissionEntry
from monitoring.domain.checks.after_import import BALANCE_FIELDS, AfterImport, Scope
from monitoring.domain.checks.doubt import Doubt
from monitoring.domain.checks.figures import Figure, Numbers
from monitoring.domain.checks.per_inhabitant import of_inhabitants
from monitoring.domain.checks.references import Band
from monitoring.domain.inhabitants import Inhabitants

ABOUT_A_THOUSAND = Band(low=500, high=2000, source="half and double of 1000")


def is_thousandfold(value: float, usual: float) -> bool:
    """Whether a value is about a thousand times the usual one, or a thousandth of it.

    >>> is_thousandfold(1.953, 1810.0), is_thousandfold(500.0, 1810.0)
    (True, False)
    """
    if not value or not usual:
        return False
    ratio = abs(value / usual)
    return ABOUT_A_THOUSAND.holds(ratio) or ABOUT_A_THOUSAND.holds(1 / ratio)


def thousandfold(after: AfterImport) -> Iterator[Doubt]:
    """Doubts values a thousand times those of other years, or far from any value for each inhabitant."""
    yield from _people(after)
    if after.is_concerned(EmissionEntry.KIND, Inhabitants.KIND):
        for scope in after.scopes:
            for field in BALANCE_FIELDS:
                yield from _against_other_years(after, scope, field)
                yield from _against_inhabitants(after, scope, field)


def _against_other_years(after: AfterImport, scope: Scope, field: str) -> Iterator[Doubt]:
    for row, numbers in after.rows(scope, field):
        if not _is_spread(numbers):
            continue
        values = {each.year: value or 0.0 for each, value in zip(row, numbers, strict=True)}
        for entry in row:
            usual = _usual(values, entry.year)
            if is_thousandfold(values[entry.year], usual) and after.is_new(entry, field):
                details = {"year": entry.year, "amount": values[entry.year], "usual": usual}
                yield Doubt(entry, field, {**details, "field": field})


def _is_spread(values: Numbers) -> bool:
    """Whether a slip is possible at all: most rows are done with this glance."""
    sizes = [abs(value) for value in values if value]
    return bool(sizes) and max(sizes) >= ABOUT_A_THOUSAND.low * min(sizes)


def _usual(values: Mapping[int, float], year: int) -> float:
    """The middle of the other years; one wrong value among several does not move it."""
    others = [value for other, value in values.items() if other != year and value]
    return float(median(others)) if others else 0.0


def _against_inhabitants(after: AfterImport, scope: Scope, field: str) -> Iterator[Doubt]:
    """One doubt for each line: a wrong unit is wrong in every year."""
    if scope[0] is not Area.TERRITORY:
        return
    for subject, band in after.references.per_inhabitant(field).items():
        line = after.lines(scope, field).get(subject, {})
        yield from list(_slips(after, line, band, field))[:1]


def _slips(after: AfterImport, line: Mapping[int, Figure], band: Band, field: str) -> Iterator[Doubt]:
    for year, each, new in of_inhabitants(after, line, field):
        people, value = after.inhabitants[year].inhabitants, line[year].value
        if not band.holds(each) and (band.holds(each * 1000) or band.holds(each / 1000)) and band.low:
            usual = people * (band.low * band.high) ** 0.5
            details = {"year": year, "amount": value, "usual": usual, "field": field}
            yield Doubt(new[0], new[1], details, line[year].entries)


def _people(after: AfterImport) -> Iterator[Doubt]:
    for _, each in after.changes(Inhabitants):
        others = [row.inhabitants for year, row in after.inhabitants.items() if year != each.year]
        if others and after.is_new(each, "inhabitants") and is_thousandfold(each.inhabitants, median(others)):
            details = {"year": each.year, "amount": each.inhabitants, "usual": median(others)}
            yield Doubt(each, "inhabitants", details)
