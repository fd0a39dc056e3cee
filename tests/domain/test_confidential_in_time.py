"""Confidential values over time: what was once withheld is not told later beside something else."""

from __future__ import annotations

from itertools import product

from monitoring.domain.balance import Area, Sector
from monitoring.domain.confidentiality.tables import Cell
from monitoring.domain.confidentiality.withholding import withheld
from tests.domain.balances import ALL, balance
from tests.domain.outside import AMOUNTS, CARRIERS, SECTORS, follows, names, told


def test_what_is_no_longer_confidential_is_told_again() -> None:
    marked, lifted = balance(AMOUNTS, SECTORS, [(Sector.IND, ALL)]), balance(AMOUNTS, SECTORS)
    assert not withheld([marked, lifted])


def test_what_a_withdrawn_publication_told_does_not_betray_it() -> None:
    """It withheld trade; whoever kept it must not be told trade by the next one, which would take others."""
    split = [*product((Sector.HH,), CARRIERS), *SECTORS[1:]]
    states = [balance(AMOUNTS, cells, [(Sector.VER, ALL)]) for cells in (split, SECTORS)]
    kept, alone = told(states[:1], withheld(states[:1])), told(states[1:], withheld(states[1:]))
    assert follows(states, kept + alone)
    assert not follows(states, kept + told(states[1:], withheld(states, withdrawn=[0])))


def test_what_only_a_withdrawn_publication_calls_confidential_is_told() -> None:
    marked, lifted = balance(AMOUNTS, SECTORS, [(Sector.IND, ALL)]), balance(AMOUNTS, SECTORS)
    assert not withheld([lifted, marked], withdrawn=[1])


def test_what_is_marked_and_not_yet_published_is_withheld_at_once() -> None:
    public, office = balance(AMOUNTS, SECTORS), balance(AMOUNTS, SECTORS, [(Sector.IND, ALL)])
    assert (Sector.IND, ALL) in names(withheld([public], [office]))


def test_what_was_once_withheld_stays_so_when_more_becomes_confidential() -> None:
    """Else the second cell of yesterday, told today, would tell the confidential value of yesterday."""
    states = [
        balance(AMOUNTS, SECTORS, [(Sector.IND, ALL)]),
        balance(AMOUNTS, SECTORS, [(Sector.IND, ALL), (Sector.VER, ALL)]),
    ]
    assert names(withheld(states)) >= names(withheld(states[:1])) | {(Sector.VER, ALL)}


def test_what_was_withheld_beside_an_earlier_mark_stays_so_beside_a_later_one() -> None:
    """Both wait in the office. Together they hide each other, but yesterday there was only the first."""
    public = balance(AMOUNTS, SECTORS)
    first = [balance(AMOUNTS, SECTORS, [(Sector.IND, ALL)])]
    both = [balance(AMOUNTS, SECTORS, [(Sector.IND, ALL), (Sector.VER, ALL)])]
    cells = [Cell(Area.TERRITORY, sector, ALL) for sector in (Sector.IND, Sector.VER)]
    since = {(2020, cell): number for number, cell in enumerate(cells, 5)}
    yesterday, today = told([public], withheld([public], first)), withheld([public], both, (), since)
    assert names(today) == names(withheld([public], first)) | {(Sector.VER, ALL)}
    assert "IND" in str(follows(both, yesterday + told([public], withheld([public], both))))
    assert "IND" not in str(follows(both, yesterday + told([public], today)))


def test_what_a_new_publication_adds_changes_nothing_of_what_was_withheld_before() -> None:
    """It splits trade by carriers. Trade was withheld as a whole; it must not be told now for another."""
    mark = [(Sector.VER, ALL)]
    public, detailed = [*product((Sector.HH,), CARRIERS), *SECTORS[1:]], product((Sector.GHD,), CARRIERS)
    before = withheld([balance(AMOUNTS, public)], [balance(AMOUNTS, public, mark)])
    newest = balance(AMOUNTS, [*public, *detailed], mark)
    assert (Sector.GHD, ALL) in names(before)
    assert names(before) <= names(withheld([balance(AMOUNTS, public), newest], [newest]))
