"""Confidential values: none follows from what is told, whatever tables and publications there are."""

from __future__ import annotations

from itertools import product

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from monitoring.domain.balance import Area, Carrier, CellState, EmissionEntry, Sector
from monitoring.domain.confidentiality.withholding import Withheld, withheld
from tests.domain.attack import ADDED
from tests.domain.balances import ALL, balance
from tests.domain.outside import AMOUNTS, CARRIERS, EVERYTHING, SECTORS, follows, names, told

GAS = (Sector.IND, Carrier.NATURAL_GAS)


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


def test_the_administration_does_not_betray_the_municipal_facilities() -> None:
    own = balance(AMOUNTS, SECTORS, [(Sector.KE, ALL)])
    office = EmissionEntry(
        area=Area.ADMINISTRATION, year=2020, sector=Sector.SUM, emissions_t=own[3].emissions_t
    )
    hidden = withheld([[*own, office]])
    assert Area.ADMINISTRATION in {cell.area for cell in hidden.cells[2020]}


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
