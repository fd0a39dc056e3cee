"""One measure per sheet: labels with their values beside or below, side by side or stacked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from monitoring.domain.measure import MeasureStatus, Priority
from monitoring.spreadsheets.understanding import Reading, understand
from monitoring.spreadsheets.workbook import Sheet, Value, Workbook

TODAY = date(2026, 11, 22)
Rows = list[list[Value]]


def _sheet(name: str, rows: Rows) -> Sheet:
    width = max(map(len, rows))
    return Sheet(name, [(*row, *[None] * (width - len(row))) for row in rows])


def _understood(sheets: Mapping[str, Rows], answers: Mapping[str, str] | None = None) -> Reading:
    built = tuple(_sheet(name, rows) for name, rows in sheets.items())
    return understand(Workbook("blaetter.xlsx", built), answers=answers or {}, today=TODAY)


def _card(number: str, title: str, status: str = "in Umsetzung") -> Rows:
    return [
        ["Maßnahmensteckbrief"],
        ["Handlungsfeld:", "Mobilität", None, "Maßnahmen-Nr.:", number],
        ["Titel:", title],
        ["Ziel", "Mehr Wege mit dem Rad"],
        ["Beschreibung", "Das Netz wird ausgebaut."],
        [None, "Drei Achsen zuerst."],
        ["Akteure", "Amt 66", None, "Zielgruppe", "Alle, die Rad fahren"],
        ["Priorität", "☒ hoch ☐ mittel ☐ gering"],
        ["Status", status],
        ["THG-Minderung [t/a]", 12.5],
        ["Kosten", "ca. 20.000 € einmalig"],
        ["Kommentar der Steuerungsgruppe", "Zustimmung"],
    ]


FIRST: dict[str, Any] = {
    "number": "M1",
    "title": "Radnetz",
    "field_of_action": "Mobilität",
    "goal": "Mehr Wege mit dem Rad",
    "description": "Das Netz wird ausgebaut.\nDrei Achsen zuerst.",
    "actors": "Amt 66",
    "target_group": "Alle, die Rad fahren",
    "priority": Priority.HIGH,
    "status": MeasureStatus.IN_PROGRESS,
    "savings_t": 12.5,
    "cost_text": "ca. 20.000 € einmalig",
}


def test_each_sheet_is_a_measure() -> None:
    reading = _understood({"M1": _card("M1", "Radnetz"), "M2": _card("M2", "Lastenräder", "umgesetzt")})
    first = reading.drafts[0].values
    assert {name: first.get(name) for name in FIRST} == FIRST
    assert reading.drafts[0].origins["number"].cell == "E2"
    assert [(each.values["number"], each.values["status"]) for each in reading.drafts] == [
        ("M1", MeasureStatus.IN_PROGRESS),
        ("M2", MeasureStatus.COMPLETED),
    ]
    assert [(each.code, each.value) for each in reading.findings if each.code == "unknown_columns"] == [
        ("unknown_columns", "Kommentar der Steuerungsgruppe")
    ]
    assert reading.questions == ()


def test_values_may_stand_below_their_labels() -> None:
    rows: Rows = [
        ["Maßnahmenblatt KS-03 Solaroffensive"],
        ["Handlungsfeld", "Typ", "Priorität"],
        ["Energie", "Konzept", "mittel"],
        ["Ziel"],
        ["Auf allen Schulen Photovoltaik."],
        ["Beschreibung"],
        ["Die Dächer werden geprüft."],
        ["Danach wird ausgeschrieben."],
        ["Zuständigkeit"],
        ["Hochbauamt"],
    ]
    values = _understood({"Blatt 3": rows}).drafts[0].values
    assert (values["number"], values["title"], values["field_of_action"], values["measure_type"]) == (
        *("KS-03", "Solaroffensive"),
        *("Energie", "planning"),
    )
    assert values["description"] == "Die Dächer werden geprüft.\nDanach wird ausgeschrieben."
    assert values["responsible"] == "Hochbauamt"


def test_a_value_ends_where_another_label_begins_further_left() -> None:
    rows: Rows = [
        ["Titel", None, "Bauleitplanung"],
        ["Zeitraum", "Ende", 2026],
        ["Zuständig", None, "Amt 61"],
        ["Ziel", None, "Klimagerecht bauen"],
        ["Status", None, "offen"],
    ]
    values = _understood({"Blatt": rows}).drafts[0].values
    assert (values["period_text"], values["responsible"]) == ("Ende 2026", "Amt 61")


def test_the_name_of_the_sheet_may_be_the_number() -> None:
    rows = [row for row in _card("", "Radnetz") if row[0] != "Handlungsfeld:"]
    assert _understood({"HF1-M2": rows}).drafts[0].values["number"] == "HF1-M2"


def test_measures_stand_side_by_side() -> None:
    rows: Rows = [
        ["Nr.", "1", "2", "3"],
        ["Titel", "Solar", "Rad", "Bus"],
        ["Status", "umgesetzt", "offen", None],
        ["Zuständig", "Amt 60", "Amt 66", "Amt 66"],
    ]
    reading = _understood({"Tabelle1": rows})
    assert [
        (each.values["number"], each.values["title"], each.values.get("status")) for each in reading.drafts
    ] == [
        ("1", "Solar", MeasureStatus.COMPLETED),
        ("2", "Rad", MeasureStatus.NOT_STARTED),
        ("3", "Bus", None),
    ]


def test_measures_stand_one_below_the_other() -> None:
    rows = [*_card("M1", "Radnetz")[1:], [], *_card("M2", "Lastenräder")[1:]]
    reading = _understood({"Alle": rows})
    assert [each.values["number"] for each in reading.drafts] == ["M1", "M2"]


def test_an_overview_beside_the_cards_doubles_nothing() -> None:
    overview: Rows = [
        ["Nr.", "Titel", "Status", "Beginn"],
        ["M1", "Radnetz", "umgesetzt", 2024],
        ["M2", "Lastenräder", "in Umsetzung", None],
        ["M3", "Busse", "offen", None],
    ]
    sheets = {"Übersicht": overview, "M1": _card("M1", "Radnetz"), "M2": _card("M2", "Lastenräder")}
    reading = _understood(sheets)
    measures = {each.values["number"]: each.values for each in reading.drafts}
    assert list(measures) == ["M1", "M2", "M3"]
    assert measures["M1"]["status"] == MeasureStatus.COMPLETED
    assert measures["M1"]["goal"] == "Mehr Wege mit dem Rad"
    assert measures["M1"]["start"] == date(2024, 1, 1)
    told = [
        (each.sheet, each.cell, each.details["other_cell"])
        for each in reading.findings
        if each.code == "told_differently"
    ]
    assert told == [("M1", "B9", "C2")]


def test_the_unit_of_a_bare_number_is_asked_once_for_all_cards() -> None:
    bare: Rows = [["CO2-Einsparung", 12]]
    cards = {name: _card(name, f"Titel {name}")[:-3] + bare for name in ("M1", "M2")}
    reading = _understood(cards)
    assert [each.key for each in reading.questions] == ["unit:cards:co2-einsparung"]
    told = _understood(cards, {"unit:cards:co2-einsparung": "kt"})
    assert [each.values["savings_t"] for each in told.drafts] == [12_000.0, 12_000.0]


def test_a_list_that_repeats_a_known_word_in_every_row_is_no_card() -> None:
    rows: Rows = [["Programm", "Nr.", "Größe", "Jahr", "Geplant", "Einheit", "Zeitbezug"]]
    sizes = [("THG-Einsparung", "t")] * 14 + [("Endenergieeinsparung", "MWh")] * 4 + [("Sonstiges", "Stück")]
    rows += [["KSK 2023", f"M{at}", size, 2026, at, unit, None] for at, (size, unit) in enumerate(sizes, 1)]
    reading = _understood({"Wirkungen": rows})
    assert (reading.sheets[0].kind, len(reading.drafts)) == ("effects", 19)


def test_a_label_is_told_with_its_own_cell() -> None:
    reading = _understood({"Blatt": _card("M7", "Radwege ausbauen")})
    understanding = reading.sheets[0].understanding
    assert understanding
    told = {line.label: dict(line.reasons)["field"] for line in understanding.blocks[0].rows}
    assert (told["Titel"], told["Maßnahmen-Nr."], told["Zielgruppe"]) == ("label:A3", "label:D2", "label:D7")


def test_a_number_from_the_name_of_the_sheet_has_no_label() -> None:
    reading = _understood({"M7": [["Titel", "Radweg"], *_card("", "")[3:]]})
    understanding = reading.sheets[0].understanding
    assert understanding
    assert reading.drafts[0].values["number"] == "M7"
    assert "Nr." not in {line.label for line in understanding.blocks[0].rows}
