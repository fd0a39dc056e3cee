"""Confidential values behind targets: base values, reductions and values to reach do not betray them."""

from __future__ import annotations

import pytest

from monitoring.domain.balance import EmissionEntry, Sector
from monitoring.domain.confidentiality.withholding import withheld
from monitoring.domain.record import Record
from monitoring.domain.target import TargetNode, TargetQuantity, node_value
from tests.domain.balances import ALL, balance
from tests.domain.outside import AMOUNTS, SECTORS, follows, names, told


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
