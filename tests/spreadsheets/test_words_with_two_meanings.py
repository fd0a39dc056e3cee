"""Words of tables that may mean two things: the town and its administration, a year and a month of it."""

from __future__ import annotations

from datetime import date

import pytest

from monitoring.spreadsheets.workbook import Sheet, Value
from tests.spreadsheets.written_tables import Rows, read_tables, said, stored


@pytest.mark.parametrize("title", ["THG-Bilanz der Stadt", "Treibhausgasemissionen Kommune"])
def test_the_balance_of_the_town_is_not_that_of_its_administration(title: str) -> None:
    rows: Rows = [(title, None), ("Jahr", "THG [t CO2e]"), (2019, 1000.5), (2020, 900.5)]
    reading = read_tables([Sheet("Tabelle1", rows)])
    assert [code for code, *_ in said(reading)] == ["total_assumed"]
    assert set(stored(reading, "emissions_t")) == {(2019, "SUM", "all"), (2020, "SUM", "all")}


def test_a_sheet_named_for_the_town_is_asked_about() -> None:
    rows: Rows = [
        ("Energieträger", "2019 [MWh]", "2020 [MWh]"),
        ("Strom", 10.5, 11.5),
        ("Erdgas", 20.5, 21.5),
    ]
    reading = read_tables([Sheet("Stadt", rows)])
    assert ([each.key for each in reading.questions], reading.drafts) == (["word:sector:stadt"], ())
    for answer in ("KE", "SUM"):
        answered = read_tables([Sheet("Stadt", rows)], answers={"word:sector:stadt": answer})
        assert answered.questions == ()
        assert stored(answered)[2020, answer, "natural_gas"] == 21.5


def test_the_administration_among_sectors_needs_no_question() -> None:
    rows: Rows = [("Sektor", "2019 [t CO2e]"), ("Haushalte", 10.5), ("Stadt", 1.5), ("Verkehr", 9.5)]
    reading = read_tables([Sheet("Stadt", rows)])
    assert reading.questions == ()
    assert stored(reading, "emissions_t")[2019, "KE", "all"] == 1.5


def test_the_town_beside_its_district_is_asked_about() -> None:
    rows: Rows = [("Gebiet", "2019 [t CO2e]", "2020 [t CO2e]"), ("Stadt", 10, 9), ("Landkreis", 30, 29)]
    reading = read_tables([Sheet("T", rows)])
    assert [each.key for each in reading.questions] == ["word:sector:stadt", "word:sector:landkreis"]
    assert reading.drafts == ()


@pytest.mark.parametrize(
    "months",
    [
        ("November 2023", "Dezember 2023"),
        ("Q3 2023", "4. Quartal 2023"),
        (date(2023, 11, 1), date(2023, 12, 1)),
    ],
)
def test_a_month_is_not_its_year(months: tuple[Value, ...]) -> None:
    rows: Rows = [("Zeitraum", "Strom [kWh]"), *((month, 1000.5) for month in months)]
    reading = read_tables([Sheet("Rathaus", rows)])
    assert [code for code, *_ in said(reading)] == ["months_left_out"]
    assert (reading.drafts, reading.questions) == ((), ())


def test_people_are_counted_on_a_day_of_the_year() -> None:
    rows: Rows = [
        ("THG [t CO2e]", 2019, 2020),
        ("Verkehr", 10, 9),
        ("Einwohner (31. Dezember)", 5_000, 5_100),
    ]
    reading = read_tables([Sheet("T", rows)])
    people = [each.values["inhabitants"] for each in reading.drafts if each.kind == "inhabitants"]
    assert (people, said(reading)) == ([5_000, 5_100], [])


def test_a_sector_of_which_something_is_cut_off_is_asked_about() -> None:
    rows: Rows = [("Sektor", "2019 [t CO2e]"), ("Haushalte", 10.5), ("Verkehr (ohne Flug)", 9.5)]
    reading = read_tables([Sheet("T", rows)])
    assert [each.key for each in reading.questions] == ["word:sector:verkehr (ohne flug)"]
    whole: Rows = [*rows, ("Verkehr", 11.5)]
    assert [code for code, *_ in said(read_tables([Sheet("T", whole)]))] == ["derived_left_out"]


@pytest.mark.parametrize("answer", [None, "ignore"])
def test_a_total_counts_lines_that_are_left_out_too(answer: str | None) -> None:
    rows: Rows = [
        ("Sektor", "2019 [t CO2e]"), ("Straßenverkehr", 10), ("Schienenverkehr", 2), ("Brauerei", 5),
        ("Summe", 17),
    ]  # fmt: skip
    answers = {"word:sector:straßenverkehr": "VER", "word:sector:schienenverkehr": "VER"}
    if answer:
        answers["word:sector:brauerei"] = answer
    values = stored(read_tables([Sheet("T", rows)], answers=answers), "emissions_t")
    assert values == {(2019, "VER", "all"): 12.0, (2019, "SUM", "all"): 17.0}
