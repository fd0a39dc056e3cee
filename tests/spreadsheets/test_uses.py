"""„Strom, Wärme, Verkehr“ divide a balance by use: never read as sectors or carriers in silence."""

from __future__ import annotations

import pytest

from monitoring.spreadsheets.understanding import Reading
from monitoring.spreadsheets.workbook import Sheet
from tests.spreadsheets.written_tables import Rows, read_tables, said, stored

YEARS = (2019, 2020)
USES = {"Strom": 350.0, "Wärme": 200.0, "Verkehr": 300.0}
CARRIERS = {"Strom": "electricity", "Wärme": "unspecified_heat", "Verkehr": "fuels"}
TOTAL = {(year, "SUM", "all"): 850.0 + year - 2019 for year in YEARS}


def _value(use: str, year: int) -> float:
    return USES[use] + (year - 2019 if use == "Wärme" else 0)


def _across(total: bool = True) -> Rows:
    rows: Rows = [("Anwendung", *YEARS)]
    rows += [(use, *(_value(use, year) for year in YEARS)) for use in USES]
    return [*rows, ("Gesamt", *TOTAL.values())] if total else rows


def _down() -> Rows:
    return [
        ("Jahr", *USES, "Summe"),
        *((year, *map(_value, USES, [year] * 3), TOTAL[year, "SUM", "all"]) for year in YEARS),
    ]


def _long() -> Rows:
    rows: Rows = [("Jahr", "Sektor", "Endenergie [MWh]")]
    for year in YEARS:
        rows += [(year, use, _value(use, year)) for use in USES]
        rows.append((year, "Gesamt", TOTAL[year, "SUM", "all"]))
    return rows


LAYOUTS = {"across": _across(), "down": _down(), "long": _long()}


def _read(rows: Rows, answer: str | None = None) -> Reading:
    answers = {"uses:endenergie mwh": answer} if answer else {}
    return read_tables([Sheet("Endenergie MWh", rows)], answers=answers)


def _methods(reading: Reading) -> set[str | None]:
    return {each.values.get("method") for each in reading.drafts}


@pytest.mark.parametrize("name", LAYOUTS)
def test_until_it_is_answered_only_the_total_is_read(name: str) -> None:
    reading = _read(LAYOUTS[name])
    assert (stored(reading), said(reading)) == (TOTAL, [])
    assert [(each.key, each.choices, each.details["examples"]) for each in reading.questions] == [
        ("uses:endenergie mwh", ("as_carriers", "total_only", "ask_each"), "Strom, Wärme, Verkehr")
    ]


@pytest.mark.parametrize("name", LAYOUTS)
def test_as_carriers_they_add_up_to_the_total_and_the_method_says_so(name: str) -> None:
    reading = _read(LAYOUTS[name], "as_carriers")
    parts = {(year, "SUM", CARRIERS[use]): _value(use, year) for year in YEARS for use in USES}
    assert (stored(reading), said(reading), reading.questions) == ({**TOTAL, **parts}, [], ())
    assert _methods(reading) == {
        None,
        "Strom (Anwendung)",
        "Wärme (nicht getrennt) = Wärme (Anwendung)",
        "Kraftstoffe = Verkehr (Anwendung)",
    }


@pytest.mark.parametrize("name", LAYOUTS)
def test_of_the_total_alone_the_method_names_what_it_is_made_of(name: str) -> None:
    reading = _read(LAYOUTS[name], "total_only")
    assert (stored(reading), said(reading), reading.questions) == (TOTAL, [], ())
    assert _methods(reading) == {"Gesamt = Strom + Wärme + Verkehr (Anwendungen)"}


def test_without_a_total_they_can_be_left_out() -> None:
    (question,) = _read(_across(total=False)).questions
    assert question.choices == ("as_carriers", "leave_out", "ask_each")
    assert _read(_across(total=False), "leave_out").drafts == ()


def test_asked_one_by_one_heat_may_be_a_carrier() -> None:
    reading = _read(_across(), "ask_each")
    assert [(each.key, "district_heat" in each.choices) for each in reading.questions] == [
        ("word:carrier:wärme", True)
    ]
    answered = read_tables(
        [Sheet("Endenergie MWh", _across())],
        answers={"uses:endenergie mwh": "ask_each", "word:carrier:wärme": "district_heat"},
    )
    assert stored(answered)[2020, "SUM", "district_heat"] == 201
    assert stored(answered)[2020, "VER", "all"] == 300


def test_uses_of_each_sector_keep_their_sector() -> None:
    rows: Rows = [
        ("Sektor", "Anwendung", "Endenergie 2019"),
        ("Haushalte", "Strom", 10),
        (None, "Wärme", 20),
        ("Verkehr", "Strom", 5),
        (None, "Kraftstoffe", 25),
    ]
    assert stored(_read(rows, "as_carriers")) == {
        (2019, "HH", "electricity"): 10,
        (2019, "HH", "unspecified_heat"): 20,
        (2019, "VER", "electricity"): 5,
        (2019, "VER", "fuels"): 25,
    }


def test_heat_among_other_carriers_is_a_question_about_a_carrier() -> None:
    rows: Rows = [("Energieträger", *YEARS), ("Strom", 10, 9), ("Erdgas", 30, 29), ("Wärme", 20, 19)]
    assert [each.key for each in _read(rows).questions] == ["word:carrier:wärme"]
