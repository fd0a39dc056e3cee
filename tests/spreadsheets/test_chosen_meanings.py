"""What a user says about a sheet, a column or a row overrules what was understood, and only where it can."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from monitoring.spreadsheets.explanation import Line
from monitoring.spreadsheets.meaning_controls import kind_control, line_control
from monitoring.spreadsheets.understanding import Reading, understand
from monitoring.spreadsheets.workbook import Sheet, Value, Workbook
from tests.spreadsheets.written_tables import TODAY

Rows = Sequence[tuple[Value, ...]]
LONG: Rows = [
    ("Jahr", "Sektor", "THG [t]", "Bezug lt. Netz", "Foo"),
    (2020, "Verkehr", 1, 5, 7),
    (2021, "Verkehr", 2, 6, 8),
]
CROSSED: Rows = [
    ("Sektor", "2019", "2020", "Großanlagen"),
    ("Haushalte", 1.5, 2.5, 9),
    ("Verkehr", 0.5, 1.5, 9),
    ("Sonderkunden", 3.5, 4.5, 9),
]


def read(rows: Rows, answers: Mapping[str, str] | None = None, name: str = "Bilanz") -> Reading:
    workbook = Workbook("datei.xlsx", (Sheet(name, [tuple(row) for row in rows]),))
    return understand(workbook, answers=answers or {}, today=TODAY)


def values(reading: Reading, field: str = "energy_mwh") -> dict[tuple[Any, ...], Any]:
    return {
        (each.values["year"], each.values["sector"]): each.values[field]
        for each in reading.drafts
        if each.values.get(field) is not None
    }


def lines(reading: Reading) -> dict[str, Line]:
    understood = reading.sheets[0].understanding
    assert understood is not None
    return {each.label: each for block in understood.blocks for each in (*block.columns, *block.rows)}


def test_an_unknown_column_gets_a_field_and_its_unit() -> None:
    understood = lines(read(LONG))["Foo"]
    assert (understood.left_out, understood.key) == ("unknown", "meaning:bilanz:foo")
    reading = read(LONG, {"meaning:bilanz:foo": "field=energy_mwh;unit=GWh"})
    assert values(reading) == {(2020, "VER"): 7000, (2021, "VER"): 8000}
    line = lines(reading)["Foo"]
    assert line.meaning == (("field", "energy_mwh"), ("unit", "GWh"))
    assert line.reasons == (("field", "answer"), ("unit", "answer"))


def test_a_known_column_can_be_ignored_or_mean_something_else() -> None:
    rows: Rows = [("Jahr", "Sektor", "THG [t]", "Endenergie [MWh]"), (2020, "Verkehr", 5, 7)]
    ignored = read(rows, {"meaning:bilanz:thg [t]": "ignore"})
    assert (values(ignored, "emissions_t"), values(ignored)) == ({}, {(2020, "VER"): 7})
    assert lines(ignored)["THG [t]"].left_out == "ignored"
    swapped = read(rows, {"meaning:bilanz:thg [t]": "field=energy_mwh;unit=MWh"})
    assert values(swapped) == {(2020, "VER"): 5}
    assert lines(swapped)["Endenergie [MWh]"].left_out == "unknown"


def test_moved_columns_and_another_year_keep_their_meaning() -> None:
    answers = {"meaning:bilanz:verbrauch": "field=energy_mwh;unit=MWh"}
    rows: Rows = [("Verbrauch 2031", "Sektor", "Jahr", "THG [t]"), (5, "Verkehr", 2020, 1)]
    assert values(read(rows, answers)) == {(2020, "VER"): 5}


@pytest.mark.parametrize(
    "value", ["field=gibt_es_nicht", "field=energy_mwh;unit=Äpfel", "field=sector;unit=t", "kt", "sector=HH"]
)
def test_what_no_column_can_mean_changes_nothing_and_is_said(value: str) -> None:
    reading = read(LONG, {"meaning:bilanz:foo": value})
    assert reading.drafts == read(LONG).drafts
    assert lines(reading)["Foo"].reasons == (("answer", "not_possible"),)


def test_two_columns_cannot_fill_one_field() -> None:
    given = {"meaning:bilanz:foo": "field=energy_mwh;unit=MWh"}
    given["meaning:bilanz:bezug lt. netz"] = "field=energy_mwh;unit=MWh"
    reading = read(LONG, given)
    assert values(reading) == {(2020, "VER"): 5, (2021, "VER"): 6}
    assert ("answer", "not_possible") in lines(reading)["Foo"].reasons


def test_labels_of_a_table_get_sector_quantity_and_unit() -> None:
    given = {
        "meaning:bilanz:sonderkunden": "sector=IND",
        "meaning:bilanz:*": "quantity=energy;unit=GWh",
        "meaning:bilanz:großanlagen": "ignore",
    }
    reading = read(CROSSED, given)
    assert {key: value for key, value in values(reading).items() if key[0] == 2019} == {
        (2019, "HH"): 1500, (2019, "VER"): 500, (2019, "IND"): 3500
    }  # fmt: skip
    assert reading.questions == ()
    understood = lines(reading)
    assert dict(understood["Sonderkunden"].reasons)["sector"] == "answer"
    assert understood["Großanlagen"].left_out == "ignored"


@pytest.mark.parametrize("value", ["sector=XX", "quantity=energy;unit=kt", "field=energy_mwh", "unit=Äpfel"])
def test_what_no_label_can_mean_changes_nothing_and_is_said(value: str) -> None:
    plain, reading = read(CROSSED), read(CROSSED, {"meaning:bilanz:haushalte": value})
    assert reading.questions == plain.questions
    assert dict(lines(reading)["Haushalte"].reasons)["answer"] == "not_possible"


def test_a_year_can_be_said_to_be_planned() -> None:
    rows: Rows = [("Sektor", "2019", "2020"), ("Summe [MWh]", 1, 2), ("Haushalte [MWh]", 1, 2)]
    reading = read(rows, {"meaning:bilanz:2020": "row_type=planned", "planned:bilanz": "leave_out"})
    assert values(reading) == {(2019, "SUM"): 1, (2019, "HH"): 1}


def test_a_table_of_unknown_labels_is_read_once_its_kind_is_said() -> None:
    rows: Rows = [("Was", "2019", "2020"), ("Sonderkunden", 1, 2), ("Tarifkunden", 3, 4)]
    assert read(rows, name="Werte").sheets[0].kind is None
    given = {
        "kind:werte": "balance",
        "meaning:werte:* / was": "quantity=energy;unit=MWh",
        "meaning:werte:sonderkunden": "sector=IND",
        "meaning:werte:tarifkunden": "sector=HH",
    }
    reading = read(rows, given, name="Werte")
    assert reading.questions == ()
    assert values(reading) == {(2019, "IND"): 1, (2020, "IND"): 2, (2019, "HH"): 3, (2020, "HH"): 4}


def test_a_sheet_that_was_not_understood_gets_its_kind_and_columns() -> None:
    rows: Rows = [("Mein Blatt", None), ("Worum", "Wer"), ("Radweg bauen", "Bauamt"), ("PV", "Hochbau")]
    assert read(rows, name="Liste").sheets[0].kind is None
    chosen = read(rows, {"kind:liste": "measures"}, name="Liste")
    assert (chosen.sheets[0].kind, chosen.sheets[0].header_row) == ("measures", 2)
    assert lines(chosen)["Worum"].left_out == "unknown"
    given = {
        "kind:liste": "measures",
        "meaning:liste:worum": "field=title",
        "meaning:liste:wer": "field=responsible",
    }
    drafts = read(rows, given, name="Liste").drafts
    assert [(each.values["title"], each.values["responsible"]) for each in drafts] == [
        ("Radweg bauen", "Bauamt"), ("PV", "Hochbau")
    ]  # fmt: skip


def test_the_row_of_headings_can_be_named() -> None:
    rows: Rows = [
        ("Nr.", "Titel", "Status"),
        ("Bezeichnung", "Titel", "Umsetzungsstand"),
        ("M1", "Radweg", "laufend"),
    ]
    reading = read(rows, {"header:liste": "2", "kind:liste": "measures"}, name="Liste")
    assert (reading.sheets[0].header_row, len(reading.drafts)) == (2, 1)
    assert read(rows, {"header:liste": "99"}, name="Liste").sheets[0].header_row == 1


def test_the_row_of_headings_of_a_table_can_be_named() -> None:
    rows: Rows = [("Stand", "2001", "2002"), ("Sektor", "2019", "2020"), ("Haushalte [MWh]", 1, 2)]
    assert values(read(rows, {"header:bilanz": "2"})) == {(2019, "HH"): 1, (2020, "HH"): 2}


def test_an_ignored_sheet_is_not_read() -> None:
    reading = read(LONG, {"kind:bilanz": "ignore"})
    assert (reading.drafts, reading.sheets[0].kind) == ((), None)


def test_the_controls_offer_what_stands_first_and_then_what_can_be_meant() -> None:
    reading = read(LONG)
    understood = reading.sheets[0].understanding
    assert understood is not None
    control = line_control(understood, lines(reading)["Foo"], {"meaning:bilanz:foo": "field=energy_mwh"})
    assert control is not None
    assert (control.key, control.current) == ("meaning:bilanz:foo", "field=energy_mwh")
    assert control.choices[:2] == ("understood", "ignore")
    assert "field=energy_mwh;unit=GWh" in control.choices
    assert kind_control("Bilanz", {}).current == "understood"


def test_every_choice_of_a_control_is_possible() -> None:
    for rows, label in ((LONG, "Foo"), (CROSSED, "Sonderkunden")):
        understood = read(rows).sheets[0].understanding
        assert understood is not None
        line = lines(read(rows))[label]
        control = line_control(understood, line, {})
        assert control is not None
        for choice in control.choices:
            said = dict(lines(read(rows, {control.key: choice}))[label].reasons)
            assert said.get("answer") != "not_possible", choice
