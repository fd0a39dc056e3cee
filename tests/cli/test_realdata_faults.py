"""Every real file, with the answers a user would give: what comes of it, and which of its faults are told."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.cli.conftest import Run

DISTRICT = "word:sector:districtbuildings"


@dataclass(frozen=True)
class Case:
    """A file, the answers to everything it asks, and what comes of it."""

    file: str
    answers: dict[str, str] = field(default_factory=dict)
    unit: str | None = None
    records: dict[str, int] = field(default_factory=dict)
    findings: dict[str, list[str]] = field(default_factory=dict)
    """The cells of each code."""


CASES = [
    Case("klimawatch/bonn.csv", {}, "kt", {"balance": 78, "inhabitants": 1}),
    Case(
        "klimawatch/hamburg.csv",
        {"word:sector:phh/ghd": "HH", "planned:hamburg": "as_target"},
        "kt",
        {"balance": 64, "targets": 5, "inhabitants": 1},
    ),
    Case(
        "klimawatch/leipzig.csv",
        {"planned:leipzig": "as_target"},
        "kt",
        {"balance": 51, "targets": 4, "inhabitants": 1},
        {"number_style_assumed": ["D10"]},
    ),
    Case(
        "klimawatch/moers.csv",
        {"word:sector:kommunale flotte": "OTHER"},
        "kt",
        {"balance": 47, "inhabitants": 1},
        {"sector_beside_its_parent": ["D39"], "jump": ["D8"], "number_style_assumed": ["D2"]},
    ),
    Case(
        "klimawatch/muenchen.csv",
        {"word:sector:wärme": "ignore", "word:sector:strom": "ignore"},
        "kt",
        {"balance": 12, "inhabitants": 1},
        {"row_repeated": ["A26"]},
    ),
    Case(
        "klimawatch/paderborn.csv",
        {"planned:paderborn": "as_target"},
        "kt",
        {"balance": 40, "targets": 8, "inhabitants": 1},
        {"total_differs": ["D44"]},
    ),
    Case(
        "localzero/mainz_massnahmen.xlsx",
        {
            "heading_rows:sheet1": "measures",
            "word:status:verzögert / fehlt": "in_progress",
            "word:status:gescheitert": "rejected",
        },
        None,
        {"measures": 55},
        {"reason_missing": ["G50"], "unknown_columns": ["C1"]},
    ),
    Case(
        "localzero/LocalMeasures.csv",
        {"place:localmeasures:city": "Aachen"},
        None,
        {"measures": 61},
        {"unknown_columns": ["E1"]},
    ),
    Case(
        "muenster/Emissionen-1990-2017.ods",
        {
            "word:carrier:wärme": "ignore",
            "planned:tabelle1": "leave_out",
            "unit:tabelle1:ziele laut paris (basierend auf pro-kopf-co2-budget)": "t",
        },
        None,
        {"balance": 29, "inhabitants": 39},
        {
            "text_in_number_cell": ["D15", "D16", "D17", "D18", "K7", "O7", "S7"],
            "in_the_future": ["A22"],
            "negative_value": ["D19"],
            "people_not_whole": ["H15"],
            "cells_without_heading": ["Y2"],
            "derived_left_out": ["F2"],
            "unknown_columns": ["V3"],
        },
    ),
    Case(
        "xhain/02-eev-total-mwh.csv",
        {"word:carrier:heating": "other_conventional"},
        None,
        {"balance": 30},
        {"carried_forward": ["D3"], "jump": ["C6"]},
    ),
    Case(
        "xhain/02-thg-total-tons.csv",
        {"word:carrier:heating": "other_conventional"},
        None,
        {"balance": 30},
        {"carried_forward": ["D3"], "jump": ["C6"]},
    ),
    Case(
        "xhain/02-eev-sector-2021-mwh.csv",
        {DISTRICT: "KE"},
        None,
        {"balance": 4},
        {"derived_left_out": ["C1"]},
    ),
    Case(
        "xhain/02-thg-sector-2021-tons.csv",
        {DISTRICT: "KE"},
        None,
        {"balance": 4},
        {"derived_left_out": ["C1"]},
    ),
    Case(
        "xhain/03-trendscenario-thg-until2050.csv",
        {"planned:03-trendscenario-thg-until2050": "as_target"},
        None,
        {"targets": 33},
    ),
    Case("xhain/03-rest-budget-thg-until-year.csv", findings={"budget_left_out": ["B1"]}),
    Case("xhain/02-heating-mix-2021-summarized.csv", findings={"derived_left_out": ["B1"]}),
    Case("xhain/02-traffic-2022-summarized.csv", findings={"derived_left_out": ["B1"]}),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: Path(case.file).stem)
def test_a_real_file_ends_in_a_sensible_state(run: Run, realdata: Path, case: Case) -> None:
    run("municipality", "add", "ort", "--name", "Ort")
    unit = ["--unit", case.unit] if case.unit else []
    asked = run("import", "ort", realdata / case.file, *unit, "--dry-run", "--json").shape
    assert {each["key"] for each in asked["questions"] if each["default"] is None} == set(case.answers)
    answers = [part for key, value in case.answers.items() for part in ("--answer", f"{key}={value}")]
    taken = run("import", "ort", realdata / case.file, *unit, *answers, "--json")
    assert (taken.code, taken.shape["revision"]) == (0, 1 if case.records else None)
    counted = {kind: number["new"] for kind, number in taken.shape["changes"].items()}
    assert counted == case.records
    cells: dict[str, list[str]] = {}
    for each in taken.shape["findings"]:
        cells.setdefault(each["code"], []).append(each["cell"])
    assert {code: sorted(each) for code, each in cells.items()} == case.findings
    again = run("import", "ort", realdata / case.file, *unit, "--json")
    assert (again.code, again.shape["revision"]) == (0, None)


def test_paderborn_sectors_are_held_against_the_total_of_2009(run: Run, realdata: Path) -> None:
    run("municipality", "add", "paderborn", "--name", "Paderborn")
    file = realdata / "klimawatch" / "paderborn.csv"
    found = run(
        "import", "paderborn", file, "--unit", "kt", "--answer", "planned:paderborn=leave_out", "--json"
    )
    (warning,) = (each for each in found.shape["findings"] if each["code"] == "total_differs")
    assert all(part in warning["message"] for part in ("2009", "1.129.000", "1.230.000"))
    shown = run("show", "paderborn", "--json").shape["emissions"]
    assert next(each["total_t"] for each in shown if each["year"] == 2009) == 1_230_000.0


def test_moers_has_decimal_points_and_a_part_beside_its_whole(run: Run, realdata: Path) -> None:
    run("municipality", "add", "moers", "--name", "Moers")
    file = realdata / "klimawatch" / "moers.csv"
    answer = "word:sector:kommunale flotte=ignore"
    taken = run("import", "moers", file, "--unit", "kt", "--answer", answer, "--json")
    assert [each["code"] for each in taken.shape["findings"]] == ["jump", "number_style_assumed"]
    shown = {each["year"]: each for each in run("show", "moers", "--json").shape["emissions"]}
    assert shown[2011]["total_t"] == 394_865.0
    assert shown[2010]["by_sector"]["HH"] == 131_717.0


@pytest.mark.parametrize("name", ["02-consumption-emissions-tons", "02-modal-split-2018"])
def test_what_is_no_table_of_ours_is_refused_with_a_reason(run: Run, realdata: Path, name: str) -> None:
    found = run("check", realdata / "xhain" / f"{name}.csv", "--json")
    assert found.code == 1
    assert [each["code"] for each in found.shape["findings"]] == ["no_known_sheet"]


def test_the_colours_of_munster_are_its_only_status(run: Run, realdata: Path) -> None:
    run("municipality", "add", "ms", "--name", "Münster")
    given = {
        "heading_rows:muenster_sachstand": "fields_of_action",
        "words:muenster_sachstand:priority": "leave_empty",
        "colour:assessment:#01873b": "completed",
        "colour:assessment:#ffa500": "in_progress",
        "colour:assessment:#ae1b1b": "not_started",
    }
    file = realdata / "klimawatch" / "muenster_sachstand.csv"
    asked = run("import", "ms", file, "--dry-run", "--json").shape["questions"]
    assert {each["key"] for each in asked} == set(given)
    answers = [part for key, value in given.items() for part in ("--answer", f"{key}={value}")]
    taken = run("import", "ms", file, *answers, "--json").shape
    assert {kind: each["new"] for kind, each in taken["changes"].items()} == {
        "measures": 54, "status_reports": 162,
    }  # fmt: skip
    codes = Counter(each["code"] for each in taken["findings"])
    assert codes == {"unknown_columns": 1, "statuses_differ_from_reports": 1, "looks_like_a_person": 1}
    (differing,) = [each for each in taken["findings"] if each["code"] == "statuses_differ_from_reports"]
    assert len(differing["cells"]) == 13
    assert run("show", "ms", "--json").shape["measures"]["total"] == 54
