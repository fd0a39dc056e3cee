"""Lists below each other in one sheet, and lists in parts with titles of their own."""

from __future__ import annotations

from monitoring.spreadsheets.workbook import Sheet
from tests.spreadsheets.written_tables import Rows, read_tables, said, stored

MEASURES: Rows = [
    ("Nr.", "Maßnahme", "Status", None),
    ("E1", "Wärmeplan", "in Umsetzung", None),
    ("E2", "Photovoltaik", "umgesetzt", None),
    (None, None, None, None),
]


def _numbers(rows: Rows) -> list[str]:
    return [
        each.values["number"] for each in read_tables([Sheet("M", rows)]).drafts if each.kind == "measures"
    ]


def test_indicators_below_a_list_of_measures_are_read_as_such() -> None:
    rows: Rows = [
        *MEASURES,
        ("Indikator", "Einheit", 2022, 2023),
        ("PV-Leistung", "kWp", 100, 200),
        ("Ladepunkte", "Stück", 5, 9),
    ]
    assert _numbers(rows) == ["E1", "E2"]
    reading = read_tables([Sheet("M", rows)], answers={"indicators:m": "as_indicator"})
    assert (said(reading), reading.questions) == ([], ())
    values = [each for each in reading.drafts if each.kind == "indicator_values"]
    assert [each.values["value"] for each in values] == [100.0, 200.0, 5.0, 9.0]
    assert values[0].origins["value"].cell == "C6"
    assert reading.sheets[0].understanding is not None
    blocks = reading.sheets[0].understanding.blocks
    assert [(each.first_row, each.last_row) for each in blocks] == [(1, 4), (5, 7)]


def test_a_balance_with_a_title_stands_below_a_list() -> None:
    rows: Rows = [
        *MEASURES,
        ("Endenergie [MWh]", None, None, None),
        ("Sektor", 2019, 2020, None),
        ("Haushalte", 10.5, 9.5, None),
        ("Verkehr", 20.5, 19.5, None),
    ]
    reading = read_tables([Sheet("M", rows)])
    assert (said(reading), reading.questions) == ([], ())
    assert _numbers(rows) == ["E1", "E2"]
    balance = read_tables([Sheet("M", rows)])
    assert stored(balance)[2020, "VER", "all"] == 19.5


def test_a_second_list_has_columns_of_its_own() -> None:
    rows: Rows = [
        *MEASURES,
        ("Nr.", "Maßnahme", "Verantwortlich", "Status"),
        ("B1", "Beratung", "Amt 3", "umgesetzt"),
    ]
    found = read_tables([Sheet("M", rows)]).drafts
    assert _numbers(rows) == ["E1", "E2", "B1"]
    assert found[2].values["responsible"] == "Amt 3"


def test_a_gap_between_measures_begins_nothing_new() -> None:
    rows: Rows = [*MEASURES, ("B1", "Indikator für Beratung", "offen", None), ("B2", "Fonds", "offen", None)]
    assert _numbers(rows) == ["E1", "E2", "B1", "B2"]


def test_outlined_titles_of_parts_are_fields_of_action() -> None:
    head = ("Nr.", "Maßnahme", "Status")
    rows: Rows = [
        ("A Energie", None, None), head, ("A1", "Wärmeplan", "umgesetzt"), (None, None, None),
        ("B Mobilität", None, None), head, ("B1", "Radweg", "umgesetzt"),
    ]  # fmt: skip
    reading = read_tables([Sheet("M", rows)])
    assert said(reading) == []
    assert [each.values["field_of_action"] for each in reading.drafts] == ["A Energie", "B Mobilität"]
    assert reading.drafts[1].origins["field_of_action"].cell == "A5"


def test_heat_over_carriers_divides_no_further() -> None:
    rows: Rows = [
        ("Anwendung", "Energieträger", "2019 [GWh]"),
        ("Wärme", "Erdgas", 500.5),
        (None, "Heizöl", 200.5),
        ("Kraftstoffe", "Diesel", 180.5),
    ]
    reading = read_tables([Sheet("E", rows)])
    assert (said(reading), reading.questions) == ([], ())
    assert {key[2]: value for key, value in stored(reading).items()} == {
        "natural_gas": 500_500.0, "heating_oil": 200_500.0, "diesel": 180_500.0,
    }  # fmt: skip


def test_the_subtotal_of_the_carriers_of_a_sector_is_its_total() -> None:
    rows: Rows = [
        ("[MWh]", 2019), ("Haushalte", None), ("Strom", 100), ("Erdgas", 300), ("Zwischensumme", 400),
        ("Industrie", None), ("Strom", 500), ("Erdgas", 700), ("Zwischensumme", 1200), ("Gesamtsumme", 1600),
    ]  # fmt: skip
    reading = read_tables([Sheet("E", rows)])
    assert (said(reading), reading.questions) == ([], ())
    totals = {sector: value for (_, sector, carrier), value in stored(reading).items() if carrier == "all"}
    assert totals == {"HH": 400.0, "IND": 1200.0, "SUM": 1600.0}


def test_the_unit_of_an_indicator_is_asked_for() -> None:
    rows: Rows = [
        ("Jahr", "Leistung (kWp)", "Anlagen (Anzahl)", "Ladepunkte"),
        (2019, 5200, 450, 12),
        (2020, 6100, 520, 18),
    ]
    reading = read_tables([Sheet("Indikatoren", rows)])
    assert [each.key for each in reading.questions] == ["unit:indikatoren:ladepunkte"]
    answered = read_tables([Sheet("Indikatoren", rows)], answers={"unit:indikatoren:ladepunkte": "Anzahl"})
    assert answered.questions == ()
    units = {each.values["name"]: each.values["unit"] for each in answered.drafts if "name" in each.values}
    assert units == {"Leistung": "kWp", "Anlagen": "Anzahl", "Ladepunkte": "Anzahl"}
