"""Confidential values: none follows from what is told, whatever tables, publications, targets there are."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from monitoring.domain.balance import Area, Carrier, CellState, EmissionEntry, Sector
from monitoring.domain.confidentiality.blanking import blanked
from monitoring.domain.confidentiality.tables import Cell
from monitoring.domain.confidentiality.withholding import Withheld, withheld
from monitoring.domain.record import Record
from monitoring.domain.target import TargetNode, TargetQuantity, node_value
from tests.domain.attack import ADDED, Attack, secrets
from tests.domain.balances import ALL, balance

CARRIERS = (Carrier.ELECTRICITY, Carrier.NATURAL_GAS, Carrier.HEATING_OIL, Carrier.DISTRICT_HEAT)
AMOUNTS = {
    (sector, carrier): 100.0 + 37 * number
    for number, (sector, carrier) in enumerate(product(ADDED, CARRIERS))
}
SECTORS = [(sector, ALL) for sector in (*ADDED, Sector.SUM)]
EVERYTHING = list(product((*ADDED, Sector.SUM), (*CARRIERS, ALL)))
GAS = (Sector.IND, Carrier.NATURAL_GAS)


def told(states: Sequence[Sequence[Record]], hidden: Withheld) -> list[list[Record]]:
    return [[blanked(each, hidden) for each in state] for state in states]


def names(hidden: Withheld, year: int = 2020) -> set[tuple[Sector, Carrier]]:
    return {(cell.sector, cell.carrier) for cell in hidden.cells.get(year, ())}


def follows(
    states: Sequence[Sequence[Record]], seen: Sequence[Sequence[Record]], year: int = 2020
) -> set[str]:
    """Which confidential numbers follow from what is seen, exactly or closer than by a tenth."""
    attack = Attack(seen, year)
    wanted = {p: value for p, value in secrets(states).get(year, {}).items() if p in attack.places}
    exact = wanted.keys() & attack.known()
    return {str(p) for p, value in wanted.items() if p in exact or attack.narrow(p, value)}


def test_a_confidential_sector_alone_follows_from_the_total() -> None:
    """The attack works: without a second cell the value is found."""
    state = balance(AMOUNTS, SECTORS, [(Sector.IND, ALL)])
    industry = frozenset(cell for cell in withheld([state]).cells[2020] if cell.sector is Sector.IND)
    primary = Withheld({2020: industry})
    assert follows([state], told([state], primary))
    assert not follows([state], told([state], withheld([state])))


def test_industry_is_merged_with_trade() -> None:
    assert names(withheld([balance(AMOUNTS, SECTORS, [(Sector.IND, ALL)])])) == {
        (Sector.IND, ALL),
        (Sector.GHD, ALL),
    }


def test_where_no_total_is_reported_nothing_else_is_withheld() -> None:
    state = balance(AMOUNTS, SECTORS[:-1], [(Sector.IND, ALL)])
    assert names(withheld([state])) == {(Sector.IND, ALL)}


def test_nothing_is_withheld_where_nothing_is_confidential() -> None:
    assert not withheld([balance(AMOUNTS, EVERYTHING)])


def test_two_carriers_with_known_factors_do_not_hide_each_other() -> None:
    """Energy and emissions of a sector are two equations: with two carriers missing both would follow."""
    state = balance(AMOUNTS, [GAS, (Sector.IND, Carrier.HEATING_OIL), (Sector.IND, ALL)], [GAS])
    assert (Sector.IND, ALL) in names(withheld([state]))
    whole = balance(AMOUNTS, EVERYTHING, [GAS])
    hidden = withheld([whole])
    assert len({carrier for sector, carrier in names(hidden) if sector is Sector.IND}) >= 3
    assert not follows([whole], told([whole], hidden))


def test_a_sector_of_which_every_carrier_is_confidential_is_so_as_a_whole() -> None:
    """Nobody marked the sum of industry, which no row gives; the total would tell it all the same."""
    by_carrier = [(Sector.IND, each) for each in CARRIERS]
    rest = [place for place in SECTORS if place[0] is not Sector.IND]
    state = balance(AMOUNTS, [*by_carrier, *rest], by_carrier)
    (whole,) = balance(AMOUNTS, [(Sector.IND, ALL)], [(Sector.IND, ALL)])
    hidden = withheld([state])
    assert (Sector.GHD, ALL) in names(hidden)
    assert not follows([[*state, whole]], told([state], hidden))
    lifted = balance(AMOUNTS, [*by_carrier, *rest], by_carrier[1:])
    assert (Sector.GHD, ALL) not in names(withheld([lifted]))


def test_an_earlier_publication_does_not_betray_it() -> None:
    before, after = balance(AMOUNTS, SECTORS), balance(AMOUNTS, SECTORS, [(Sector.IND, ALL)])
    hidden = withheld([before, after])
    assert not follows([before, after], told([before, after], hidden))


def test_publications_with_different_totals_do_not_betray_it() -> None:
    """One reports WIRT and its first part, the other all sectors: together they would tell the second."""
    parents = [(Sector.WIRT, ALL), (Sector.GHD, ALL)]
    first, second = balance(AMOUNTS, parents), balance(AMOUNTS, SECTORS[:-1], [(Sector.IND, ALL)])
    hidden = withheld([first, second])
    assert {(Sector.IND, ALL)} < names(hidden)
    assert not follows([first, second], told([first, second], hidden))


def test_an_earlier_edition_is_withheld_too() -> None:
    rows = balance(AMOUNTS, SECTORS) + balance(AMOUNTS, SECTORS, [(Sector.IND, ALL)], edition=2)
    seen = told([rows], withheld([rows]))
    industry = [each for each in seen[0] if isinstance(each, EmissionEntry) and each.sector is Sector.IND]
    assert [(each.edition, each.energy_mwh) for each in industry] == [(1, None), (2, None)]
    assert not follows([rows], seen)


def test_a_table_that_leaves_the_sector_out_does_not_betray_it() -> None:
    without = [place for place in SECTORS if place[0] is not Sector.IND]
    first, second = balance(AMOUNTS, without), balance(AMOUNTS, SECTORS, [(Sector.IND, ALL)])
    assert len(names(withheld([first, second])) - {(Sector.IND, ALL)}) >= 1


def test_the_base_value_of_a_target_does_not_betray_it() -> None:
    state: list[Record] = [*balance(AMOUNTS, SECTORS[:-1], [(Sector.IND, ALL)])]
    total = sum(each.emissions_t or 0 for each in state if isinstance(each, EmissionEntry))
    state.append(_target(base_value=total))
    hidden = withheld([state])
    assert (Sector.GHD, ALL) in names(hidden)
    assert not follows([state], told([state], hidden))


@pytest.mark.parametrize("numbers", [{"base_value": 90.0}, {"value": 45.0, "reduction": 0.5}])
def test_a_target_of_the_sector_itself_does_not_betray_it(numbers: dict[str, float]) -> None:
    state: list[Record] = [
        *balance(AMOUNTS, SECTORS, [(Sector.IND, ALL)]),
        _target(sector=Sector.IND, **numbers),
    ]
    seen = told([state], withheld([state]))
    (target,) = (each for each in seen[0] if isinstance(each, TargetNode))
    assert target.base_value is None
    assert target.value is None or target.reduction is None
    assert not follows([state], seen)


def test_a_base_value_whose_year_and_sector_stand_in_another_row_does_not_betray_it() -> None:
    """Rows of one version say together what it is about."""
    rows = [
        TargetNode(name="A", year=2030, quantity=TargetQuantity.EMISSIONS, base_value=90.0, value=40.0),
        TargetNode(name="A", year=2035, quantity=TargetQuantity.EMISSIONS, sector=Sector.IND, reduction=0.9),
        TargetNode(name="A", year=2040, quantity=TargetQuantity.EMISSIONS, base_year=2020, value=0.0),
    ]
    state: list[Record] = [*balance(AMOUNTS, SECTORS, [(Sector.IND, ALL)]), *rows]
    first, second, third = (
        each for each in told([state], withheld([state]))[0] if isinstance(each, TargetNode)
    )
    assert (first.base_value, first.value, second.reduction) == (None, 40.0, 0.9)
    assert third == rows[2]


def test_a_reduction_in_one_publication_and_its_value_in_another_do_not_betray_it() -> None:
    marked = balance(AMOUNTS, SECTORS, [(Sector.IND, ALL)])
    relative = _target(sector=Sector.IND, value=None, reduction=0.5)
    absolute = _target(sector=Sector.IND, value=45.0, reduction=0.5)
    states: list[list[Record]] = [[*marked, relative], [*marked, absolute]]
    seen = told(states, withheld(states))
    said = [(each.value, each.reduction) for state in seen for each in state if isinstance(each, TargetNode)]
    assert said == [(None, None), (45.0, None)]
    assert [node_value(each, None) for each in seen[0] if isinstance(each, TargetNode)] == [None]


def _target(**numbers: object) -> TargetNode:
    reached = {"value": 10.0} if "value" not in numbers else {}
    told: dict[str, object] = reached | numbers
    return TargetNode(name="A", year=2030, base_year=2020, quantity=TargetQuantity.EMISSIONS, **told)  # type: ignore[arg-type]


def test_the_administration_does_not_betray_the_municipal_facilities() -> None:
    own = balance(AMOUNTS, SECTORS, [(Sector.KE, ALL)])
    office = EmissionEntry(
        area=Area.ADMINISTRATION, year=2020, sector=Sector.SUM, emissions_t=own[3].emissions_t
    )
    hidden = withheld([[*own, office]])
    assert Area.ADMINISTRATION in {cell.area for cell in hidden.cells[2020]}


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


def test_a_value_of_almost_nothing_hides_nothing() -> None:
    small = AMOUNTS | {(Sector.GHD, carrier): 0.01 for carrier in CARRIERS}
    state = balance(small, SECTORS, [(Sector.IND, ALL)])
    hidden = withheld([state])
    assert not follows([state], told([state], hidden))
    assert any(sector not in (Sector.IND, Sector.GHD) for sector, _ in names(hidden))


def test_many_small_carriers_do_not_tell_their_sum() -> None:
    """None of them is large enough to hide the sum behind it; together they are."""
    carriers = [*Carrier][1:15]
    amounts = {
        (sector, carrier): 90.0 + 7 * number
        for number, (sector, carrier) in enumerate(product(ADDED, carriers))
    }
    state = balance(amounts, [*product((*ADDED, Sector.SUM), (*carriers, ALL))], [(Sector.IND, ALL)])
    assert not follows([state], told([state], withheld([state])))


def test_what_nobody_told_is_not_negative_either() -> None:
    """The split of KE is in no table, and yet so small that it leaves the gas of households hardly open."""
    amounts = dict.fromkeys(AMOUNTS, 1.0) | {(Sector.HH, Carrier.NATURAL_GAS): 10.0}
    split = [*product((Sector.HH, Sector.WIRT, Sector.VER, Sector.SUM), CARRIERS), (Sector.KE, ALL)]
    state = balance(amounts, split, [(Sector.HH, Carrier.NATURAL_GAS)])
    assert not follows([state], told([state], withheld([state])))


def test_agriculture_is_hidden_whether_the_total_contains_it_or_not() -> None:
    state = balance(AMOUNTS, SECTORS)
    farming = EmissionEntry(
        year=2020, sector=Sector.AGRICULTURE, emissions_t=50.0, state=CellState.CONFIDENTIAL
    )
    assert len(withheld([[*state, farming]]).cells[2020]) >= 2


FORMS = st.sampled_from(["whole", "split", "both"])
"""How a sector is given: as a whole, by carriers, or both."""


@st.composite
def listings(draw: st.DrawFn) -> list[tuple[Sector, Carrier]]:
    """The cells of a balance that leaves no sector out: with or without totals, of any detail."""
    business = draw(st.sampled_from(["GHD IND", "WIRT", "WIRT GHD", "WIRT GHD IND"]))
    sectors = ["HH", *business.split(), "KE", "VER", *draw(st.sampled_from([["SUM"], []]))]
    cells = []
    for sector in map(Sector, sectors):
        form = draw(FORMS)
        cells += [(sector, ALL)] if form != "split" else []
        cells += [(sector, each) for each in CARRIERS] if form != "whole" else []
    return cells


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    listed=st.lists(listings(), min_size=1, max_size=3),
    chosen=st.lists(st.integers(0, 999), min_size=1, max_size=4),
    sizes=st.lists(st.integers(1, 5000), min_size=len(AMOUNTS), max_size=len(AMOUNTS)),
)
def test_nothing_confidential_follows_from_any_publications(
    listed: list[list[tuple[Sector, Carrier]]], chosen: list[int], sizes: list[int]
) -> None:
    """The newest publication marks some cells of its own; the earlier ones told everything."""
    amounts = dict(zip(AMOUNTS, map(float, sizes), strict=True))
    newest = [cell for cell in listed[-1] if cell[0] is not Sector.SUM]
    marked = {newest[number % len(newest)] for number in chosen}
    states = [balance(amounts, cells) for cells in listed[:-1]] + [balance(amounts, listed[-1], marked)]
    assert follows(states, told(states, withheld(states))) == set()
