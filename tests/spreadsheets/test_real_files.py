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
        "word:status:verzögert / fehlt",
        "word:status:gescheitert",
    ]
    assert [(each.code, each.value) for each in reading.findings] == [
        ("unknown_columns", "Ebene; Bewertung Plan")
    ]


def test_munich_lists_a_total_twice() -> None:
    reading = _understood("klimawatch/muenchen.csv", unit="kt")
    assert [(each.code, each.cell) for each in reading.findings] == [("row_repeated", "A26")]


def test_moers_writes_decimal_points() -> None:
    reading = _understood("klimawatch/moers.csv", unit="kt")
    assert reading.drafts[0].values["emissions_t"] == 131_717.0
    assert "number_style_assumed" in [each.code for each in reading.findings]
