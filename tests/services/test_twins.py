"""Measures of one title without numbers, over the years: each row finds its own again."""

from __future__ import annotations

from monitoring.services.overview import overview
from tests.services.stage import OWN, Rows, Stage, book

HEADINGS = ["Handlungsfeld", "Titel", "Beschreibung", "Umsetzungsstand", "Sachstand 2023"]
TALKS = "Öffentlichkeitsarbeit"
DIFFERENT = {"twins:massnahmen": "different"}


def _rows(status: str, *order: int) -> Rows:
    rows = [
        ["Verkehr", TALKS, "Rad", status, "Rad läuft"],
        ["Energie", TALKS, "Solar", status, "Solar läuft"],
        ["Energie", TALKS, "Wärme", status, "Wärme läuft"],
    ]
    return [HEADINGS, *(rows[at] for at in order or (0, 1, 2))]


def _stored(stage: Stage) -> dict[str, tuple[str | None, str | None, str, list[str | None]]]:
    return {
        each.measure.id: (
            each.measure.field_of_action,
            each.measure.description,
            each.measure.status.value,
            [report.text for report in each.reports],
        )
        for each in overview(stage.visit(), OWN).measures
    }


def test_each_is_stored_and_found_again_next_year(stage: Stage) -> None:
    first = stage.take(book({"Maßnahmen": _rows("nicht begonnen")}), answers=DIFFERENT)
    assert first.revision == 1
    before = _stored(stage)
    assert {each[:2] for each in before.values()} == {
        ("Verkehr", "Rad"),
        ("Energie", "Solar"),
        ("Energie", "Wärme"),
    }
    again = stage.take(book({"Maßnahmen": _rows("nicht begonnen", 2, 0, 1)}), answers=DIFFERENT)
    assert (again.revision, again.changes_nothing) == (None, True)
    assert stage.take(book({"Maßnahmen": _rows("umgesetzt", 2, 0, 1)}), answers=DIFFERENT).revision == 2
    assert _stored(stage) == {
        identity: (field, text, "completed", reports)
        for identity, (field, text, _, reports) in before.items()
    }


def test_one_row_alone_finds_its_measure_by_the_field_of_action(stage: Stage) -> None:
    stage.take(book({"Maßnahmen": _rows("nicht begonnen", 0, 1)}), answers=DIFFERENT)
    assert stage.take(book({"Maßnahmen": _rows("umgesetzt", 1)})).revision == 2
    assert {each[:3] for each in _stored(stage).values()} == {
        ("Verkehr", "Rad", "not_started"),
        ("Energie", "Solar", "completed"),
    }
