"""Values entered by hand: who did and when stands in the revision that brought them, not in the last."""

from __future__ import annotations

from datetime import timedelta

from monitoring.domain.access import Role
from monitoring.domain.value_origin import Edit
from monitoring.services import editing, publishing
from monitoring.services.overview import overview
from tests.services.stage import MEASURES, NOW, OWN, Stage, book

ITEM = ("measures", ("M1",))


def _edits(stage: Stage, revision: int | None = None) -> dict[str, Edit]:
    seen = overview(stage.visit(), OWN, revision=revision)
    return dict(seen.edits.get(ITEM, {}))


def _edit(stage: Stage, days: int, **values: str) -> Edit:
    """Edits a measure some days later; what its values then say about who and when."""
    visit = stage.visit(days=days)
    editing.edit(visit, OWN, *ITEM, values)
    return Edit(visit.by, NOW + timedelta(days=days))


def test_each_value_says_who_entered_it_and_when(stage: Stage) -> None:
    stage.take(book({"Maßnahmen": MEASURES}))
    assert _edits(stage) == {}
    first = _edit(stage, 1, title="Neu", description="Zwei Schulen")
    second = _edit(stage, 5, description="Drei Schulen")
    assert _edits(stage) == {"title": first, "description": second}
    seen = overview(stage.visit(), OWN)
    measure = next(each.measure for each in seen.measures if each.measure.id == "M1")
    told = {name: seen.origin(measure, name) for name in ("title", "description", "number")}
    assert {name: each and each.edit for name, each in told.items()} == {
        "title": first, "description": second, "number": None,
    }  # fmt: skip


def test_a_later_import_of_other_values_leaves_it(stage: Stage) -> None:
    stage.take(book({"Maßnahmen": MEASURES}))
    first = _edit(stage, 1, title="Neu")
    rows = [["Programm", "Nr.", "Umsetzungsstand"], ["Konzept 2023", "M1", "umgesetzt"]]
    assert stage.take(book({"Maßnahmen": rows})).revision == 3
    assert _edits(stage) == {"title": first}
    assert _edits(stage, revision=1) == {}


def test_a_value_that_comes_back_was_entered_anew(stage: Stage) -> None:
    stage.take(book({"Maßnahmen": MEASURES}))
    _edit(stage, 1, title="Neu")
    _edit(stage, 2, title="Alt")
    third = _edit(stage, 3, title="Neu")
    assert _edits(stage) == {"title": third}


def test_nobody_outside_the_office_learns_who(stage: Stage) -> None:
    stage.take(book({"Maßnahmen": MEASURES}))
    _edit(stage, 1, title="Neu")
    publishing.publish(stage.visit(days=2), OWN)
    for role in (Role.PUBLIC, Role.COUNCIL):
        assert overview(stage.visit(role, days=3), OWN).edits == {}
