"""The public face: stored as it was set, seen by everybody, and part of what public pages are kept under."""

from __future__ import annotations

import pytest

from monitoring.domain.access import Role
from monitoring.domain.errors import Invalid, NotAllowed, NotFound
from monitoring.domain.municipality import Municipality
from monitoring.domain.public_face import Logo, PublicFace
from monitoring.services import erasing
from monitoring.services.overview import municipality, public_state
from monitoring.services.public_face import change_public_face, logo, public_face
from monitoring.services.publishing import publish
from tests.services.stage import MEASURES, OWN, Stage, book

UNIT = Municipality(
    slug="egal", name="Egal", contact_unit="Stabsstelle Klima", imprint_url="https://a.example/"
)
SVG = b"<svg xmlns='http://www.w3.org/2000/svg'><text>Amt Erika Muster</text></svg>"
FACE = PublicFace(
    email="klima@ort.example",
    accent="#0b5563",
    embedding_sites=("https://www.ort.example",),
    land="09",
    facts={"address": "Markt 1\n12345 Ort"},
    texts={"imprint.de": "Angaben von Erika Muster"},
    logo=Logo(media_type="image/svg+xml", mark="m1", width=10, height=10),
    logo_text="Wappen",
)


@pytest.fixture
def published(stage: Stage) -> Stage:
    stage.take(book({"Maßnahmen": MEASURES}))
    publish(stage.visit(), OWN)
    return stage


def test_everybody_sees_what_a_manager_has_set(published: Stage) -> None:
    public = published.visit(Role.PUBLIC)
    assert public_face(public, OWN) == PublicFace()
    change_public_face(published.visit(), OWN, FACE, UNIT, SVG)
    assert public_face(public, OWN) == FACE
    assert logo(public, OWN).content == SVG
    seen = municipality(public, OWN)
    assert (seen.slug, seen.name) == (OWN, "Bad Musterstadt")
    assert (seen.contact_unit, seen.imprint_url) == ("Stabsstelle Klima", "https://a.example/")


def test_a_change_makes_public_pages_anew(published: Stage) -> None:
    public = published.visit(Role.PUBLIC)
    before = public_state(public, OWN)
    change_public_face(published.visit(), OWN, FACE, municipality(public, OWN))
    after = public_state(public, OWN)
    assert after != before
    change_public_face(published.visit(), OWN, FACE, municipality(public, OWN))
    assert public_state(public, OWN) not in (before, after)


def test_a_logo_left_out_is_gone(published: Stage) -> None:
    change_public_face(published.visit(), OWN, FACE, UNIT, SVG)
    change_public_face(published.visit(), OWN, FACE.model_copy(update={"email": None}), UNIT)
    assert logo(published.visit(), OWN).content == SVG
    change_public_face(published.visit(), OWN, FACE.model_copy(update={"logo": None}), UNIT)
    with pytest.raises(NotFound):
        logo(published.visit(), OWN)


def test_an_address_that_is_none_changes_nothing(published: Stage) -> None:
    wrong = UNIT.model_copy(update={"privacy_url": "javascript:alert(1)"})
    with pytest.raises(Invalid, match="not_an_address"):
        change_public_face(published.visit(), OWN, FACE, wrong)
    assert public_face(published.visit(), OWN) == PublicFace()


def test_what_is_not_published_has_no_face(stage: Stage) -> None:
    change_public_face(stage.visit(), OWN, FACE, UNIT)
    with pytest.raises(NotFound):
        public_face(stage.visit(Role.PUBLIC), OWN)
    with pytest.raises(NotAllowed):
        change_public_face(stage.visit(Role.COUNCIL), OWN, FACE, UNIT)


def test_an_erased_text_is_gone_from_the_face_and_its_logo(published: Stage) -> None:
    change_public_face(published.visit(), OWN, FACE, UNIT, SVG)
    erasing.erase_text(published.visit(), OWN, "Erika Muster", "Antrag")
    seen = public_face(published.visit(), OWN)
    assert seen.texts == {"imprint.de": "Angaben von [entfernt am 02.06.2025]"}
    assert seen.logo is None
