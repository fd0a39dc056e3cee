"""Where reported total and sum of sectors differ, the manager decides once what counts; pages show both."""

from __future__ import annotations

from typing import Any

from monitoring.domain.balance import EmissionEntry, Sector
from monitoring.services.importing import Check
from monitoring.services.overview import overview
from tests.services.stage import OWN, Rows, Stage, book

BALANCE: Rows = [
    ["Jahr", "Sektor", "THG-Emissionen [t CO2e]"],
    [2018, "HH", 400],
    [2018, "VER", 600],
    [2018, "Summe", 1000],
    [2020, "HH", 459],
    [2020, "VER", 670],
    [2020, "Summe", 1230],
]
KEY = "total:territory"


def _take(stage: Stage, rows: Rows = BALANCE, **answers: str) -> Check:
    given = {KEY.replace("total", name): value for name, value in answers.items()}
    return stage.take(book({"Bilanz": rows}), answers=given)


def _totals(stage: Stage) -> dict[int, Any]:
    found = overview(stage.visit(), OWN).emissions
    return {each.year: (each.total, each.reported, each.summed) for each in found}


def _asked(found: Check) -> list[tuple[str, str, str | None]]:
    return [(each.code, each.key, each.default) for each in found.questions]


def test_the_reported_total_counts_until_somebody_decides(stage: Stage) -> None:
    found = _take(stage)
    assert _asked(found) == [("total_counts", KEY, "reported")]
    [question] = found.questions
    assert (question.details["years"], question.cells) == ([2020], ("Bilanz!C7",))
    assert (question.details["total"], question.details["parts"]) == (1230.0, 1129.0)
    assert _totals(stage) == {2018: (1000.0, 1000.0, 1000.0), 2020: (1230.0, 1230.0, 1129.0)}


def test_the_sum_counts_where_it_was_chosen_and_both_are_kept(stage: Stage) -> None:
    _take(stage, total="summed")
    assert _totals(stage)[2020] == (1129.0, 1230.0, 1129.0)


def test_the_decision_is_remembered_for_the_next_file(stage: Stage) -> None:
    _take(stage, total="summed")
    again = _take(stage)
    assert again.changes_nothing
    assert [answer for question, answer in again.answered if question.key == KEY] == ["summed"]
    _take(stage, [*BALANCE, [2021, "HH", 400], [2021, "VER", 500], [2021, "Summe", 1000]])
    assert _totals(stage)[2021] == (900.0, 1000.0, 900.0)


def test_a_decision_can_be_changed_with_the_same_file(stage: Stage) -> None:
    _take(stage, total="summed")
    _take(stage, total="reported")
    assert _totals(stage)[2020][0] == 1230.0


def test_each_year_can_be_decided_by_itself(stage: Stage) -> None:
    rows = [*BALANCE, [2021, "HH", 400], [2021, "VER", 500], [2021, "Summe", 1000]]
    found = _take(stage, rows, total="each_year")
    assert [key for _, key, _ in _asked(found)] == [f"{KEY}:2020", f"{KEY}:2021"]
    given = {KEY: "each_year", f"{KEY}:2021": "summed"}
    stage.take(book({"Bilanz": rows}), answers=given)
    assert (_totals(stage)[2020][0], _totals(stage)[2021][0]) == (1230.0, 900.0)


def test_a_file_that_says_what_counts_is_not_asked_about(stage: Stage) -> None:
    rows = [[*BALANCE[0], "Zählt als Gesamtwert"], *[[*row, ""] for row in BALANCE[1:]]]
    rows[-1][3] = "ja"
    assert _asked(_take(stage, rows)) == []


def test_sums_that_agree_are_no_question(stage: Stage) -> None:
    assert _asked(_take(stage, BALANCE[:4])) == []


def test_only_the_marks_change_with_the_decision(stage: Stage) -> None:
    _take(stage)
    _take(stage, total="summed")
    rows = [each for each in overview(stage.visit(), OWN).of(EmissionEntry) if each.year == 2020]
    assert {each.sector: each.is_counted_total for each in rows} == {
        Sector.HH: True,
        Sector.VER: True,
        Sector.SUM: False,
    }


def test_while_a_line_waits_for_an_answer_no_sum_differs(stage: Stage) -> None:
    """The question whether „Sonderkunden“ are part of industry holds both lines back."""
    rows: Rows = [
        ["Bereich", 2020, 2021],
        ["Haushalte [t CO2e]", 400, 390],
        ["Industrie [t CO2e]", 600, 590],
        ["Sonderkunden [t CO2e]", 50, 40],
        ["Summe [t CO2e]", 1050, 1020],
    ]
    answers = {"word:sector:sonderkunden": "IND"}
    found = stage.take(book({"THG": rows}), answers=answers)
    assert [each.code for each in found.questions] == ["lines_of_one"]
    assert [each.code for each in found.findings] == []
    (key,) = [each.key for each in found.questions]
    assert stage.take(book({"THG": rows}), answers={**answers, key: "add_up"}).revision == 1


def test_a_file_about_energy_is_not_asked_which_total_of_emissions_counts(stage: Stage) -> None:
    _take(stage)
    energy: Rows = [["Jahr", "Sektor", "Endenergie [MWh]"], [2020, "HH", 900], [2020, "Summe", 900]]
    assert _asked(_take(stage, energy)) == []


def test_a_value_that_was_missing_is_no_new_edition(stage: Stage) -> None:
    _take(stage)
    energy: Rows = [["Jahr", "Sektor", "Endenergie [MWh]"], [2018, "HH", 900]]
    assert _asked(_take(stage, energy)) == []
    energy[1][2] = 910  # type: ignore[index]
    assert [code for code, *_ in _asked(_take(stage, energy))] == ["edition_balance"]
