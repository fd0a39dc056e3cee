"""What a table says above itself or only at its total: the year of a report, the unit of a sum."""

from __future__ import annotations

import pytest

from monitoring.spreadsheets.workbook import Sheet
from tests.spreadsheets.written_tables import Rows, read_tables, said, stored

LABELS = ("Haushalte", "Industrie", "Verkehr")


def _read(rows: Rows, **answers: str):  # type: ignore[no-untyped-def]
    return read_tables([Sheet("T", rows)], answers=answers)


@pytest.mark.parametrize("year", [("Bilanzjahr:", 2019), ("Jahr", "2019"), ("Inventory year", 2019)])
def test_the_year_stands_in_a_line_of_its_own(year: tuple[str, int | str]) -> None:
    rows: Rows = [
        ("Kommune:", "Musterstadt", None, None),
        (*year, None, None),
        ("Standard:", "BISKO", None, None),
        (None, None, None, None),
        ("Energieträger", "Private Haushalte", "Verkehr", "Summe"),
        (None, "MWh", "MWh", "MWh"),
        ("Strom", 100.5, 10.5, 111),
        ("Diesel", "-", 400.5, 400.5),
    ]
    reading = _read(rows)
    assert (said(reading), reading.questions) == ([], ())
    values = stored(reading)
    assert values[2019, "HH", "electricity"] == 100.5
    assert values[2019, "SUM", "diesel"] == 400.5
    assert len(values) == 5


@pytest.mark.parametrize("is_across", [True, False])
def test_the_unit_of_the_total_holds_for_its_parts(is_across: bool) -> None:
    lines: Rows = [
        (None, 2018, 2020),
        *((label, at + 1.5, at + 2.5) for at, label in enumerate(LABELS)),
        ("Gesamtemissionen in kt CO2e", 7.5, 10.5),
    ]
    reading = _read(lines if is_across else [*zip(*lines, strict=True)])
    assert [code for code, *_ in said(reading)] == ["unit_by_sums"]
    assert reading.questions == ()
    assert stored(reading, "emissions_t")[2018, "VER", "all"] == 3_500.0


def test_a_total_that_is_no_sum_gives_its_unit_to_nobody() -> None:
    rows: Rows = [(None, 2018, 2020), *((label, 1.5, 2.5) for label in LABELS), ("Summe [kt CO2e]", 99, 98)]
    reading = _read(rows)
    assert [each.code for each in reading.questions] == ["unit"]
    assert set(stored(reading, "emissions_t")) == {(2018, "SUM", "all"), (2020, "SUM", "all")}


def test_unknown_lines_count_in_the_sum() -> None:
    rows: Rows = [(None, 2018, 2020), ("Haushalte", 1.5, 2.5), ("Verkehr", 2.5, 1.5), ("Brauerei", 3.5, 3.5)]
    reading = _read([*rows, ("Summe [kt CO2e]", 7.5, 7.5)])
    assert [each.key for each in reading.questions] == ["word:sector:brauerei"]
    assert stored(reading, "emissions_t")[2018, "HH", "all"] == 1_500.0


def test_sources_can_be_the_labels() -> None:
    rows: Rows = [("Quelle", 2018, 2020), ("Verkehr [t CO2e]", 5.5, 4.5), ("Industrie [t CO2e]", 3.5, 2.5)]
    assert stored(_read(rows), "emissions_t")[2020, "IND", "all"] == 2.5


@pytest.mark.parametrize("place", [("Kommune:", "Adorf"), ("Kommune", "Adorf"), ("Stadt:", "Bedorf")])
def test_the_name_of_a_place_is_no_sector(place: tuple[str, str]) -> None:
    rows: Rows = [(*place, None), (None, None, None), ("Endenergie [MWh]", 2018, 2020), ("Strom", 5.5, 4.5)]
    assert stored(_read([*rows, ("Erdgas", 3.5, 2.5)]))[2018, "SUM", "electricity"] == 5.5


BUILDINGS: Rows = [
    ("Energiebericht kommunale Liegenschaften", None, None),
    ("Gebäude", "Strom 2021 (kWh)", "Strom 2022 (kWh)"),
    ("Rathaus", 120_000, 115_000),
    ("Grundschule", 80_000, 79_000),
    ("Hallenbad", 450_000, 440_000),
    ("Summe", 650_000, 634_000),
]


def test_the_sum_of_things_nobody_knows_is_in_question_with_them() -> None:
    reading = _read(BUILDINGS)
    assert [each.key for each in reading.questions] == ["lines:t"]
    assert reading.questions[0].choices == ("leave_out", "total_only", "ask_each")
    assert reading.drafts == ()
    assert _read(BUILDINGS, **{"lines:t": "leave_out"}).drafts == ()
    total = _read(BUILDINGS, **{"lines:t": "total_only"})
    assert total.questions == ()
    assert stored(total) == {(2021, "KE", "electricity"): 650.0, (2022, "KE", "electricity"): 634.0}


def test_each_of_them_may_be_named() -> None:
    reading = _read(BUILDINGS, **{"lines:t": "ask_each"})
    assert [each.key for each in reading.questions] == [
        "word:carrier:rathaus", "word:carrier:grundschule", "word:carrier:hallenbad",
    ]  # fmt: skip


REPORTED: Rows = [
    ("Treibhausgasbilanz", None, None),
    ("Bereich", 2019, 2020),
    ("Haushalte", 21.4, 20.5),
    ("Verkehr", 19.8, 20.1),
    ("Einwohner", 12_034, 12_100),
    ("t je Einwohner", 3.4, 3.3),
    ("Anteil Verkehr in %", 48, 49),
]


def test_what_is_left_out_is_marked_at_its_labels() -> None:
    (finding,) = _read(REPORTED).findings
    assert (finding.code, finding.cell, finding.details["cells"]) == ("derived_left_out", "A6", ("A6", "A7"))


def test_a_sheet_whose_unit_is_open_is_a_balance_although_its_people_are_known() -> None:
    reading = _read(REPORTED)
    assert [each.code for each in reading.questions] == ["unit"]
    (sheet,) = reading.sheets
    assert (sheet.kind, sheet.records) == ("balance", 6)


def test_the_year_of_a_sheet_explains_nothing_where_columns_have_their_own() -> None:
    (sheet,) = read_tables([Sheet("Bilanz 2023", REPORTED)]).sheets
    around = sheet.understanding.blocks[0].around if sheet.understanding else None
    assert around
    assert dict(around.meaning) == {"quantity": "emissions"}
    assert dict(around.reasons) == {"quantity": "title:A1"}
