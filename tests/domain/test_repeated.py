"""Indicators that tell a withheld value of the balance once more are withheld with it."""

from __future__ import annotations

import pytest

from monitoring.domain.balance import Sector
from monitoring.domain.confidentiality.blanking import blanked, is_left_out
from monitoring.domain.confidentiality.withholding import withheld
from monitoring.domain.indicator import Indicator, IndicatorValue
from monitoring.domain.inhabitants import Inhabitants
from monitoring.domain.record import Record
from monitoring.domain.target import TargetNode, TargetQuantity
from tests.domain.balances import ALL, amounts_of, balance
from tests.domain.outside import AMOUNTS, SECTORS

ENERGY, EMISSIONS = amounts_of(AMOUNTS, Sector.IND, ALL)
TRADE, _ = amounts_of(AMOUNTS, Sector.GHD, ALL)


def hidden(unit: str, value: float, *more: Record, year: int = 2020) -> bool:
    """Whether the value of an indicator is left out of a state in which industry is confidential."""
    told = IndicatorValue(indicator="Betriebe", year=year, value=value)
    rows = [*balance(AMOUNTS, SECTORS, [(Sector.IND, ALL)]), Indicator(name="Betriebe", unit=unit), told]
    return is_left_out(told, withheld([[*rows, *more]]))


@pytest.mark.parametrize(
    ("unit", "value"),
    [
        ("MWh", ENERGY),
        ("GWh/a", ENERGY / 1000),
        ("kWh", round(ENERGY, -1) * 1000),
        ("t CO₂e", EMISSIONS),
        ("MWh", TRADE),
    ],
)
def test_a_withheld_value_is_recognised_in_its_unit(unit: str, value: float) -> None:
    assert hidden(unit, value)


def test_a_withheld_value_for_each_inhabitant_is_recognised() -> None:
    people = Inhabitants(year=2020, inhabitants=2_000)
    assert hidden("kWh pro Kopf", ENERGY / 2, people)
    assert not hidden("kWh pro Kopf", ENERGY / 2)


@pytest.mark.parametrize(
    ("unit", "value", "year"),
    [("MWh", ENERGY * 1.01, 2020), ("t CO₂e", ENERGY, 2020), ("Stück", ENERGY, 2020), ("MWh", ENERGY, 2019)],
)
def test_another_value_quantity_unit_or_year_is_told(unit: str, value: float, year: int) -> None:
    assert not hidden(unit, value, year=year)


def test_what_one_state_repeats_is_left_out_of_all() -> None:
    secret = balance(AMOUNTS, SECTORS, [(Sector.IND, ALL)])
    indicator = Indicator(name="Betriebe", unit="MWh", base_year=2020, base_value=ENERGY * 1.2)
    exact, rough = (IndicatorValue(indicator="Betriebe", year=2020, value=ENERGY * by) for by in (1, 1.02))
    found = withheld([[*secret, indicator, exact], [*secret, indicator, rough]])
    assert is_left_out(exact, found)
    assert is_left_out(rough, found)
    assert blanked(indicator, found).base_value is None


def test_the_base_value_of_a_target_for_an_indicator_is_recognised() -> None:
    target = TargetNode(
        name="A", year=2030, quantity=TargetQuantity.INDICATOR, indicator="Betriebe", base_year=2020,
        value=ENERGY / 2, reduction=0.5,
    )  # fmt: skip
    secret = balance(AMOUNTS, SECTORS, [(Sector.IND, ALL)])
    found = withheld([[*secret, Indicator(name="Betriebe", unit="MWh"), target]])
    assert blanked(target, found).reduction is None
