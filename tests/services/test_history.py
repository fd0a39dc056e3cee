"""The history: undo reverses what a revision did, and nothing that happened since."""

from __future__ import annotations

from datetime import date

import pytest

from monitoring.domain.errors import Conflict, Invalid, NotFound
from monitoring.domain.status_report import StatusReport
from monitoring.services import editing, history
from monitoring.services.overview import overview
from monitoring.services.state import state
from tests.services.stage import BALANCE, MEASURES, OWN, Stage, book, with_cell


@pytest.fixture
def begun(stage: Stage) -> Stage:
    stage.take(book({"Bilanz": BALANCE, "Maßnahmen": MEASURES}))
    return stage


def _title(stage: Stage) -> str:
    view = overview(stage.visit(), OWN).measure("M1")
    return view.measure.title if view else ""


def test_an_import_is_undone_and_the_undo_too(begun: Stage) -> None:
    assert history.undo(begun.visit(), OWN, 1) == 2
    assert not any(state(begun.visit(), OWN).records.values())
    assert history.undo(begun.visit(), OWN, 2) == 3
    assert (_title(begun), len(state(begun.visit(), OWN).records["balance"])) == ("Solar auf Dächern", 4)
    assert [(each.act, each.undoes) for each in history.history(begun.visit(), OWN).revisions] == [
        ("undo", 2),
        ("undo", 1),
        ("import", None),
    ]


def test_an_edit_is_undone_with_where_its_values_came_from(begun: Stage) -> None:
    editing.edit(begun.visit(), OWN, "measures", ("M1",), {"title": "Anders"})
    history.undo(begun.visit(), OWN, 2)
    known = state(begun.visit(), OWN).known["measures"][("M1",)]
    assert (_title(begun), known.provenance["title"].cell) == ("Solar auf Dächern", "C2")


def test_a_removal_is_undone(begun: Stage) -> None:
    begun.take(book({"Maßnahmen": MEASURES[:2]}), is_complete=True)
    history.undo(begun.visit(), OWN, 2)
    assert len(overview(begun.visit(), OWN).measures) == 2


def test_what_changed_since_is_named_and_nothing_is_done(begun: Stage) -> None:
    editing.edit(begun.visit(), OWN, "measures", ("M1",), {"title": "Anders"})
    with pytest.raises(Conflict) as refused:
        history.undo(begun.visit(), OWN, 1)
    assert refused.value.code == "changed_since"
    assert refused.value.details["items"] == [("measures", ("M1",))]
    assert len(history.history(begun.visit(), OWN).revisions) == 2


def test_a_measure_that_was_reported_on_since_is_not_undone(begun: Stage) -> None:
    editing.report_status(begun.visit(), OWN, StatusReport(measure="M2", date=date(2025, 1, 1), text="Neu"))
    with pytest.raises(Conflict):
        history.undo(begun.visit(), OWN, 1)


def test_what_cannot_be_undone(begun: Stage) -> None:
    for number in (0, 2, -1):
        with pytest.raises(NotFound):
            history.undo(begun.visit(), OWN, number)
        with pytest.raises(NotFound):
            history.changes_of(begun.visit(), OWN, number)
    history.undo(begun.visit(), OWN, 1)
    with pytest.raises(Conflict):
        history.undo(begun.visit(), OWN, 1)


def test_an_erasure_changed_nothing_that_undo_could_bring_back(begun: Stage) -> None:
    from monitoring.services.erasing import erase_text

    erase_text(begun.visit(), OWN, "Solar auf", "Antrag")
    with pytest.raises(Invalid, match="nothing_to_undo"):
        history.undo(begun.visit(), OWN, 2)


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
