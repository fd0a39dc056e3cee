"""Tables as programs export them: names without blanks, years with letters, units behind numbers."""

from __future__ import annotations

import pytest

from monitoring.spreadsheets.reading import read
from monitoring.spreadsheets.understanding import Reading, understand
from tests.spreadsheets.written_tables import TODAY, said, stored


def _read(text: str, name: str = "x.csv") -> Reading:
    return understand(read(name, text.encode()), today=TODAY)


@pytest.mark.parametrize(
    "head", ["X{}", "y{}", "FY{}", "Jahr{}", "{} (kt CO2e)", "{} [kt CO2e]", "kt_co2e_{}"]
)
def test_years_across_bear_letters_or_units(head: str) -> None:
    years = ";".join(head.format(year) for year in (2018, 2019, 2020))
    reading = _read(
        f"sector;{years}\nhouseholds;12.5;11.5;10.5\ntransport;2.5;3.5;4.5", "emissions_kt_co2e.csv"
    )
    assert (reading.questions, said(reading)) == ((), [])
    assert stored(reading, "emissions_t")[2019, "VER", "all"] == 3_500.0


def test_units_behind_the_numbers_count() -> None:
    reading = _read("Sektor;2018;2020\nHaushalte;12,5 kt;11,5 kt\nVerkehr;10.500 t;9.500 t")
    assert reading.questions == ()
    assert stored(reading, "emissions_t") == {
        (2018, "HH", "all"): 12_500.0,
        (2020, "HH", "all"): 11_500.0,
        (2018, "VER", "all"): 10_500.0,
        (2020, "VER", "all"): 9_500.0,
    }


def test_a_file_name_that_lists_the_columns_says_nothing_about_them() -> None:
    reading = _read("Jahr;Strom [MWh];Verkehr [MWh]\n2018;5,5;8,5\n2020;4,5;7,5", "waerme_strom_verkehr.csv")
    assert set(stored(reading)) == {
        (year, *key) for year in (2018, 2020) for key in (("SUM", "electricity"), ("VER", "all"))
    }


def test_inhabitants_in_every_row_are_read_once() -> None:
    head = "Jahr;Sektor;Energieträger;Energieverbrauch_MWh;CO2e_t;Einwohner"
    reading = _read(f"{head}\n2020;Haushalte;Strom;100,5;40,5;5000\n2020;Haushalte;Erdgas;200,5;50,5;5000")
    assert stored(reading)[2020, "HH", "natural_gas"] == 200.5
    assert stored(reading, "emissions_t")[2020, "HH", "electricity"] == 40.5
    people = [each.values["inhabitants"] for each in reading.drafts if each.kind == "inhabitants"]
    assert people == [5000]


def test_of_scopes_the_total_counts() -> None:
    reading = _read("Jahr;Scope 1 [t];Scope 2 [t];Summe [t]\n2018;100;110;210\n2020;90;99;189")
    assert [(code, value) for code, _, value in said(reading)] == [("derived_left_out", "Scope 1; Scope 2")]
    assert stored(reading, "emissions_t") == {(2018, "SUM", "all"): 210.0, (2020, "SUM", "all"): 189.0}


def test_one_question_about_the_unit_of_all_years() -> None:
    text = "Sector,2010 (MTCO2e),2018 (MTCO2e)\nResidential Energy,12.5,11.5\nTransportation,3.5,4.5"
    assert [each.code for each in _read(text).questions] == ["unit"]


def test_rows_of_several_places_are_not_mixed() -> None:
    reading = _read("Ort;Jahr;Sektor;THG (t)\nAdorf;2018;Haushalte;5,5\nBedorf;2018;Verkehr;6,5")
    assert [(each.code, each.choices) for each in reading.questions] == [("place", ("Adorf", "Bedorf"))]
    assert reading.drafts == ()


def test_rows_of_a_scenario_are_planned_or_asked_about() -> None:
    rows = ["2020;Ist;Gesamt;1000", "2030;Trend;Gesamt;900", "2030;Ambition;Gesamt;500"]
    text = "\n".join(["Jahr;Szenario;Sektor;Emissionen_t", *rows])
    reading = _read(text)
    assert sorted(each.code for each in reading.questions) == ["planned_values", "unknown_label"]
    assert stored(reading, "emissions_t") == {(2020, "SUM", "all"): 1000.0}


def test_the_base_year_is_a_year_of_the_balance() -> None:
    head = "Sektor;Basisjahr 1990 [kt];Ist 2020 [kt];Zielerreichung [%]"
    reading = _read(f"{head}\nHaushalte;100,5;80,5;40\nGesamt;201;179;22")
    assert stored(reading, "emissions_t")[1990, "HH", "all"] == 100_500.0
    assert {code for code, *_ in said(reading)} == {"derived_left_out"}
