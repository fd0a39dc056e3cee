"""Does a value change more from one year to the next than values usually do?"""

from __future__ import annotations

from collections.abc import Iterator

from monitoring.domain.balance import EmissionEntry
from monitoring.domain.checks.after_import import BALANCE_FIELDS, AfterImport, Scope
from monitoring.domain.checks.doubt import Doubt
from monitoring.domain.checks.figures import Figure, Line, value_of
from monitoring.domain.checks.references import Band


def jump(after: AfterImport) -> Iterator[Doubt]:
    """Doubts values whose ratio to the year before is out of the band of their sector or carrier."""
    if not after.is_concerned(EmissionEntry.KIND):
        return
    for scope in after.scopes:
        for field in BALANCE_FIELDS:
            for subject, band in after.references.ratio.items():
                yield from _jumps(after, scope, field, subject, band)


def _jumps(after: AfterImport, scope: Scope, field: str, subject: str, band: Band) -> Iterator[Doubt]:
    lines = after.lines(scope, field)
    line = lines.get(subject, {})
    named = next((known for known in lines if known == subject), subject)
    for year in years_of_jumps(line, band):
        entry = _to_blame(after, line[year - 1], line[year], field)
        if entry is not None:
            details = {"subject": named, "year": year, "before_year": year - 1, "field": field}
            amounts = {"amount": line[year].value, "before": line[year - 1].value}
            yield Doubt(entry, field, {**details, **amounts})


def _to_blame(after: AfterImport, before: Figure, figure: Figure, field: str) -> EmissionEntry | None:
    """The new value that changed most, else a new one of the year before."""
    earlier = {(each.sector, each.carrier): value_of(each, field) or 0.0 for each in before.entries}
    new = [each for each in figure.entries if after.is_new(each, field)]

    def change(entry: EmissionEntry) -> float:
        return abs((value_of(entry, field) or 0.0) - earlier.get((entry.sector, entry.carrier), 0.0))

    return max(new, key=change, default=None) or after.new_entry(before, field)


def years_of_jumps(line: Line, band: Band) -> Iterator[int]:
    """The years that jump; the way back after a single odd year is no second jump."""
    previous_jump: int | None = None
    for year, figure in line.items():
        before = line.get(year - 1)
        if before is None or not _jumps_from(before, figure, band):
            continue
        earlier = line.get(year - 2)
        if previous_jump == year - 1 and earlier is not None and not _jumps_from(earlier, figure, band):
            continue
        previous_jump = year
        yield year


def _jumps_from(before: Figure, figure: Figure, band: Band) -> bool:
    """Never across a change of method, nor between sums of different parts."""
    if figure.is_break or before.parts != figure.parts or not before.value or not figure.value:
        return False
    return not band.holds(figure.value / before.value)
