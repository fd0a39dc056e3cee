"""What a new edition of a balance year or a new version of a target says otherwise than the one before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from itertools import groupby, pairwise
from typing import TypeVar

from monitoring.domain import totals
from monitoring.domain.balance import EmissionEntry, Sector
from monitoring.domain.changes import Change
from monitoring.domain.correction import Corrected
from monitoring.domain.numbering import counted_key_of, number_of
from monitoring.domain.past import Amendment, Past
from monitoring.domain.record import Key, Record
from monitoring.domain.target import TargetNode

R = TypeVar("R", bound=Record)
OF_A_TARGET = frozenset({"value", "reduction", "base_value", "base_year", "is_neutrality"})
"""What a version of a target promises; decision and validity differ between versions by their nature."""


def recalculated(entries: Iterable[EmissionEntry], past: Past, secret: Set[Key]) -> Iterator[Amendment]:
    """The totals of each balance year that was calculated anew, but of none with confidential values."""
    for before, after in _followed(entries, past):
        if counted_key_of(after[0]) not in secret:
            yield from _amended(_total(before), _total(after), ("emissions_t", "energy_mwh"), after[0], past)


def decided_anew(nodes: Iterable[TargetNode], past: Past) -> Iterator[Amendment]:
    """The years of each target whose later version promises something else for them."""
    for before, after in _followed(nodes, past):
        earlier = {each.year: each for each in before}
        for node in after:
            if node.year in earlier:
                yield from _amended(earlier[node.year], node, OF_A_TARGET, node, past)


def _followed(records: Iterable[R], past: Past) -> Iterator[tuple[list[R], list[R]]]:
    """What is counted together, number by number, where the public saw the earlier one before the later."""
    ordered = sorted(records, key=lambda each: (*map(str, counted_key_of(each)), number_of(each)))
    for _, counted in groupby(ordered, key=counted_key_of):
        numbered = [list(own) for _, own in groupby(counted, key=number_of)]
        for before, after in pairwise(numbered):
            if _first_seen(before, past) < _first_seen(after, past):
                yield before, after


def _first_seen(records: Iterable[Record], past: Past) -> int:
    """The number of the publication in which the first of them began; 0 where none before is looked at."""
    return min((each.number for record in records if (each := past.since(record)) is not None), default=0)


def _total(entries: list[EmissionEntry]) -> EmissionEntry | None:
    """The total of a year as one value; None where none of it is known."""
    first = entries[0]
    emissions, energy = (
        next((each.total for each in totals.year_totals(entries, value, first.area)), None)
        for value in (totals.emissions, totals.energy)
    )
    if emissions is None and energy is None:
        return None
    total = EmissionEntry(year=first.year, sector=Sector.SUM, emissions_t=emissions, energy_mwh=energy)
    return total.model_copy(update={"area": first.area, "basis": first.basis, "edition": first.edition})


def _amended(
    was: Record | None, now: Record | None, names: Iterable[str], of: Record, past: Past
) -> Iterator[Amendment]:
    publication = past.since(of)
    if was is None or now is None or publication is None:
        return
    differing = Change(was.KIND, was, now).differences()
    reason = past.reason(Corrected.number(of), publication)
    yield from (
        Amendment(was, now, name, publication, reason)
        for name, (before, _) in differing.items()
        if name in names and before is not None
    )
