"""The history: what each revision changed, and the files as they came."""

from __future__ import annotations

import pytest

from monitoring.domain.errors import NotFound
from monitoring.services import history
from tests.services.stage import BALANCE, MEASURES, OWN, Stage, book, with_cell


@pytest.fixture
def begun(stage: Stage) -> Stage:
    stage.take(book({"Bilanz": BALANCE, "Maßnahmen": MEASURES}))
    return stage


def test_what_is_no_revision_has_no_changes(begun: Stage) -> None:
    for number in (0, 2, -1):
        with pytest.raises(NotFound):
            history.changes_of(begun.visit(), OWN, number)


def test_changes_are_told_with_old_and_new_values(begun: Stage) -> None:
    begun.take(book({"Bilanz": with_cell(BALANCE, 1, 3, 410)}))
    changes = history.changes_of(begun.visit(), OWN, 2)
    assert [change.differences() for change in changes] == [{"emissions_t": (400, 410)}]
    found = history.history(begun.visit(), OWN)
    assert (found.changed_records[1], found.changed_records[2]) == (6, 1)


def test_the_original_comes_back_as_it_came(stage: Stage) -> None:
    file = book({"Bilanz": BALANCE})
    stage.take(file)
    upload = history.history(stage.visit(), OWN).uploads[0]
    assert history.original(stage.visit(), OWN, upload.id).content == file.content
    with pytest.raises(NotFound):
        history.original(stage.visit(slug="nachbarstadt"), "nachbarstadt", upload.id)
