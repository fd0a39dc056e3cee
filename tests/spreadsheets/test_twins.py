"""Measures of one title without numbers in one list: told apart by field of action, else asked about."""

from __future__ import annotations

from monitoring.spreadsheets.understanding import Reading
from monitoring.spreadsheets.workbook import Sheet, Value
from tests.spreadsheets.written_tables import Rows, read_tables

HEADINGS = ("Handlungsfeld", "Titel", "Beschreibung", "Status")
TALKS = "Öffentlichkeitsarbeit"


def _read(*rows: tuple[Value, ...], headings: tuple[Value, ...] = HEADINGS, answer: str = "") -> Reading:
    lines: Rows = [headings, *rows]
    answers = {"twins:massnahmen": answer} if answer else {}
    return read_tables([Sheet("Maßnahmen", lines)], answers=answers)


def _told(reading: Reading) -> list[tuple[str, str | None]]:
    return [(each.code, each.cell) for each in reading.findings]


def test_in_different_fields_of_action_they_are_different_measures() -> None:
    reading = _read(("Verkehr", TALKS, "Rad", "umgesetzt"), ("Energie", TALKS, "Solar", "nicht begonnen"))
    assert [(each.values["field_of_action"], each.twin) for each in reading.drafts] == [
        ("Verkehr", 2),
        ("Energie", 3),
    ]
    assert (_told(reading), reading.questions) == ([("titles_in_fields", "A3")], ())


def test_in_one_field_of_action_it_is_asked_once_for_the_list() -> None:
    rows = [("Verkehr", TALKS, each, "umgesetzt") for each in ("Rad", "Bus")]
    rows += [("Energie", "Beratung", each, "umgesetzt") for each in ("Solar", "Wärme")]
    reading = _read(*rows)
    (question,) = reading.questions
    assert (question.key, question.code, question.choices) == (
        "twins:massnahmen",
        "twins",
        ("different", "first_only"),
    )
    assert (question.cells, question.details["count"]) == (("A2", "A3", "A4", "A5"), 2)
    assert ([each.row for each in reading.drafts], _told(reading)) == ([2, 4], [])
    assert [each.twin for each in _read(*rows, answer="different").drafts] == [2, 3, 4, 5]
    first = _read(*rows, answer="first_only")
    assert ([each.row for each in first.drafts], first.questions) == ([2, 4], ())


def test_a_row_that_says_the_same_again_is_only_noticed() -> None:
    row = ("Verkehr", TALKS, "Rad", "umgesetzt")
    assert _told(_read(row, row)) == [("row_repeated", "A3")]
    reading = _read(row, ("Verkehr", TALKS, "Bus", "umgesetzt"), row, answer="different")
    assert ([each.twin for each in reading.drafts], _told(reading)) == ([2, 3], [("row_repeated", "A4")])


def test_numbers_tell_measures_apart_by_themselves() -> None:
    headings = ("Nr.", "Titel", "Beschreibung")
    reading = _read((1, TALKS, "Rad"), (2, TALKS, "Bus"), headings=headings)
    assert ([each.twin for each in reading.drafts], reading.questions) == ([None, None], ())


def test_what_stands_in_the_row_of_a_measure_belongs_to_it() -> None:
    headings = (*HEADINGS, "Sachstand 2023")
    rows = [("Verkehr", TALKS, each, "umgesetzt", f"{each} läuft") for each in ("Rad", "Bus")]
    reading = _read(*rows, headings=headings, answer="different")
    assert [(each.kind, each.row, each.twin) for each in reading.drafts] == [
        ("measures", 2, 2),
        ("measures", 3, 3),
        ("status_reports", 2, 2),
        ("status_reports", 3, 3),
    ]
    assert [each.kind for each in _read(*rows, headings=headings, answer="first_only").drafts] == [
        "measures",
        "status_reports",
    ]
