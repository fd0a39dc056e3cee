"""Real tables with headings on two sides, as published; skipped, saying so, where they are absent."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from monitoring.domain.finding import Severity
from monitoring.spreadsheets.reading import read
from monitoring.spreadsheets.understanding import Reading, understand
from tests.spreadsheets.written_tables import stored

FOLDER = Path(__file__).parents[3] / "shared" / "realdata"
pytestmark = pytest.mark.skipif(not FOLDER.exists(), reason="../shared/realdata is absent")
TODAY = date(2026, 11, 22)


def _understood(name: str, **answers: str) -> Reading:
    path = FOLDER / name
    keyed = {key.replace("__", ":"): answer for key, answer in answers.items()}
    return understand(read(path.name, path.read_bytes()), answers=keyed, today=TODAY)


def test_munster_is_read_by_its_two_rows_of_headings() -> None:
    reading = _understood("muenster/Emissionen-1990-2017.ods")
    assert [each.key for each in reading.questions] == [
        "word:carrier:wärme",
        "unit:tabelle1:ziele laut paris (basierend auf pro-kopf-co2-budget)",
        "planned:tabelle1",
    ]
    values = stored(reading, "emissions_t")
    assert values[1990, "SUM", "all"] == 2_517_000.0
    assert values[2017, "VER", "all"] == 484_000.0
    assert values[2017, "SUM", "electricity"] == 690_000.0
    assert (2006, "VER", "all") not in values
    people = {
        each.values["year"]: each.values["inhabitants"]
        for each in reading.drafts
        if each.kind == "inhabitants"
    }
    assert (people[1990], people[2019]) == (275_150, 310_521)
    notes = [each.cell for each in reading.findings if each.value == "TODO?"]
    assert notes == ["K7", "O7", "S7"]


def test_munsters_planned_values_become_targets() -> None:
    reading = _understood("muenster/Emissionen-1990-2017.ods", planned__tabelle1="as_target")
    targets = {each.values["year"]: each.values for each in reading.drafts if each.kind == "targets"}
    assert targets[2030]["value"] == 1_048_750.0
    assert targets[2030]["name"] == "geplante Ziele"


@pytest.mark.parametrize(
    ("name", "field", "year", "carrier", "value"),
    [
        ("02-eev-total-mwh", "energy_mwh", 2013, "electricity", 847_214.0),
        ("02-thg-total-tons", "emissions_t", 2013, "fuels", 123_831.0),
    ],
)
def test_a_district_of_berlin_asks_for_heating_only(
    name: str, field: str, year: int, carrier: str, value: float
) -> None:
    reading = _understood(f"xhain/{name}.csv")
    assert [each.key for each in reading.questions] == ["word:carrier:heating"]
    assert stored(reading, field)[year, "SUM", carrier] == value


def test_a_table_without_years_takes_the_year_of_its_name() -> None:
    reading = _understood("xhain/02-thg-sector-2021-tons.csv")
    assert [each.key for each in reading.questions] == ["word:sector:districtbuildings"]
    assert stored(reading, "emissions_t") == {
        (2021, "WIRT", "all"): 482_925.0, (2021, "HH", "all"): 472_995.0, (2021, "VER", "all"): 152_948.0,
    }  # fmt: skip


def test_a_trend_is_planned_and_a_budget_no_balance() -> None:
    trend = _understood("xhain/03-trendscenario-thg-until2050.csv")
    assert [each.key for each in trend.questions] == ["planned:03-trendscenario-thg-until2050"]
    budget = _understood("xhain/03-rest-budget-thg-until-year.csv")
    assert (budget.drafts, [each.code for each in budget.findings]) == ((), ["budget_left_out"])


def test_a_national_table_asks_for_the_municipality() -> None:
    reading = _understood("klimatkollen/emissions_per_municipality.csv")
    assert [(each.key, len(each.choices)) for each in reading.questions] == [
        ("place:emissions_per_municipality:kommun", 291)
    ]
    assert reading.drafts == ()


def test_a_british_authority_is_read_from_the_national_table() -> None:
    place = {"place__local_authority_emissions__official-name": "Adur District Council"}
    reading = _understood("uk-la/local_authority_emissions.csv", **place)
    assert [each.key for each in reading.questions] == [
        "word:sector:public sector total",
        "word:sector:waste management total",
    ]
    people = {each.values["year"]: each.values for each in reading.drafts if each.kind == "inhabitants"}
    assert len(people) == 16
    assert (people[2005]["inhabitants"], people[2005]["area_km2"]) == (59_821, 43.6479)
    values = stored(reading, "emissions_t")
    assert values[2005, "IND", "electricity"] == pytest.approx(24_990.009_279_284_8)
    assert values[2005, "HH", "natural_gas"] == pytest.approx(73_233.105_372_6)
    assert Severity.ERROR not in {each.severity for each in reading.findings}
