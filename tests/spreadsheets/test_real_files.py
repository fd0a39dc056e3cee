"""Real files as published; skipped, saying so, where they are absent."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from monitoring.domain.finding import blocks_import
from monitoring.domain.target import TargetQuantity
from monitoring.spreadsheets.reading import read
from monitoring.spreadsheets.understanding import Reading, understand

FOLDER = Path(__file__).parents[3] / "shared" / "realdata"
pytestmark = pytest.mark.skipif(not FOLDER.exists(), reason="../shared/realdata is absent")
TODAY = date(2026, 11, 22)
COLOURS_OF_MUNSTER = ("completed", "not_started", "in_progress")


def _understood(name: str, unit: str | None = None, **answers: str) -> Reading:
    path = FOLDER / name
    keyed = {key.replace("__", ":"): answer for key, answer in answers.items()}
    return understand(read(path.name, path.read_bytes()), unit=unit, answers=keyed, today=TODAY)


def _kinds(reading: Reading) -> dict[str, int]:
    return dict(Counter(draft.kind for draft in reading.drafts))


def test_bonn_asks_for_its_unit_and_nothing_else() -> None:
    reading = _understood("klimawatch/bonn.csv")
    assert [each.key for each in reading.questions] == ["unit:bonn:co2"]
    assert reading.sheets[0].records == 79
    assert not reading.findings


def test_bonn_in_kilotonnes() -> None:
    reading = _understood("klimawatch/bonn.csv", unit="kt")
    assert (_kinds(reading), reading.findings, reading.questions) == (
        {"balance": 78, "inhabitants": 1},
        (),
        (),
    )
    people = next(each for each in reading.drafts if each.kind == "inhabitants")
    assert people.values["inhabitants"] == 330_224
    total = next(each for each in reading.drafts if each.values.get("sector") == "SUM")
    assert (total.values["year"], total.values["emissions_t"]) == (1990, 2_892_000.0)


def test_leipzig_offers_its_planned_values_as_targets() -> None:
    reading = _understood("klimawatch/leipzig.csv", unit="kt")
    assert [each.key for each in reading.questions] == ["planned:leipzig"]
    assert _kinds(reading) == {"balance": 51, "inhabitants": 1}
    reading = _understood("klimawatch/leipzig.csv", unit="kt", planned__leipzig="as_target")
    targets = [each.values for each in reading.drafts if each.kind == "targets"]
    assert [(each["year"], each["value"]) for each in targets] == [
        (2020, 2_599_452.0),
        (2030, 2_242_164.0),
        (2040, 1_949_915.0),
        (2050, 0.0),
    ]
    assert {each["quantity"] for each in targets} == {TargetQuantity.EMISSIONS}
    assert not blocks_import(reading.findings)


def test_leipzig_without_its_planned_values() -> None:
    reading = _understood("klimawatch/leipzig.csv", unit="kt", planned__leipzig="leave_out")
    assert _kinds(reading) == {"balance": 51, "inhabitants": 1}
    assert reading.questions == ()


def test_mainz_asks_for_its_own_words() -> None:
    reading = _understood("localzero/mainz_massnahmen.xlsx")
    assert _kinds(reading) == {"measures": 55}
    assert [each.key for each in reading.questions] == [
        "heading_rows:sheet1",
        "word:status:verzögert / fehlt",
        "word:status:gescheitert",
    ]
    assert [(each.code, each.value) for each in reading.findings] == [
        ("unknown_columns", "Ebene; Bewertung Plan")
    ]


def test_mainz_has_fields_of_action_above_its_measures() -> None:
    reading = _understood("localzero/mainz_massnahmen.xlsx", heading_rows__sheet1="fields_of_action")
    measures = {each.values["number"]: each.values for each in reading.drafts}
    assert len(measures) == 52
    assert "2" not in measures
    assert measures["2.1"]["field_of_action"] == "Strom"
    assert {each["parent"] for each in measures.values() if each.get("parent")} == {
        *("4.1", "4.2", "4.3", "4.4"),
        *("5.2", "5.3", "5.4", "5.5", "5.6", "5.7"),
    }


def test_munster_reports_three_times_on_each_of_its_measures() -> None:
    keys = ("#01873b", "#ae1b1b", "#ffa500")
    colours = {f"colour:assessment:{key}": code for key, code in zip(keys, COLOURS_OF_MUNSTER, strict=True)}
    reading = _understood("klimawatch/muenster_sachstand.csv")
    assert [each.key for each in reading.questions] == [
        *(f"colour:assessment:{key}" for key in keys),
        "heading_rows:muenster_sachstand",
        "words:muenster_sachstand:priority",
    ]
    answers = {
        "heading_rows:muenster_sachstand": "fields_of_action",
        "words:muenster_sachstand:priority": "leave_empty",
    }
    reading = _understood("klimawatch/muenster_sachstand.csv", None, **colours, **answers)
    assert (_kinds(reading), reading.questions) == ({"measures": 54, "status_reports": 162}, ())
    first = next(each for each in reading.drafts if each.values["number"] == "Ü1")
    assert first.values["status"] == "completed"
    assert first.values["field_of_action"] == "Übergreifend"
    assert first.values["description"].startswith("Die Klenko war mit 2 Stellen besetzt.")
    reports = [each.values for each in reading.drafts if each.kind == "status_reports"]
    assert [(each["date"].year, each["status"]) for each in reports[:3]] == [
        (2013, "in_progress"),
        (2016, "completed"),
        (2018, "completed"),
    ]


def test_measures_of_several_towns_are_read_for_one() -> None:
    reading = _understood("localzero/LocalMeasures.csv")
    assert [(each.key, len(each.choices)) for each in reading.questions] == [("place:localmeasures:city", 23)]
    reading = _understood("localzero/LocalMeasures.csv", place__localmeasures__city="Kaiserslautern")
    assert _kinds(reading) == {"measures": 6}
    assert reading.questions == ()


def test_munich_lists_a_total_twice() -> None:
    reading = _understood("klimawatch/muenchen.csv", unit="kt")
    assert [(each.code, each.cell) for each in reading.findings] == [("row_repeated", "A26")]


def test_moers_writes_decimal_points() -> None:
    reading = _understood("klimawatch/moers.csv", unit="kt")
    assert reading.drafts[0].values["emissions_t"] == 131_717.0
    assert "number_style_assumed" in [each.code for each in reading.findings]
