"""Habits of towns in lists of measures that must not be read wrong in silence."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

import pytest

from monitoring.spreadsheets.understanding import Reading, understand
from monitoring.spreadsheets.workbook import Sheet, Value, Workbook

TODAY = date(2026, 11, 22)
Rows = list[list[Value]]


def _understood(
    rows: Rows, answers: Mapping[str, str] | None = None, fills: Mapping[tuple[int, int], str] | None = None
) -> Reading:
    width = max(map(len, rows))
    padded = [(*row, *[None] * (width - len(row))) for row in rows]
    sheet = Sheet("Liste", padded, fills=fills or {})
    return understand(Workbook("liste.xlsx", (sheet,)), answers=answers or {}, today=TODAY)


def _codes(reading: Reading) -> list[tuple[str, str | None]]:
    return [(each.code, each.cell) for each in reading.findings]


def test_a_schedule_of_coloured_years_is_named() -> None:
    rows: Rows = [["Nr.", "Titel", "Amt", 2024, 2025], ["1", "Solar", "60"], ["2", "Rad", "66"]]
    reading = _understood(rows, fills={(2, 4): "#00B0F0", (2, 5): "#00B0F0"})
    assert _codes(reading) == [("coloured_years", "D1")]
    assert "start" not in reading.drafts[0].values


def test_numbers_that_became_dates_are_refused() -> None:
    rows: Rows = [["Nr.", "Titel", "Amt"], [datetime(2024, 1, 2), "Solar", "60"]]
    assert _codes(_understood(rows)) == [("number_is_date", "A2")]


def test_numbers_without_a_heading_are_read_and_named() -> None:
    rows: Rows = [[None, "Titel", "Amt", "Status"], ["K1", "Solar", "60", None], ["K2", "Rad", "66", None]]
    reading = _understood(rows)
    assert [each.values["number"] for each in reading.drafts] == ["K1", "K2"]
    assert _codes(reading) == [("number_column_assumed", "A2")]


def test_headings_that_stand_again_are_no_measure_and_titles_of_parts_no_field() -> None:
    rows: Rows = [
        ["Laufende Maßnahmen"],
        ["Nr.", "Titel", "Status"],
        ["1", "Solar", "in Umsetzung"],
        ["Abgeschlossene Maßnahmen"],
        ["Nr.", "Titel", "Status"],
        ["2", "LED", "umgesetzt"],
    ]
    reading = _understood(rows)
    assert [each.values["number"] for each in reading.drafts] == ["1", "2"]
    assert "field_of_action" not in reading.drafts[1].values
    assert _codes(reading) == [("part_title_left_out", "A1"), ("part_title_left_out", "A4")]


@pytest.mark.parametrize("word", ["Summe:", "Gesamt"])
def test_a_sum_goes_on_with_no_measure(word: str) -> None:
    rows: Rows = [["Programm", "Nr.", "Titel", "Kosten [€]"], ["A", "1", "Solar", 5], [word, None, None, 5]]
    reading = _understood(rows)
    assert [each.values["programme"] for each in reading.drafts] == ["A"]
    assert _codes(reading) == [("row_left_out", "A3")]


def test_many_unknown_words_are_one_question() -> None:
    words = ["halb", "fast", "kaum", "gar", "super", "wow", "na ja"]
    rows: Rows = [["Nr.", "Titel", "Status"]]
    rows += [[str(at), f"T{at}", word] for at, word in enumerate(words, 1)]
    reading = _understood(rows)
    assert [(each.key, each.details["count"]) for each in reading.questions] == [("words:liste:status", 7)]
    each_word = _understood(rows, {"words:liste:status": "ask_each"})
    assert len(each_word.questions) == 7


def test_other_money_stays_text() -> None:
    rows: Rows = [["Nr.", "Massnahme", "Kosten (CHF)"], ["1", "Solar", 120_000]]
    values = _understood(rows).drafts[0].values
    assert (values["cost_text"], values.get("cost_total")) == ("120000", None)


def test_steps_in_rows_of_their_own_become_milestones() -> None:
    rows: Rows = [
        ["Maßnahme", "Arbeitsschritt", "Zuständig", "Termin", "Status"],
        ["Solarkataster", "Angebot einholen", "Amt 36", "03/2024", "erledigt"],
        [None, "Beauftragen", "Amt 36", "später", "offen"],
        ["Radnetz", "Konzept", "Amt 66", "12/2024", "offen"],
    ]
    reading = _understood(rows)
    measures = [each.values for each in reading.drafts if each.kind == "measures"]
    assert [(each["title"], each["status"], each["end"]) for each in measures] == [
        ("Solarkataster", "unknown", None),
        ("Radnetz", "not_started", date(2024, 12, 31)),
    ]
    steps = [each.values for each in reading.drafts if each.kind == "milestones"]
    assert [(each["measure_title"], each["title"], each.get("due"), each["note"]) for each in steps] == [
        ("Solarkataster", "Angebot einholen", date(2024, 3, 31), "Status: erledigt; Zuständig: Amt 36"),
        ("Solarkataster", "Beauftragen", None, "Status: offen; Zuständig: Amt 36; Termin: später"),
        ("Radnetz", "Konzept", date(2024, 12, 31), "Status: offen; Zuständig: Amt 66"),
    ]
    assert _codes(reading) == [("steps_as_milestones", "A2")]


def test_progress_in_per_cent_belongs_to_the_report_beside_it() -> None:
    rows: Rows = [
        ["Nr.", "Maßnahme", "Umsetzungsgrad in %", "Stand 31.12.2024"],
        ["1", "Solar", 50, "Läuft nach Plan."],
    ]
    report = _understood(rows).drafts[1].values
    assert (report["date"], report["progress_percent"], report["text"]) == (
        *(date(2024, 12, 31), 50),
        "Läuft nach Plan.",
    )


def test_sums_of_groups_are_no_measures() -> None:
    rows: Rows = [
        ["Nr.", "Titel", "Kosten [€]"],
        ["A1", "Solar", 10],
        [None, "Zwischensumme Energie", 10],
        ["B1", "Gesamtkonzept Rad", 5],
    ]
    reading = _understood(rows)
    assert [each.values["title"] for each in reading.drafts] == ["Solar", "Gesamtkonzept Rad"]
    assert _codes(reading) == [("row_left_out", "B3")]


def test_the_costs_of_single_years_are_no_total() -> None:
    rows: Rows = [
        ["Nr.", "Titel", "Status", "Kosten in €", None],
        [None, None, None, 2024, 2025],
        ["1", "Solar", "offen", 1000, 2000],
    ]
    reading = _understood(rows)
    assert "cost_total" not in reading.drafts[0].values
    assert _codes(reading) == [("unknown_columns", "D2")]
    assert [each.details["cells"] for each in reading.findings] == [("D2", "E2")]


def test_words_with_a_number_before_or_a_year_behind() -> None:
    rows: Rows = [["Nr.", "Titel", "Status"], ["1", "A", "3 - abgeschlossen"], ["2", "B", "umgesetzt (2023)"]]
    assert [each.values["status"] for each in _understood(rows).drafts] == ["completed", "completed"]


def test_a_code_of_one_s_own_is_asked_about() -> None:
    rows: Rows = [["Nr.", "Titel", "Status"], ["1", "A", 0], ["2", "B", 2]]
    assert [each.key for each in _understood(rows).questions] == ["word:status:0", "word:status:2"]


def test_a_heading_of_two_things_is_not_taken_for_the_second() -> None:
    rows: Rows = [
        ["Nr.", "Maßnahme / Beschreibung", "Zeithorizont / Status", "Amt"],
        ["1", "Solar", "kurz / offen", "60"],
    ]
    reading = _understood(rows)
    assert reading.drafts[0].values == {"number": "1", "title": "Solar", "responsible": "60"}
    assert _codes(reading) == [("unknown_columns", "C1")]


def test_stripes_have_no_meaning_and_colours_in_a_column_of_their_own_are_asked_about() -> None:
    rows: Rows = [["Nr.", "Titel", None, "Amt"]]
    rows += [[str(at), f"T{at}", None, "60"] for at in range(1, 5)]
    striped = {(row, 1): "#DDEBF7" if row % 2 else "#FFF2CC" for row in range(2, 6)}
    assert _understood(rows, fills=striped).questions == ()
    reading = _understood(rows, fills={(2, 3): "#00B050", (3, 3): "#FF0000"})
    assert [(each.key, each.cells) for each in reading.questions] == [
        ("colour:c:#00b050", ("C2",)),
        ("colour:c:#ff0000", ("C3",)),
    ]


def test_a_period_of_two_words_stays_text() -> None:
    rows: Rows = [
        ["Nr.", "Titel", "Zeithorizont"],
        ["1", "A", "mittel- bis langfristig"],
        ["2", "B", "kurzfristig"],
    ]
    reading = _understood(rows)
    assert reading.drafts[0].values["period_text"] == "mittel- bis langfristig"
    assert reading.drafts[1].values["introduction"] == "short"
    assert (_codes(reading), reading.questions) == ([("period_kept_as_text", "C2")], ())


def test_a_single_cell_beside_the_titles_goes_on_with_the_measure() -> None:
    rows: Rows = [
        ["Nr.", "Titel", "Amt"],
        ["1", "A", "Hochbau"],
        [None, None, "Stadtwerke"],
        ["2", "B", "Tiefbau"],
    ]
    reading = _understood(rows)
    assert [each.values["responsible"] for each in reading.drafts] == ["Hochbau\nStadtwerke", "Tiefbau"]
    assert "field_of_action" not in reading.drafts[1].values


def test_a_coloured_cell_beside_words_is_asked_about() -> None:
    rows: Rows = [["Nr.", "Titel", "Status"], ["1", "A", "umgesetzt"], ["2", "B", None]]
    reading = _understood(rows, fills={(2, 3): "#00B050", (3, 3): "#FFC000"})
    assert [(each.key, each.cells) for each in reading.questions] == [("colour:status:#ffc000", ("C3",))]


def test_the_colours_of_several_years_are_asked_about_once() -> None:
    rows: Rows = [["Nr.", "Titel", "Status 2022", "Status 2023"], ["1", "A", None, None]]
    fills = {(2, 3): "#FFC000", (2, 4): "#FFC000"}
    reading = _understood(rows, fills=fills)
    assert [(each.key, each.cells) for each in reading.questions] == [("colour:status:#ffc000", ("C2", "D2"))]
    told = _understood(rows, {"colour:status:#ffc000": "in_progress"}, fills)
    assert [each.values.get("date") for each in told.drafts[1:]] == [date(2022, 12, 31), date(2023, 12, 31)]


def test_a_column_that_the_user_ignores_is_no_report() -> None:
    rows: Rows = [["Nr.", "Titel", "Amt", "Sachstand 2022"], ["1", "A", "60", "Konzept beauftragt."]]
    assert [each.kind for each in _understood(rows).drafts] == ["measures", "status_reports"]
    reading = _understood(rows, {"meaning:liste:sachstand": "ignore"})
    assert [each.kind for each in reading.drafts] == ["measures"]
