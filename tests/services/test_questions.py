"""Questions: asked once, answered with one of the choices, and remembered for the municipality."""

from __future__ import annotations

import pytest

from monitoring.services import importing
from monitoring.services.importing import Options
from monitoring.services.overview import overview
from tests.services.stage import BALANCE, MEASURES, OWN, Stage, book, with_cell


def _measure(stage: Stage, identity: str = "M1"):  # type: ignore[no-untyped-def]
    view = overview(stage.visit(), OWN).measure(identity)
    assert view is not None
    return view.measure


def test_an_answer_is_remembered_and_not_asked_again(stage: Stage) -> None:
    file = book({"Maßnahmen": with_cell(MEASURES, 1, 4, "laufend")})
    first = stage.take(file)
    key = first.open_questions[0].key
    assert first.revision is None
    assert stage.take(file, answers={key: "ongoing"}).revision == 1
    assert _measure(stage).status.value == "ongoing"
    again = book({"Maßnahmen": with_cell(MEASURES, 2, 4, "laufend")})
    assert not importing.check_against(stage.visit(), OWN, [again], Options()).open_questions


@pytest.mark.parametrize("answer", ["nonsense", "", "ONGOING"])
def test_an_answer_that_is_no_choice_leaves_the_question_open(stage: Stage, answer: str) -> None:
    file = book({"Maßnahmen": with_cell(MEASURES, 1, 4, "laufend")})
    key = stage.take(file).open_questions[0].key
    found = stage.take(file, answers={key: answer})
    assert (found.revision, [each.key for each in found.open_questions]) == (None, [key])
    assert stage.take(file).open_questions


def test_a_wrong_answer_about_editions_is_no_correction(stage: Stage) -> None:
    stage.take(book({"Bilanz": BALANCE}))
    changed = book({"Bilanz": with_cell(BALANCE, 1, 3, 410)})
    assert stage.take(changed, answers={"edition:balance": "neue Ausgabe"}).revision is None


def test_a_question_may_quote_a_whole_cell(stage: Stage) -> None:
    word = "wird seit langem in der Verwaltung " * 30
    file = book({"Bilanz": with_cell(BALANCE, 1, 1, word)})
    (question,) = stage.take(file).open_questions
    assert question.key.startswith("word:sector:wird seit langem")
    assert stage.take(file, answers={question.key: "IND"}).revision == 1
    assert not importing.check_against(stage.visit(), OWN, [file], Options()).questions


def test_same_number_and_other_title_is_asked_and_both_answers_hold(stage: Stage) -> None:
    stage.take(book({"Maßnahmen": MEASURES}))
    file = book({"Maßnahmen": with_cell(MEASURES, 1, 2, "Wärme aus dem Fluss")})
    question = stage.take(file).open_questions[0]
    assert question.choices == ("same", "other")
    assert stage.take(file, answers={question.key: "other"}).revision == 2
    assert {each.measure.title for each in overview(stage.visit(), OWN).measures} == {
        "Solar auf Dächern",
        "Radweg am Fluss",
        "Wärme aus dem Fluss",
    }
    assert stage.take(file).changes_nothing


def test_the_answer_same_renames_the_measure(stage: Stage) -> None:
    stage.take(book({"Maßnahmen": MEASURES}))
    file = book({"Maßnahmen": with_cell(MEASURES, 1, 2, "Solar auf allen Dächern")})
    stage.take(file, answers={stage.take(file).open_questions[0].key: "same"})
    assert _measure(stage).title == "Solar auf allen Dächern"
