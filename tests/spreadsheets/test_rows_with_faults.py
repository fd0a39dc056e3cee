"""Rows with a fault or an open question: every fault is told at once, but not what an answer may mend."""

from __future__ import annotations

from datetime import date

from monitoring.spreadsheets.understanding import Reading, understand
from monitoring.spreadsheets.workbook import Sheet, Value, Workbook
from monitoring.texts.findings import choice_label
from monitoring.texts.words import words

TARGET = ("Ziel", "Zielgröße", "Basisjahr", "Zieljahr", "Zielwert", "Reduktion")
MEASURE = ("Nr.", "Titel", "Beginn", "Ende")


def _read(name: str, *rows: tuple[Value, ...], **answers: str) -> Reading:
    given = {key.replace("__", ":"): answer for key, answer in answers.items()}
    return understand(Workbook("w.xlsx", (Sheet(name, list(rows)),)), answers=given, today=date(2026, 11, 22))


def _said(reading: Reading) -> list[tuple[str, str | None]]:
    return [(each.code, each.cell) for each in reading.findings]


def test_a_share_above_one_is_in_percent() -> None:
    first = ("A", "THG-Emissionen", 1990, 2030, None, "55 %")
    reading = _read("Ziele", TARGET, first, ("A", "THG-Emissionen", 1990, 2035, None, 40))
    assert (_said(reading), reading.questions) == ([("share_in_percent", "F3")], ())
    assert [each.values["reduction"] for each in reading.drafts] == [0.55, 0.4]


def test_a_row_with_an_open_question_is_not_judged_incomplete() -> None:
    row = ("A", "THG-Emissionen", 1990, 2030, None, 0.4)
    reading = _read("Ziele", TARGET, row)
    assert (reading.findings, reading.drafts, reading.sheets[0].records) == ((), (), 1)
    (question,) = reading.questions
    german = words("de")
    assert choice_label("1", question, german) == "Anteil: 0,55 steht für 55 %"
    answered = _read("Ziele", TARGET, row, unit__ziele__reduktion="1")
    assert answered.drafts[0].values["reduction"] == 0.4


def test_a_row_with_a_fault_tells_its_other_faults_too() -> None:
    reading = _read(
        "Maßnahmen",
        MEASURE,
        ("M1", "Solar", "2024", "2025"),
        ("M1", None, "31.02.2024", "2025"),
        ("M2", None, "2025", "2024"),
    )
    assert _said(reading) == [
        ("required_empty", "B3"),
        ("not_a_period", "C3"),
        ("required_empty", "B4"),
        ("end_before_start", "D4"),
        ("duplicate_key", "A3"),
    ]


def test_a_target_without_a_readable_year_still_lacks_its_value() -> None:
    reading = _read("Ziele", TARGET, ("A", "THG-Emissionen", 1990, "bald", None, None))
    assert _said(reading) == [("not_a_year", "D2"), ("target_value_missing", "E2")]


def test_a_sum_below_a_list_of_measures_is_no_measure() -> None:
    headings = ("Nr.", "Bezeichnung der Maßnahme", "Einsparung [t/a]")
    rows = [("M1", "Solar", 120), ("Summe", None, 120), (None, "Gesamt:", 120), ("3", "Gesamtkonzept", 5)]
    reading = _read("Maßnahmen", headings, *rows)
    assert sorted(_said(reading)) == [("row_left_out", "A3"), ("row_left_out", "B4")]
    assert [each.values["title"] for each in reading.drafts] == ["Solar", "Gesamtkonzept"]
