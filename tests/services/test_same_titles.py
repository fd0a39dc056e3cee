"""Measures found by their title: the answer holds for files of one layout, not for any sheet of that name."""

from __future__ import annotations

from monitoring.services.overview import overview
from tests.services.stage import MEASURES, OWN, Rows, Stage, book

STATES: Rows = [
    ["Titel", "Umsetzungsstand", "Beschreibung"],
    ["Solar auf Dächern", "umgesetzt", "Alle Schulen"],
]
UNITS: Rows = [["Zuständigkeit", "Titel", "Handlungsfeld"], ["Tiefbauamt", "Radweg am Fluss", "Verkehr"]]
KEY = "same_title:liste"


def _titles(stage: Stage) -> list[str]:
    return sorted(each.measure.title for each in overview(stage.visit(), OWN).measures)


def test_an_answer_holds_for_the_layout_it_was_given_for(stage: Stage) -> None:
    stage.take(book({"Maßnahmen": MEASURES}))
    assert stage.take(book({"Liste": STATES}, "stand.xlsx"), answers={KEY: "other"}).revision == 2
    assert _titles(stage) == ["Radweg am Fluss", "Solar auf Dächern", "Solar auf Dächern"]
    found = stage.take(book({"Liste": UNITS}, "amt.xlsx"))
    assert ([each.key for each in found.questions], found.answered, found.revision) == ([KEY], (), 3)
    assert _titles(stage) == ["Radweg am Fluss", "Solar auf Dächern", "Solar auf Dächern"]


def test_an_answer_is_remembered_with_the_profile(stage: Stage) -> None:
    stage.take(book({"Maßnahmen": MEASURES}))
    stage.take(book({"Liste": STATES}, "stand_2024.xlsx"), answers={KEY: "same"})
    again = [*STATES, ["Radweg am Fluss", "in Umsetzung", "Drei Kilometer"]]
    found = stage.take(book({"Liste": again}, "stand_2025.xlsx"))
    assert (found.questions, [(asked.key, answer) for asked, answer in found.answered]) == (
        (),
        [(KEY, "same")],
    )
    assert _titles(stage) == ["Radweg am Fluss", "Solar auf Dächern"]
