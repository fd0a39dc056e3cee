"""Sectors that a town cuts its own way: merged, split, or listed as „davon“; every choice stays visible."""

from __future__ import annotations

import pytest

from monitoring.spreadsheets.reading import read
from monitoring.spreadsheets.understanding import Reading, understand
from monitoring.spreadsheets.workbook import Sheet
from tests.spreadsheets.written_tables import TODAY, Rows, read_tables, said, stored

ANSWERS = {
    "word:sector:haushalte und kleinverbraucher": "HH",
    "word:sector:strassenverkehr": "VER",
    "word:sector:schienenverkehr": "VER",
    "word:sector:strassenbeleuchtung": "KE",
}
HEAD = ("THG [t]", 2018, 2020)


def _read(*rows: tuple[object, ...], **answers: str) -> Reading:
    return read_tables([Sheet("T", [HEAD, *rows])], answers={**ANSWERS, **answers})  # type: ignore[list-item]


def _methods(reading: Reading) -> set[str | None]:
    return {each.values.get("method") for each in reading.drafts}


def test_a_mapped_label_is_named_in_the_method() -> None:
    reading = _read(("Haushalte und Kleinverbraucher", 5.5, 4.5), ("Verkehr", 3.5, 2.5))
    assert (reading.questions, reading.findings) == ((), ())
    assert _methods(reading) == {"Private Haushalte = Haushalte und Kleinverbraucher", None}


def test_lines_mapped_to_one_sector_are_added_up() -> None:
    reading = _read(("Haushalte", 5.5, 4.5), ("Straßenverkehr", 3.5, 2.5), ("Schienenverkehr", 1.25, 0.5))
    assert reading.questions == ()
    values = stored(reading, "emissions_t")
    assert (values[2018, "VER", "all"], values[2020, "VER", "all"]) == (4.75, 3.0)
    assert "Verkehr = Straßenverkehr + Schienenverkehr" in _methods(reading)


def test_no_part_is_taken_for_the_whole_sector() -> None:
    reading = _read(("Haushalte", 5.5, 4.5), ("Straßenverkehr", 3.5, 2.5), ("Schienenverkehr", "k. A.", 0.5))
    assert [(each.code, each.cell) for each in reading.findings] == [("joined_incomplete", "B3")]
    assert (2018, "VER", "all") not in stored(reading, "emissions_t")


def test_parts_that_add_up_to_a_named_line_are_not_added_to_it() -> None:
    reading = _read(("Verkehr", 4.75, 3.0), ("Straßenverkehr", 3.5, 2.5), ("Schienenverkehr", 1.25, 0.5))
    assert reading.questions == ()
    assert stored(reading, "emissions_t") == {(2018, "VER", "all"): 4.75, (2020, "VER", "all"): 3.0}


@pytest.mark.parametrize(("wish", "value"), [("add_up", 14.5), ("named_only", 10.5)])
def test_whether_a_named_line_holds_the_mapped_one_is_asked(wish: str, value: float) -> None:
    rows = (("Verkehr", 10.5, 9.5), ("Schienenverkehr", 4, 3), ("Gesamt", 20, 19))
    asked = _read(*rows)
    assert [(each.key, each.code) for each in asked.questions] == [("joined:t:verkehr", "lines_of_one")]
    assert (2018, "VER", "all") not in stored(asked, "emissions_t")
    answered = _read(*rows, **{"joined:t:verkehr": wish})
    assert stored(answered, "emissions_t")[2018, "VER", "all"] == value


def test_the_total_of_one_sector_is_not_that_of_the_balance() -> None:
    reading = _read(("Kommunale Gebäude", 4.5, 3.5), ("Straßenbeleuchtung", 1.5, 1.0), ("Summe", 6, 4.5))
    assert stored(reading, "emissions_t") == {(2018, "KE", "all"): 6.0, (2020, "KE", "all"): 4.5}
    carriers = _read(("Verkehr Benzin", 4.5, 3.5), ("Verkehr Diesel", 1.5, 1.0), ("Summe", 6, 4.5))
    assert stored(carriers, "emissions_t")[2018, "VER", "all"] == 6.0


def test_one_value_a_row_is_added_up_alike() -> None:
    text = "jahr;sektor;thg_t\n2018;Straßenverkehr;10,5\n2018;Schienenverkehr;1,5\n2018;Haushalte;5,5\n"
    reading = understand(read("x.csv", text.encode()), answers=ANSWERS, today=TODAY)
    assert (said(reading), reading.questions) == ([], ())
    assert stored(reading, "emissions_t") == {(2018, "VER", "all"): 12.0, (2018, "HH", "all"): 5.5}


def test_trade_with_industry_is_the_economy() -> None:
    reading = _read(("GHD + Industrie", 5.5, 4.5), ("Verkehr", 3.5, 2.5))
    assert set(stored(reading, "emissions_t")) == {
        (year, sector, "all") for year in (2018, 2020) for sector in ("WIRT", "VER")
    }


@pytest.mark.parametrize("is_across", [True, False])
def test_parts_headed_thereof_are_stored_where_it_is_clear_of_what(is_across: bool) -> None:
    lines: Rows = [
        HEAD,
        ("Wirtschaft", 30.5, 29.5),
        ("davon GHD", 10.5, 9.5),
        ("davon Strom", 5.5, 4.5),
        ("GHD", 10.5, 9.5),
        ("davon Kommunale Einrichtungen", 2.5, 1.5),
        ("davon Raumwärme", 1.5, 0.5),
    ]
    rows = lines if is_across else [*zip(*lines, strict=True)]
    reading = read_tables([Sheet("T", rows)])
    assert [(each.code, each.value) for each in reading.findings] == [
        ("value_repeated", "10.5"),
        ("derived_left_out", "davon Raumwärme"),
    ]
    values = stored(reading, "emissions_t")
    assert values[2018, "WIRT", "electricity"] == 5.5
    inside = [each.values["is_included_in"] for each in reading.drafts if "is_included_in" in each.values]
    assert (values[2020, "KE", "all"], inside) == (1.5, ["GHD", "GHD"])
