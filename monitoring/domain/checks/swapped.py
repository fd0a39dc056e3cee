"""Have two series changed places?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from math import log

from monitoring.domain.balance import EmissionEntry, Sector
from monitoring.domain.checks.after_import import BALANCE_FIELDS, AfterImport, Scope, by_scope
from monitoring.domain.checks.doubt import Doubt
from monitoring.domain.checks.figures import Line, Parted, lines, newest_by_year, parted

CLOSE = log(1.15)
APART = log(1.3)
"""Crosswise the values are close, straight they are apart: both limits as factors."""


def swapped(after: AfterImport) -> Iterator[Doubt]:
    """Doubts two sectors whose new values are each other's stored ones, once for each pair."""
    if not after.is_concerned(EmissionEntry.KIND):
        return
    entries = [known.record for known in after.stored.get(EmissionEntry.KIND, {}).values()]
    stored = by_scope(each for each in entries if isinstance(each, EmissionEntry))
    for scope, rows in stored.items():
        years = parted(newest_by_year(rows))
        for field in BALANCE_FIELDS:
            yield from _in_scope(after, scope, field, years)


def _in_scope(after: AfterImport, scope: Scope, field: str, rows: Mapping[int, Parted]) -> Iterator[Doubt]:
    before, now = lines(rows, field), after.lines(scope, field)
    sectors = [each for each in Sector if each is not Sector.SUM and each in before and each in now]
    for one, other in combinations(sectors, 2):
        years = [
            year
            for year in now[one]
            if year in now[other] and _is_new(after, now[one], now[other], year, field)
            and _change_places(before[one], before[other], now[one], now[other], year)
        ]  # fmt: skip
        if years:
            figures = [line[year] for year in years for line in (now[one], now[other])]
            entry = next(each for each in (after.new_entry(figure, field) for figure in figures) if each)
            details = {"one": one, "other": other, "years": years}
            yield Doubt(entry, field, details, tuple(row for figure in figures for row in figure.entries))


def _is_new(after: AfterImport, one: Line, other: Line, year: int, field: str) -> bool:
    return all(after.new_entry(line[year], field) is not None for line in (one, other))


def _change_places(one: Line, other: Line, new_one: Line, new_other: Line, year: int) -> bool:
    """Whether the values of a year are crosswise those stored for it, or for the latest year before."""
    known = [each for each in one if each in other and each <= year]
    if not known:
        return False
    a, b = one[max(known)].value, other[max(known)].value
    x, y = new_one[year].value, new_other[year].value
    if min(a, b, x, y) <= 0:
        return False
    crosswise = max(abs(log(x / b)), abs(log(y / a)))
    straight = min(abs(log(x / a)), abs(log(y / b)))
    return crosswise <= CLOSE and straight >= APART
