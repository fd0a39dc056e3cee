"""Marking: the file as it came with the check of its batch, where it is kept."""

from __future__ import annotations

import pytest

from monitoring.domain.errors import NotFound
from monitoring.services.discarding import discard
from monitoring.services.importing import Options, upload
from monitoring.services.marking import checked_file
from tests.services.stage import BALANCE, FOREIGN, MEASURES, OWN, File, Stage, book, with_cell

FAULTY = book({"Bilanz": with_cell(BALANCE, 1, 3, "vierhundert")}, "bilanz.xlsx")
ASKING = book({"Maßnahmen": with_cell(MEASURES, 1, 4, "laufend")}, "massnahmen.xlsx")


def test_a_file_comes_with_what_was_found_and_asked(stage: Stage) -> None:
    visit = stage.visit()
    batch = upload(visit, OWN, [FAULTY, ASKING])
    first, second = (checked_file(visit, OWN, batch, number, Options()) for number in (1, 2))
    assert (first.name, first.content) == (FAULTY.name, FAULTY.content)
    assert (second.name, second.content) == (ASKING.name, ASKING.content)
    assert "D2" in {each.cell for each in first.check.findings if each.file == FAULTY.name}
    assert {each.file for each in second.check.questions} == {ASKING.name}


def test_what_was_answered_is_not_asked(stage: Stage) -> None:
    visit = stage.visit()
    batch = upload(visit, OWN, [ASKING])
    (question,) = checked_file(visit, OWN, batch, 1, Options()).check.questions
    answered = Options(answers={question.key: question.choices[0]})
    assert checked_file(visit, OWN, batch, 1, answered).check.questions == ()


def test_what_is_not_kept_is_not_found(stage: Stage) -> None:
    visit = stage.visit()
    batch = upload(visit, OWN, [FAULTY, File("leer.xlsx", b"")])
    for number in (0, 2, 3):
        with pytest.raises(NotFound):
            checked_file(visit, OWN, batch, number, Options())
    with pytest.raises(NotFound):
        checked_file(stage.visit(slug=FOREIGN), FOREIGN, batch, 1, Options())
    discard(visit, OWN, batch)
    with pytest.raises(NotFound):
        checked_file(visit, OWN, batch, 1, Options())
