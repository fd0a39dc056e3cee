"""Tables of targets as towns keep them: per cent against a year, alone or beside the value to reach."""

from __future__ import annotations

from typing import Any

import pytest

from monitoring.domain.target import TargetQuantity
from monitoring.spreadsheets.workbook import Sheet
from tests.spreadsheets.written_tables import Rows, read_tables, said

PLANNED = {"planned:ziele": "as_target"}
REDUCED: Rows = [("Jahr", "Minderung der THG gegenüber 1990"), (2030, "65 %"), (2040, "100 %")]


def _targets(rows: Rows, answers: dict[str, str], name: str = "Ziele") -> list[tuple[Any, ...]]:
    reading = read_tables([Sheet(name, rows)], answers=answers)
    assert (said(reading), reading.questions) == ([], ())
    fields = ("quantity", "year", "value", "reduction", "base_year")
    return [tuple(map(each.values.get, fields)) for each in reading.drafts]


@pytest.mark.parametrize("is_across", [True, False])
def test_per_cent_of_a_plan_are_asked_about_once(is_across: bool) -> None:
    rows: Rows = [*zip(*REDUCED, strict=True)] if is_across else REDUCED
    assert [each.key for each in read_tables([Sheet("Ziele", rows)]).questions] == ["planned:ziele"]
    emissions = TargetQuantity.EMISSIONS
    assert _targets(rows, PLANNED) == [
        (emissions, 2030, None, 0.65, 1990),
        (emissions, 2040, None, 1.0, 1990),
    ]
    assert _targets(rows, {"planned:ziele": "leave_out"}) == []


def test_a_minus_in_front_of_a_reduction_is_the_same() -> None:
    rows: Rows = [("Jahr", "Veränderung der THG zu 1990 [%]"), (2030, -65), (2040, -100)]
    assert [each[3] for each in _targets(rows, PLANNED)] == [0.65, 1.0]


def test_a_rise_is_no_reduction() -> None:
    rows: Rows = [("Jahr", "Veränderung der THG zu 1990 [%]"), (2030, 5), (2040, -100)]
    reading = read_tables([Sheet("Ziele", rows)], answers=PLANNED)
    assert ([code for code, *_ in said(reading)], reading.drafts) == (["derived_left_out"], ())


def test_value_and_per_cent_beside_each_other_are_one_target() -> None:
    rows: Rows = [
        ("Klimaziele (Basisjahr 1990: 1.000.000 t CO2e)", None, None),
        ("Zieljahr", "Minderung ggü. 1990", "Ziel-Emissionen (t CO2e)"),
        (2030, "65 %", 350_000),
        (2040, "100 %", 0),
    ]
    assert _targets(rows, PLANNED) == [
        (TargetQuantity.EMISSIONS, 2030, 350_000.0, 0.65, 1990),
        (TargetQuantity.EMISSIONS, 2040, 0.0, 1.0, 1990),
    ]


def test_what_is_to_fall_is_asked_where_nothing_says_it() -> None:
    rows: Rows = [("Jahr", "Minderung gegenüber 1990"), (2030, "65 %"), (2040, "100 %")]
    reading = read_tables([Sheet("Ziele", rows)], answers=PLANNED)
    assert [each.key for each in reading.questions] == ["word:target_quantity:minderung gegenüber 1990"]
    answers = {**PLANNED, reading.questions[0].key: "energy"}
    assert [each[0] for each in _targets(rows, answers)] == [TargetQuantity.ENERGY, TargetQuantity.ENERGY]


def test_changes_that_happened_are_no_targets() -> None:
    rows: Rows = [
        ("Jahr", "THG [t]", "Minderung der THG gegenüber 1990"),
        (2019, 90.5, "5 %"),
        (2020, 85.5, "8 %"),
    ]
    reading = read_tables([Sheet("Entwicklung", rows)])
    assert {each.kind for each in reading.drafts} == {"balance"}
    assert [code for code, *_ in said(reading)] == ["total_assumed", "derived_left_out"]


def test_targets_of_two_names_stay_two() -> None:
    rows: Rows = [
        ("Ziel", "Zielgröße", "Basisjahr", "Zieljahr", "Zielwert", "Minderung [%]"),
        ("Gesamt", "THG-Emissionen", 2010, 2030, None, 50),
        ("Stadtverwaltung", "THG-Emissionen", 2019, 2030, 7200, None),
    ]
    found = read_tables([Sheet("Ziele", rows)]).drafts
    told = [[each.values[name] for name in ("name", "base_year", "value", "reduction")] for each in found]
    assert told == [["Gesamt", 2010, None, 0.5], ["Stadtverwaltung", 2019, 7200.0, None]]
