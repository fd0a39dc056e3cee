"""Headings as people write them."""

from __future__ import annotations

import pytest

from monitoring.spreadsheets.formats import format_of
from monitoring.spreadsheets.headings import matched_columns


@pytest.mark.parametrize(
    ("kind", "heading", "field"),
    [
        ("balance", "END-\nENERGIE\u00a0[GWh] *", "energy_mwh"),
        ("balance", "Endenergieverbrauch, MWh", "energy_mwh"),
        ("balance", "THG-Emissionen (t CO₂-Äq.) ¹", "emissions_t"),
        ("balance", "CO2-Emissionen in kt 1)", "emissions_t"),
        ("balance", "category", "sector"),
        ("balance", "Art", "row_type"),
        ("inhabitants", "Fläche [km²]", "area_km2"),
        ("measures", "Nr", "number"),
        ("measures", "Kosten (Text)", "cost_text"),
        ("measures", "Kosten [T€]", "cost_total"),
        ("measures", "Begründung Status", "status_reason"),
        ("assessments", "Wirkung (Text)", "effect_text"),
        ("assessments", "Wirkung", "effect"),
        ("funding", "Programm", "measure_programme"),
        ("funding", "Förderprogramm", "programme"),
    ],
)
def test_a_heading_means_its_column(kind: str, heading: str, field: str) -> None:
    assert matched_columns([heading], format_of(kind))[0].field == field


@pytest.mark.parametrize("heading", ["", "Vogel", "Energieausweis", "*"])
def test_what_is_not_known_means_nothing(heading: str) -> None:
    assert matched_columns([heading], format_of("balance")) == {}
