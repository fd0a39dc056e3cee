"""Undoing: a revision is reversed by a new one, and of what was changed since people decide."""

from __future__ import annotations

from datetime import date

import pytest

from monitoring.domain.errors import Conflict, Invalid, NotFound
from monitoring.domain.status_report import StatusReport
from monitoring.services import editing, history
from monitoring.services.overview import overview
from monitoring.services.state import state
from monitoring.services.undoing import undo, undoing
from tests.services.stage import BALANCE, MEASURES, OWN, Stage, book

M1, M2 = ("measures", ("M1",)), ("measures", ("M2",))


@pytest.fixture
def begun(stage: Stage) -> Stage:
    stage.take(book({"Bilanz": BALANCE, "Maßnahmen": MEASURES}))
    return stage


def _title(stage: Stage) -> str:
    view = overview(stage.visit(), OWN).measure("M1")
    return view.measure.title if view else ""


def _edit(stage: Stage, title: str) -> int:
    return editing.edit(stage.visit(), OWN, "measures", ("M1",), {"title": title})


def _report_on_m2(stage: Stage) -> None:
    report = StatusReport(measure="M2", date=date(2025, 1, 1), text="Neu")
    editing.report_status(stage.visit(), OWN, report)


def test_an_import_is_undone_and_the_undo_too(begun: Stage) -> None:
    assert undo(begun.visit(), OWN, 1) == 2
    assert not any(state(begun.visit(), OWN).records.values())
    assert undo(begun.visit(), OWN, 2) == 3
    assert (_title(begun), len(state(begun.visit(), OWN).records["balance"])) == ("Solar auf Dächern", 4)
    assert [(each.act, each.undoes) for each in history.history(begun.visit(), OWN).revisions] == [
        ("undo", 2),
        ("undo", 1),
        ("import", None),
    ]


def test_an_edit_is_undone_with_where_its_values_came_from(begun: Stage) -> None:
    _edit(begun, "Anders")
    undo(begun.visit(), OWN, 2)
    known = state(begun.visit(), OWN).known["measures"][("M1",)]
    assert (_title(begun), known.provenance["title"].cell) == ("Solar auf Dächern", "C2")


def test_a_removal_is_undone(begun: Stage) -> None:
    begun.take(book({"Maßnahmen": MEASURES[:2]}), is_complete=True)
    undo(begun.visit(), OWN, 2)
    assert len(overview(begun.visit(), OWN).measures) == 2


def test_what_changed_since_is_named_and_nothing_is_done(begun: Stage) -> None:
    _edit(begun, "Anders")
    with pytest.raises(Conflict) as refused:
        undo(begun.visit(), OWN, 1)
    assert refused.value.code == "changed_since"
    assert refused.value.details["items"] == [("measures", ("M1",))]
    assert len(history.history(begun.visit(), OWN).revisions) == 2


def test_a_measure_that_was_reported_on_since_is_not_undone(begun: Stage) -> None:
    _report_on_m2(begun)
    with pytest.raises(Conflict):
        undo(begun.visit(), OWN, 1)


def test_what_cannot_be_undone(begun: Stage) -> None:
    for number in (0, 2, -1):
        with pytest.raises(NotFound):
            undo(begun.visit(), OWN, number)
    undo(begun.visit(), OWN, 1)
    with pytest.raises(Invalid, match="undone_already"):
        undo(begun.visit(), OWN, 1)


def test_an_erasure_changed_nothing_that_undo_could_bring_back(begun: Stage) -> None:
    from monitoring.services.erasing import erase_text

    erase_text(begun.visit(), OWN, "Solar auf", "Antrag")
    with pytest.raises(Invalid, match="nothing_to_undo"):
        undo(begun.visit(), OWN, 2)


def test_what_changed_since_stays_unless_it_is_to_be_restored(begun: Stage) -> None:
    _edit(begun, "Anders")
    assert undo(begun.visit(), OWN, 1, restore=()) == 3
    records = state(begun.visit(), OWN).records
    assert (_title(begun), len(records["measures"]), records["balance"]) == ("Anders", 1, ())


def test_what_changed_since_is_restored_when_asked(begun: Stage) -> None:
    _edit(begun, "Anders")
    _edit(begun, "Wieder anders")
    found = undoing(begun.visit(), OWN, 2)
    (open_one,) = found.undecided
    titles = [
        getattr(each, "title", None) for each in (open_one.done.before, open_one.done.after, open_one.now)
    ]
    assert titles == ["Solar auf Dächern", "Anders", "Wieder anders"]
    assert found.untouched == 0
    undo(begun.visit(), OWN, 2, restore={M1}, based_on=found.based_on)
    known = state(begun.visit(), OWN).known["measures"][("M1",)]
    assert (_title(begun), known.provenance["title"].cell) == ("Solar auf Dächern", "C2")


def test_a_removed_measure_takes_with_it_what_came_later(begun: Stage) -> None:
    _report_on_m2(begun)
    (open_one,) = undoing(begun.visit(), OWN, 1).undecided
    assert (open_one.done.item, len(open_one.later)) == (M2, 1)
    undo(begun.visit(), OWN, 1, restore={M2})
    assert not any(state(begun.visit(), OWN).records.values())


def test_what_changed_while_it_was_decided_is_asked_again(begun: Stage) -> None:
    seen = _edit(begun, "Anders")
    _edit(begun, "Wieder anders")
    with pytest.raises(Conflict) as refused:
        undo(begun.visit(), OWN, 1, restore={M1}, based_on=seen)
    assert refused.value.details["items"] == [M1]
    assert undo(begun.visit(), OWN, 1, restore={M1}, based_on=seen + 1) == 4


def test_nothing_comes_back_to_a_measure_that_is_gone(begun: Stage) -> None:
    _report_on_m2(begun)
    (item,) = state(begun.visit(), OWN).known["status_reports"]
    editing.edit(begun.visit(), OWN, "status_reports", item, {"text": "Anders"})
    begun.take(book({"Maßnahmen": MEASURES[:2]}), is_complete=True)
    with pytest.raises(Conflict):
        undo(begun.visit(), OWN, 3)
    with pytest.raises(Invalid, match="measure_is_gone"):
        undo(begun.visit(), OWN, 3, restore={("status_reports", item)})
    undo(begun.visit(), OWN, 4)
    assert len(state(begun.visit(), OWN).records["status_reports"]) == 1


def test_undoing_step_by_step_from_the_newest_always_works(begun: Stage) -> None:
    titles = ["Eins", "Zwei", "Drei", "Vier", "Fünf"]
    made = [_edit(begun, title) for title in titles]
    for number, left in zip(
        reversed(made), ["Vier", "Drei", "Zwei", "Eins", "Solar auf Dächern"], strict=True
    ):
        assert undoing(begun.visit(), OWN, number).untouched == 1
        undo(begun.visit(), OWN, number)
        assert _title(begun) == left
    undo(begun.visit(), OWN, 1)
    assert not any(state(begun.visit(), OWN).records.values())


def test_what_was_added_and_taken_back_since_is_no_question(begun: Stage) -> None:
    _report_on_m2(begun)
    undo(begun.visit(), OWN, 2)
    assert undoing(begun.visit(), OWN, 1).undecided == ()
