"""Balances of neighbours in their own languages: sectors, carriers, totals, units and years."""

from __future__ import annotations

import pytest

from monitoring.spreadsheets.reading import read
from monitoring.spreadsheets.understanding import Reading, understand
from tests.spreadsheets.written_tables import TODAY, stored

SECTORS = {"HH": 100.5, "GHD": 90.5, "IND": 200.25, "VER": 300.25, "AGRICULTURE": 10.5, "SUM": 702.0}
LONG = {
    "English": (
        "Year;Sector;Emissions (kt CO2e)",
        "Residential;Commercial;Industrial;Transportation;Agriculture;Total",
    ),
    "French": (
        "Année;Secteur;Émissions de GES (kt éq. CO2)",
        "Résidentiel;Tertiaire;Industrie;Transports;Agriculture;Total",
    ),
    "Dutch": (
        "Jaar;Sector;CO2-uitstoot (kton CO2-eq)",
        "Huishoudens;Diensten;Industrie;Verkeer en vervoer;Landbouw;Totaal",
    ),
    "Swedish": (
        "År;Sektor;Utsläpp (kton CO2-ekv/år)",
        "Hushåll;Tjänster;Industri;Transporter;Jordbruk;Totalt",
    ),
    "Danish": (
        "År;Sektor;Udledning (1.000 ton CO2-ækv.)",
        "Husholdninger;Handel og service;Industri;Transport;Landbrug;I alt",
    ),
    "Italian": (
        "Anno;Settore;Emissioni (kt CO2eq)",
        "Residenziale;Terziario;Industria;Trasporti;Agricoltura;Totale",
    ),
    "Spanish": (
        "Año;Sector;Emisiones (kt CO2 eq)",
        "Residencial;Servicios;Industria;Transporte;Agricultura;Total",
    ),
    "ASCII": (
        "JAHR;SEKTOR;EMISSIONEN_KT_CO2E",
        "Haushalte;GHD;INDUSTRIE;VERKEHR;LANDWIRTSCHAFT;GESAMT",
    ),
}
CARRIERS = {"electricity": 5.5, "natural_gas": 6.5, "district_heat": 7.5, "biomass": 8.5, "petrol": 9.5}
ACROSS = {
    "English": "Year;Electricity;Natural gas;District heating;Wood;Gasoline",
    "French": "Année;Électricité;Gaz naturel;Chauffage urbain;Bois-énergie;Essence",
    "Dutch": "Jaar;Elektriciteit;Aardgas;Stadswarmte;Biomassa;Benzine",
    "Swedish": "År;El;Naturgas;Fjärrvärme;Biobränsle;Bensin",
    "Danish": "År;Elektricitet;Naturgas;Fjernvarme;Biomasse;Benzin",
    "Italian": "Anno;Elettricità;Gas naturale;Teleriscaldamento;Biomassa;Benzina",
    "ASCII": "JAHR;STROM;ERDGAS;FERNWAERME;HOLZ;BENZIN",
}


def _read(name: str, text: str) -> Reading:
    return understand(read(name, text.encode()), today=TODAY)


@pytest.mark.parametrize("language", LONG)
def test_sectors_one_value_a_row(language: str) -> None:
    heading, names = LONG[language]
    rows = [f"2019;{name};{value}" for name, value in zip(names.split(";"), SECTORS.values(), strict=True)]
    reading = _read("x.csv", "\n".join([heading, *rows]))
    assert reading.questions == ()
    expected = {(2019, sector, "all"): value * 1000 for sector, value in SECTORS.items()}
    assert stored(reading, "emissions_t") == pytest.approx(expected)


@pytest.mark.parametrize("language", ACROSS)
def test_carriers_in_columns(language: str) -> None:
    rows = [f"{year};{';'.join(map(str, CARRIERS.values()))}" for year in (2019, 2020)]
    reading = _read("energy_GWh.csv", "\n".join([ACROSS[language], *rows]))
    assert reading.questions == ()
    expected = {
        (year, "SUM", carrier): value * 1000 for year in (2019, 2020) for carrier, value in CARRIERS.items()
    }
    assert stored(reading) == pytest.approx(expected)


def test_american_metric_tons_are_asked_about() -> None:
    text = "Sector;2019;2020\nResidential;1.5;2.5\nTransportation;3.5;4.5\nTotal (MTCO2e);5;7"
    reading = _read("x.csv", text)
    assert reading.drafts == ()
    assert {each.code for each in reading.questions} == {"unit"}
