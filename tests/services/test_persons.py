"""Texts that look like a person are decided on one by one, and what is none is remembered."""

from __future__ import annotations

import pytest

from monitoring.domain.access import Role
from monitoring.domain.errors import Invalid, NotAllowed
from monitoring.domain.measure import Measure
from monitoring.services import publishing
from monitoring.services.importing import Options, check_against
from monitoring.services.overview import overview
from monitoring.services.persons import NOT_A_PERSON, REMOVE, settle_persons
from tests.services.stage import FOREIGN, MEASURES, OWN, Rows, Stage, book, with_cell

FACE = "Frau Holle führt durch das Haus"
KEY = "person:measures:description:frau holle"


@pytest.fixture
def named(stage: Stage) -> Stage:
    """A measure whose description looks like a person."""
    stage.take(book({"Maßnahmen": with_cell(MEASURES, 1, 3, FACE)}))
    return stage


def _keys(stage: Stage) -> list[str]:
    return [each.key for each in publishing.preview(stage.visit(), OWN).persons]


def _description(stage: Stage, role: Role = Role.MANAGER) -> str | None:
    rows = overview(stage.visit(role), OWN).of(Measure)
    return next(each.description for each in rows if each.id == "M1")


def test_what_is_no_person_is_asked_once(named: Stage) -> None:
    assert _keys(named) == [KEY]
    settle_persons(named.visit(), OWN, {KEY: NOT_A_PERSON})
    assert _keys(named) == []
    assert publishing.publish(named.visit(), OWN) == 1
    named.take(book({"Maßnahmen": with_cell(MEASURES, 1, 3, f"{FACE}, jetzt täglich")}))
    assert _keys(named) == []


def test_another_text_is_asked_about_anew(named: Stage) -> None:
    settle_persons(named.visit(), OWN, {KEY: NOT_A_PERSON})
    named.take(book({"Maßnahmen": with_cell(MEASURES, 1, 3, "Fragen an Frau Weber")}))
    assert _keys(named) == ["person:measures:description:frau weber"]


def test_what_is_removed_is_a_revision_of_its_own(named: Stage) -> None:
    assert settle_persons(named.visit(), OWN, {KEY: REMOVE}) == 2
    assert (_description(named), _keys(named)) == ("führt durch das Haus", [])


def test_a_text_that_must_be_there_cannot_be_removed(stage: Stage) -> None:
    stage.take(book({"Maßnahmen": with_cell(MEASURES, 1, 2, "Frau Weber")}))
    with pytest.raises(Invalid):
        settle_persons(stage.visit(), OWN, {"person:measures:title:frau weber": REMOVE})


def test_an_open_question_keeps_blocking(named: Stage) -> None:
    settle_persons(named.visit(), OWN, {KEY: "something"})
    with pytest.raises(Invalid, match="looks_like_a_person"):
        publishing.publish(named.visit(), OWN)


@pytest.mark.parametrize(
    ("role", "slug"), [(Role.COUNCIL, OWN), (Role.PARTNER, OWN), (Role.MANAGER, FOREIGN)]
)
def test_only_managers_decide(named: Stage, role: Role, slug: str) -> None:
    with pytest.raises(NotAllowed):
        settle_persons(named.visit(role, slug), OWN, {KEY: NOT_A_PERSON})


def _noted(stage: Stage, rows: Rows) -> list[tuple[str | None, object, object]]:
    found = check_against(stage.visit(), OWN, [book({"Maßnahmen": rows})], Options())
    own = [each for each in found.findings if each.code == "looks_like_a_person"]
    assert not any(each.blocks for each in own)
    return [(each.cell, each.value, each.details["cells"]) for each in own]


def test_an_import_notes_what_will_be_asked(stage: Stage) -> None:
    rows = with_cell(with_cell(MEASURES, 1, 3, FACE), 2, 3, "Fragen an info@stadt.de")
    assert _noted(stage, rows) == [("D2", "Frau Holle", ("D2", "D3"))]
    stage.take(book({"Maßnahmen": rows}))
    assert _noted(stage, rows) == []
    assert _noted(stage, with_cell(rows, 1, 4, "abgeschlossen")) == []


def test_an_import_does_not_note_what_was_said_to_be_no_person(named: Stage) -> None:
    settle_persons(named.visit(), OWN, {KEY: NOT_A_PERSON})
    assert _noted(named, with_cell(MEASURES, 2, 3, FACE)) == []
