"""Parts of a group beside its total: left out where they add up to it, else asked about."""

from __future__ import annotations

from monitoring.spreadsheets.workbook import Sheet
from tests.spreadsheets.written_tables import Rows, read_tables, said, stored

HEAD = ("Hauptsektor", "Untersektor", 2019, 2020)
ROWS: Rows = [
    HEAD,
    ("Gesamt", "Gesamt", 100, 90),
    ("Verkehr", "Gesamt", 60, 55),
    ("Verkehr", "Zweiräder", 20, 15),
    ("Verkehr", "Lastenräder", 40, 40),
    ("Haushalte", "Gesamt", 40, 35),
    ("Haushalte", "Kamine", 10, 10),
    ("Haushalte", "Grillstellen", 30, 25),
]


def _values(rows: Rows) -> dict[tuple[int, str], float]:
    reading = read_tables([Sheet("Emissionen in t", rows)])
    return {(year, sector): value for (year, sector, _), value in stored(reading, "emissions_t").items()}


def test_rows_that_add_up_to_the_total_of_their_group_are_left_out() -> None:
    reading = read_tables([Sheet("Emissionen in t", ROWS)])
    left_out = ("parts_left_out", "B4", "Zweiräder; Lastenräder; Kamine; Grillstellen")
    assert (said(reading), reading.questions) == ([left_out], ())
    assert reading.findings[0].details["count"] == 8
    assert _values(ROWS) == {
        (2019, "SUM"): 100.0, (2020, "SUM"): 90.0, (2019, "VER"): 60.0, (2020, "VER"): 55.0,
        (2019, "HH"): 40.0, (2020, "HH"): 35.0,
    }  # fmt: skip


def test_rows_that_do_not_add_up_are_asked_about() -> None:
    rows = [(*row[:2], 11, 11) if row[1] == "Zweiräder" else row for row in ROWS]
    reading = read_tables([Sheet("Emissionen in t", rows)])
    assert said(reading) == []
    assert {each.key for each in reading.questions} == {
        f"word:sector:{word}" for word in ("zweiräder", "lastenräder", "kamine", "grillstellen")
    }


def test_sectors_are_no_parts_of_the_total_of_all() -> None:
    rows: Rows = [
        ("Sektor", "Einheit", 2019, 2020),
        ("Haushalte", "t", 40, 35),
        ("Zweiräder", "t", 60, 55),
        ("Gesamt", "t", 100, 90),
    ]
    reading = read_tables([Sheet("Emissionen", rows)])
    assert [each.key for each in reading.questions] == ["word:sector:zweiräder"]


def test_carriers_of_a_sector_are_stored_beside_its_total() -> None:
    rows: Rows = [
        ("Jahr", "Haushalte Strom", "Haushalte Kaminholz", "Haushalte Gesamt", "Gesamt"),
        (2019, 30, 10, 40, 40),
        (2020, 25, 10, 35, 35),
    ]
    reading = read_tables([Sheet("Emissionen in t", rows)])
    left_out = ("parts_left_out", "C1", "Haushalte Kaminholz")
    assert (said(reading), reading.questions) == ([left_out], ())
    assert stored(reading, "emissions_t")[2020, "HH", "electricity"] == 25.0
    assert stored(reading, "emissions_t")[2020, "HH", "all"] == 35.0
