"""Withholding: which further values must go, so that no confidential one follows from those that stay."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from monitoring.domain.balance import Carrier
from monitoring.domain.confidentiality.balance_year import BalanceYear
from monitoring.domain.confidentiality.repeated import indicator_bases, repeated, withheld_amounts
from monitoring.domain.confidentiality.tables import (
    Cell,
    Table,
    Version,
    base_cells,
    marks_of,
    tables_of,
    versions_of,
)
from monitoring.domain.record import Key, Record


@dataclass(frozen=True, slots=True)
class Withheld:
    """What nobody outside is told: cells of balances by year, and what else would tell them.

    `bases` are the versions of targets without their base value; `reached` those rows of them that some
    state tells with the value to reach, so that none may tell the reduction beside it. `repeated` are the
    indicators and years of values that are those of a withheld cell.
    """

    cells: Mapping[int, frozenset[Cell]] = field(default_factory=dict)
    bases: frozenset[Version] = frozenset()
    reached: frozenset[Key] = frozenset()
    repeated: frozenset[Key] = frozenset()

    def __bool__(self) -> bool:
        """Whether anything is withheld."""
        return bool(self.cells)


def withheld(
    published: Sequence[Iterable[Record]],
    others: Sequence[Iterable[Record]] = (),
    withdrawn: Collection[int] = (),
    since: Mapping[tuple[int, Cell], int] | None = None,
) -> Withheld:
    """What is withheld in every state alike, as long as any of these states says it is confidential.

    States are looked at in their order and what was withheld once stays so: whoever kept an earlier answer
    can compute nothing with a later one.

    Args:
        published: the records of every publication, oldest first; the newest one that has a cell says
            whether it is confidential.
        others: further states that somebody outside may see, or that will be published; what they mark is
            withheld at once.
        withdrawn: the positions of publications that were withdrawn; somebody may have kept them, and they
            do not say any longer what is confidential.
        since: in which order cells were first marked. What was withheld beside the first of them stays so,
            even if all of them together would hide each other.

    >>> from monitoring.domain.balance import CellState, EmissionEntry, Sector
    >>> rows = [EmissionEntry(year=2020, sector=Sector.HH, emissions_t=40.0),
    ...         EmissionEntry(year=2020, sector=Sector.GHD, emissions_t=20.0),
    ...         EmissionEntry(year=2020, sector=Sector.IND, emissions_t=30.0, state=CellState.CONFIDENTIAL),
    ...         EmissionEntry(year=2020, sector=Sector.SUM, emissions_t=90.0)]
    >>> sorted(cell.sector.value for cell in withheld([rows]).cells[2020])
    ['GHD', 'IND']
    """
    states = [list(state) for state in (*published, *others)]
    marks = [marks_of(state) for state in states]
    tables = [tables_of(state) for state in states]
    found = {}
    for year in sorted({year for each in marks for year, cells in each.items() if any(cells.values())}):
        own = [each.get(year, {}) for each in marks]
        told = [each for position, each in enumerate(own[: len(published)]) if position not in withdrawn]
        secret = _secret(told, own[len(published) :])
        if secret:
            order = {cell: number for (of, cell), number in (since or {}).items() if of == year}
            found[year] = _of_year(own, [each.get(year, []) for each in tables], secret, order)
    if not found:
        return Withheld()
    amounts = withheld_amounts(tables, found)
    again = frozenset(key for state in states for key in repeated(state, amounts))
    return Withheld(found, *_of_targets(states, found, again), again)


def _of_targets(
    states: Iterable[Collection[Record]],
    cells: Mapping[int, Collection[Cell]],
    again: Collection[Key],
) -> tuple[frozenset[Version], frozenset[Key]]:
    """The versions of targets whose base value is withheld, and their rows with a value to reach."""
    versions = [versions_of(state) for state in states]
    bases = {
        version
        for each in versions
        for version, rows in each.items()
        if any(cell in cells.get(year, ()) for year, cell in base_cells(rows))
        or any(each in again for each in indicator_bases(rows))
    }
    rows = [row for each in versions for version in bases & each.keys() for row in each[version]]
    return frozenset(bases), frozenset(row.key for row in rows if row.value is not None)


def _secret(published: Sequence[Mapping[Cell, bool]], others: Sequence[Mapping[Cell, bool]]) -> set[Cell]:
    newest: dict[Cell, bool] = {}
    for marks in published:
        newest |= marks
    marked = {cell for marks in others for cell, is_confidential in marks.items() if is_confidential}
    return marked | {cell for cell, is_confidential in newest.items() if is_confidential}


def _of_year(
    marks: Sequence[Mapping[Cell, bool]],
    tables: Sequence[Sequence[Table]],
    secret: set[Cell],
    order: Mapping[Cell, int],
) -> frozenset[Cell]:
    year = BalanceYear()
    for marked, of_state in zip(marks, tables, strict=True):
        ever = {cell for cell, is_confidential in marked.items() if is_confidential}
        # A mark takes effect before its state is told: on what was told until then.
        for cells in _one_after_another(ever, order):
            year.hidden |= cells
            year.protect(year.hidden & (secret | ever))
        year.read(of_state)
        year.protect(year.hidden & (secret | ever))
    year.hidden |= secret
    year.protect(secret)
    once = {cell for each in marks for cell, is_confidential in each.items() if is_confidential}
    for cell in sorted(once - secret):
        year.release(cell, secret)
    return frozenset(year.hidden)


def _one_after_another(cells: Collection[Cell], order: Mapping[Cell, int]) -> list[set[Cell]]:
    """Cells in the order in which they were marked; a sector as a whole with the last of its carriers."""
    last: dict[Cell, int] = {}
    for cell, number in order.items():
        whole = cell._replace(carrier=Carrier.ALL)
        last[whole] = max(number, last.get(whole, number))
    groups: dict[int, set[Cell]] = {}
    for cell in cells:
        groups.setdefault(order.get(cell, last.get(cell, 0)), set()).add(cell)
    return [groups[number] for number in sorted(groups)]
