"""Versions of the public face: who changed what and when, back to any of them, and erased like all else."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from monitoring.domain.access import Act, Role
from monitoring.domain.errors import Invalid, NotAllowed, NotFound
from monitoring.domain.face_version import changed_settings
from monitoring.domain.public_face import PublicFace
from monitoring.services import erasing
from monitoring.services.face_versions import versions_of_face
from monitoring.services.municipalities import change_municipality
from monitoring.services.overview import municipality, public_state
from monitoring.services.public_face import (
    change_public_face,
    face_mark,
    logo,
    public_face,
    restore_face,
)
from monitoring.services.publishing import publish
from monitoring.storage import public_faces
from tests.services.stage import MEASURES, OWN, Stage, book
from tests.services.test_public_face import FACE, SVG, UNIT


def change(stage: Stage, face: PublicFace, logo: bytes | None = None) -> None:
    visit = stage.visit()
    change_public_face(visit, OWN, face, municipality(visit, OWN), logo)


def versions(stage: Stage) -> list[tuple[int, str | None]]:
    return [(each.number, each.changed_by) for each in versions_of_face(stage.visit(), OWN)]


def test_each_change_is_kept_with_who_made_it_and_what_was_before(stage: Stage) -> None:
    change(stage, FACE, SVG)
    change(stage, FACE.model_copy(update={"email": "neu@ort.example", "facts": {"phone": "1"}}))
    newest, before, first = versions_of_face(stage.visit(), OWN)
    assert (newest.changed_by, newest.changed_at) == (stage.visit().by, stage.visit().now)
    told = [(each.name, each.before, each.after) for each in changed_settings(before.told, newest.told)]
    assert told == [
        ("email", "klima@ort.example", "neu@ort.example"),
        ("facts.address", "Markt 1\n12345 Ort", None),
        ("facts.phone", None, "1"),
    ]
    assert (first.changed_by, first.changed_at) == (None, None)


def test_saving_the_same_again_is_no_change(stage: Stage) -> None:
    change(stage, FACE, SVG)
    change(stage, FACE)
    assert [number for number, _ in versions(stage)] == [2, 1]


def test_what_was_set_before_there_were_versions_keeps_its_author(stage: Stage) -> None:
    at = datetime(2025, 1, 2, 3, 4, tzinfo=UTC)
    place = stage.visit().place(OWN, Act.PRESENT)
    with stage.database.writing() as connection:
        public_faces.keep(connection, place.id, FACE, at=at, by="frühere Verwaltung")
        public_faces.keep_logo(connection, place.id, SVG)
    change(stage, PublicFace())
    first = versions_of_face(stage.visit(), OWN)[-1]
    assert (first.changed_by, first.changed_at) == ("frühere Verwaltung", at)
    restore_face(stage.visit(), OWN, first.number)
    assert public_face(stage.visit(), OWN) == FACE
    assert logo(stage.visit(), OWN).content == SVG


def test_what_the_operator_set_is_nobody_elses_change(stage: Stage) -> None:
    change(stage, FACE, SVG)
    change_municipality(stage.visit(Role.OPERATOR), OWN, {"contact_unit": "Bauamt"})
    change(stage, FACE.model_copy(update={"email": None}))
    newest, operators, mine, _ = versions_of_face(stage.visit(), OWN)
    assert [each.name for each in changed_settings(operators.told, newest.told)] == ["email"]
    assert [each.name for each in changed_settings(mine.told, operators.told)] == ["contact_unit"]
    assert operators.changed_by is None


def test_a_version_comes_back_whole_and_makes_public_pages_anew(stage: Stage) -> None:
    stage.take(book({"Maßnahmen": MEASURES}))
    publish(stage.visit(), OWN)
    visit = stage.visit()
    change_public_face(visit, OWN, FACE, UNIT, SVG)
    change_public_face(visit, OWN, PublicFace(email="b@ort.example"), municipality(visit, OWN))
    other = b"<svg xmlns='http://www.w3.org/2000/svg'/>"
    newer = FACE.model_copy(update={"logo": FACE.logo and FACE.logo.model_copy(update={"mark": "m2"})})
    change_public_face(visit, OWN, newer, UNIT.model_copy(update={"contact_unit": None}), other)
    before = public_state(stage.visit(Role.PUBLIC), OWN)
    restore_face(visit, OWN, 2)
    assert public_face(visit, OWN) == FACE
    assert municipality(visit, OWN).contact_unit == "Stabsstelle Klima"
    assert logo(visit, OWN).content == SVG
    assert public_state(stage.visit(Role.PUBLIC), OWN) != before
    restore_face(visit, OWN, 4)
    assert logo(visit, OWN).content == other
    assert [number for number, _ in versions(stage)] == [6, 5, 4, 3, 2, 1]


def test_only_those_who_may_change_it_see_and_restore(stage: Stage) -> None:
    change(stage, FACE, SVG)
    for role in (Role.COUNCIL, Role.PARTNER, Role.OPERATOR):
        with pytest.raises(NotAllowed):
            versions_of_face(stage.visit(role), OWN)
        with pytest.raises(NotAllowed):
            restore_face(stage.visit(role), OWN, 1)
    with pytest.raises(NotFound):
        restore_face(stage.visit(), OWN, 9)


def test_what_somebody_changed_meanwhile_is_not_restored_over(stage: Stage) -> None:
    change(stage, FACE, SVG)
    begun = face_mark(public_face(stage.visit(), OWN), municipality(stage.visit(), OWN))
    change(stage, FACE.model_copy(update={"email": "neu@ort.example"}))
    with pytest.raises(Invalid, match="face_changed"):
        restore_face(stage.visit(), OWN, 1, begun)


def test_an_erased_text_is_gone_from_every_version_and_none_brings_it_back(stage: Stage) -> None:
    face = FACE.model_copy(update={"email": "erika.muster@ort.example"})
    change(stage, face, SVG)
    change(stage, PublicFace())
    for text in ("Erika Muster", "erika.muster"):
        erasing.erase_text(stage.visit(), OWN, text, "Antrag")
    told = str([each.told for each in versions_of_face(stage.visit(), OWN)]).casefold()
    assert "muster" not in told
    restore_face(stage.visit(), OWN, 2)
    seen = public_face(stage.visit(), OWN)
    assert (seen.email, seen.logo) == (None, None)
    assert seen.texts == {"imprint.de": "Angaben von [entfernt am 02.06.2025]"}


def test_an_erased_address_leaves_a_face_that_can_be_read(stage: Stage) -> None:
    change(stage, FACE, SVG)
    erasing.erase_text(stage.visit(), OWN, "ort.example", "Antrag")
    seen = public_face(stage.visit(), OWN)
    assert (seen.email, seen.embedding_sites) == (None, ())
