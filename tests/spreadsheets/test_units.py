"""Units as towns write them, and units inside headings."""

from __future__ import annotations

import pytest

from monitoring.spreadsheets.units import Dimension, unit, unit_in_heading

KNOWN = [
    ("kWh", "energy", 0.001),
    ("MWh", "energy", 1),
    ("GWh/a", "energy", 1000),
    ("TWh", "energy", 1e6),
    ("kg", "emissions", 0.001),
    ("kt CO2", "emissions", 1000),
    ("Mt CO2e", "emissions", 1e6),
    ("Tsd. t", "emissions", 1000),
    ("1.000 t", "emissions", 1000),
    ("Mio. t", "emissions", 1e6),
    ("in tausend Tonnen", "emissions", 1000),
    ("t CO₂-Äq", "emissions", 1),
    ("t CO2-Äquivalente", "emissions", 1),
    ("t CO2eq pro Jahr", "emissions", 1),
    ("t/EW", "emissions_per_capita", 1),
    ("t CO2e/Einwohner", "emissions_per_capita", 1),
    ("t CO2e/(EW·a)", "emissions_per_capita", 1),
    ("t CO2e je Einwohner und Jahr", "emissions_per_capita", 1),
    ("kWh/EW", "energy_per_capita", 0.001),
    ("T€", "money", 1000),
    ("Mio. EUR", "money", 1e6),
    ("%", "share", 0.01),
    ("MWp", "power", 1000),
    ("EW", "count", 1),
]


@pytest.mark.parametrize(("text", "dimension", "factor"), KNOWN, ids=[text for text, _, _ in KNOWN])
def test_known_units(text: str, dimension: str, factor: float) -> None:
    found = unit(text)
    assert found is not None
    assert (found.dimension, found.factor) == (Dimension(dimension), factor)


@pytest.mark.parametrize("text", ["", "CO2", "Haushalte", "a", "kg CO2/kWh", "€/EW", "MWh CO2", "Wert", "km"])
def test_what_is_no_unit_of_ours(text: str) -> None:
    assert unit(text) is None


@pytest.mark.parametrize(
    ("value", "text", "base"), [(1.005, "kt", 1005), (3.6, "TJ", 1000), (3.6, "GJ", 1), (58, "%", 0.58)]
)
def test_conversion_is_exact_to_twelve_digits(value: float, text: str, base: float) -> None:
    found = unit(text)
    assert found is not None
    assert found.to_base(value) == base


def test_per_year_and_carbon_dioxide_alone_are_noted() -> None:
    for text, per_year, only_co2 in [
        ("t CO2/a", True, True),
        ("t CO2e", False, False),
        ("t THG p. a.", True, False),
        ("t", False, False),
    ]:
        found = unit(text)
        assert found is not None
        assert (found.per_year, found.only_co2) == (per_year, only_co2), text


@pytest.mark.parametrize(
    ("heading", "label", "text"),
    [
        ("THG-Emissionen [kt CO2e]", "THG-Emissionen", "kt CO2e"),
        ("THG-Emissionen\n[t CO2e]", "THG-Emissionen", "t CO2e"),
        ("CO2-eq Emissionen (in tausend Tonnen)", "CO2-eq Emissionen", "in tausend Tonnen"),
        ("Endenergie, MWh", "Endenergie", "MWh"),
        ("Industry Total:kt CO2", "Industry Total", "kt CO2"),
        ("Kosten (brutto) in €", "Kosten (brutto)", "€"),
        ("Emissionen (t) gesamt", "Emissionen gesamt", "t"),
        ("heating_mwh", "heating", "mwh"),
        ("THG (t CO2e/(EW·a))", "THG", "t CO2e/(EW·a)"),
        ("Gewerbe, Handel, Dienstleistungen", "Gewerbe, Handel, Dienstleistungen", None),
        ("Ziele (in Prozent seit 1990)", "Ziele (in Prozent seit 1990)", None),
        ("Jahr", "Jahr", None),
        ("", "", None),
    ],
)
def test_units_inside_headings(heading: str, label: str, text: str | None) -> None:
    found_label, found = unit_in_heading(heading)
    assert (found_label, found and found.text) == (label, text)
