"""Is the energy for each inhabitant within what towns usually use?"""

from __future__ import annotations

from collections.abc import Iterator

from monitoring.domain.balance import Area, EmissionEntry
from monitoring.domain.checks.after_import import AfterImport, Scope
from monitoring.domain.checks.doubt import Doubt
from monitoring.domain.checks.figures import Line
from monitoring.domain.checks.references import Band
from monitoring.domain.inhabitants import Inhabitants
from monitoring.domain.record import Record

ENERGY = "energy_mwh"


def unusual_per_inhabitant(after: AfterImport) -> Iterator[Doubt]:
    """Doubts lines that are out of their band, once for each line with all its years."""
    if not after.is_concerned(EmissionEntry.KIND, Inhabitants.KIND):
        return
    for scope in after.scopes:
        if scope[0] is Area.TERRITORY:
            for subject, band in after.references.energy_per_inhabitant.items():
                yield from _out_of_band(after, scope, subject, band)


def _out_of_band(after: AfterImport, scope: Scope, subject: str, band: Band) -> Iterator[Doubt]:
    line = after.lines(scope, ENERGY).get(subject, {})
    found = [each for each in of_inhabitants(after, line, ENERGY) if not band.holds(each[1])]
    if not found:
        return
    year, each, (record, field) = found[0]
    named = next(known for known in after.lines(scope, ENERGY) if known == subject)
    details = {"subject": named, "year": year, "mwh": each, "low": band.low, "high": band.high}
    others = tuple(entry for year, _, _ in found for entry in line[year].entries)
    yield Doubt(record, field, {**details, "years": [year for year, _, _ in found]}, others)


def of_inhabitants(
    after: AfterImport, line: Line, field: str
) -> Iterator[tuple[int, float, tuple[Record, str]]]:
    """Year, value for each inhabitant, and the record and field to blame: what is new of the two numbers."""
    for year, figure in line.items():
        people = after.inhabitants.get(year)
        if people is None:
            continue
        entry = after.new_entry(figure, field)
        if entry is not None:
            yield year, figure.value / people.inhabitants, (entry, field)
        elif after.is_new(people, "inhabitants"):
            yield year, figure.value / people.inhabitants, (people, "inhabitants")
