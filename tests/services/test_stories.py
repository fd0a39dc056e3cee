"""Stories: told with a checked picture, published with a publication, and gone where they must go."""

from __future__ import annotations

import pytest

from monitoring.domain.access import Role
from monitoring.domain.errors import Invalid, NotFound
from monitoring.domain.overview import Overview
from monitoring.domain.story import Story
from monitoring.services import publishing
from monitoring.services.overview import overview, public_state
from monitoring.services.stories import picture, remove_picture, tell, withdraw_story
from tests.pictures.made import photo, svg
from tests.services.stage import MEASURES, OWN, Stage, book

TOLD = {"title": "Sonne vom Dach", "text": "Alle Schulen.", "picture_text": "Ein Dach", "credit": "Stadt"}


@pytest.fixture
def filled(stage: Stage) -> Stage:
    stage.take(book({"Maßnahmen": MEASURES}))
    publishing.publish(stage.visit(), OWN)
    return stage


def seen(stage: Stage, role: Role = Role.PUBLIC, publication: int | None = None) -> Overview:
    return overview(stage.visit(role), OWN, publication)


def story_of(stage: Stage, role: Role = Role.PUBLIC, publication: int | None = None) -> Story | None:
    view = seen(stage, role, publication).measure("M1")
    return view.story if view else None


def mark_of(stage: Stage, role: Role = Role.MANAGER) -> str:
    story = story_of(stage, role)
    assert story is not None
    assert story.picture is not None
    return story.picture


def is_shown(stage: Stage, mark: str, role: Role = Role.PUBLIC) -> bool:
    try:
        return bool(picture(stage.visit(role), OWN, mark).content)
    except NotFound:
        return False


def test_a_story_is_public_with_the_next_publication(filled: Stage) -> None:
    tell(filled.visit(), OWN, "M1", TOLD, photo=photo())
    mark = mark_of(filled)
    assert story_of(filled) is None
    assert (is_shown(filled, mark), is_shown(filled, mark, Role.MANAGER)) == (False, True)
    publishing.publish(filled.visit(), OWN)
    assert story_of(filled) == Story(measure="M1", picture=mark, **TOLD)
    assert is_shown(filled, mark)
    assert seen(filled).pictures[mark].width == 640
    assert [view.measure.id for view in seen(filled).stories] == ["M1"]


def test_a_published_picture_stays_with_its_publication(filled: Stage) -> None:
    tell(filled.visit(), OWN, "M1", TOLD, photo=photo())
    old = mark_of(filled)
    publishing.publish(filled.visit(), OWN)
    tell(filled.visit(), OWN, "M1", TOLD, photo=photo(kind="PNG"))
    publishing.publish(filled.visit(), OWN)
    assert mark_of(filled) != old
    assert (is_shown(filled, old), is_shown(filled, mark_of(filled))) == (True, True)
    publishing.withdraw(filled.visit(), OWN, "Irrtum", 2)
    assert is_shown(filled, old) is False


def test_a_changed_story_keeps_its_picture_until_it_is_left_out(filled: Stage) -> None:
    tell(filled.visit(), OWN, "M1", TOLD, photo=photo())
    mark = mark_of(filled)
    tell(filled.visit(), OWN, "M1", TOLD | {"text": "Fast alle."})
    assert mark_of(filled) == mark
    tell(filled.visit(), OWN, "M1", TOLD, keeps_picture=False)
    story = story_of(filled, Role.MANAGER)
    assert story is not None
    assert (story.picture, story.picture_text, story.credit) == (None, None, None)


@pytest.mark.parametrize("missing", ["title", "text", "picture_text", "credit"])
def test_what_is_missing_is_asked_for(filled: Stage, missing: str) -> None:
    with pytest.raises(Invalid) as refused:
        tell(filled.visit(), OWN, "M1", {**TOLD, missing: None}, photo=photo())
    assert refused.value.details["fields"] == {missing: "field_missing"}
    assert story_of(filled, Role.MANAGER) is None


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"%PDF-1.7", "photo_kind"),
        (svg(), "photo_kind"),
        (photo()[:900], "photo_broken"),
        (photo(3000, 20), "photo_size"),
        (photo() + bytes(20_000_000), "photo_too_heavy"),
    ],
)
def test_a_picture_that_cannot_be_shown_is_refused(filled: Stage, content: bytes, code: str) -> None:
    with pytest.raises(Invalid) as refused:
        tell(filled.visit(), OWN, "M1", TOLD, photo=content)
    assert refused.value.details["fields"] == {"photo": code}


def test_withdrawing_a_story_keeps_earlier_publications(filled: Stage) -> None:
    tell(filled.visit(), OWN, "M1", TOLD, photo=photo())
    publishing.publish(filled.visit(), OWN)
    withdraw_story(filled.visit(), OWN, "M1")
    publishing.publish(filled.visit(), OWN)
    assert story_of(filled) is None
    assert story_of(filled, publication=2) is not None
    with pytest.raises(NotFound):
        withdraw_story(filled.visit(), OWN, "M1")


def test_a_removed_picture_is_gone_from_all_states_at_once(filled: Stage) -> None:
    tell(filled.visit(), OWN, "M1", TOLD, photo=photo())
    publishing.publish(filled.visit(), OWN)
    mark, before = mark_of(filled), public_state(filled.visit(Role.PUBLIC), OWN)
    remove_picture(filled.visit(), OWN, mark)
    assert is_shown(filled, mark) is is_shown(filled, mark, Role.MANAGER) is False
    assert seen(filled).pictures[mark].removed_at is not None
    assert story_of(filled) is not None
    assert public_state(filled.visit(Role.PUBLIC), OWN) != before
    with pytest.raises(NotFound):
        remove_picture(filled.visit(), OWN, mark)


def test_a_measure_that_is_removed_takes_its_story_along(filled: Stage) -> None:
    tell(filled.visit(), OWN, "M2", TOLD)
    filled.take(book({"Maßnahmen": MEASURES[:2]}), is_complete=True)
    assert seen(filled, Role.MANAGER).records["stories"] == ()


def test_nobody_outside_sees_the_story_of_a_measure_that_is_not_public(stage: Stage) -> None:
    stage.take(book({"Maßnahmen": MEASURES}))
    publishing.publish(stage.visit(), OWN, chosen=[("measures", ("M2",))])
    tell(stage.visit(), OWN, "M1", TOLD, photo=photo())
    mark = mark_of(stage)
    assert [view.measure.id for view in seen(stage).measures] == ["M2"]
    assert seen(stage).stories == ()
    assert is_shown(stage, mark) is False


def test_a_measure_taken_out_of_the_public_takes_story_and_picture_along(filled: Stage) -> None:
    tell(filled.visit(), OWN, "M1", TOLD, photo=photo())
    publishing.publish(filled.visit(), OWN)
    mark = mark_of(filled)
    filled.take(book({"Maßnahmen": [MEASURES[0], MEASURES[2]]}), is_complete=True)
    assert is_shown(filled, mark)
    publishing.publish(filled.visit(), OWN, chosen=[("measures", ("M1",))])
    assert seen(filled).stories == ()
    assert seen(filled).records["stories"] == ()
    for publication in (2, 3):
        publishing.withdraw(filled.visit(), OWN, "Einwand", publication)
    assert is_shown(filled, mark) is False


def test_there_is_no_story_without_a_measure(filled: Stage) -> None:
    with pytest.raises(NotFound):
        tell(filled.visit(), OWN, "M9", TOLD)
