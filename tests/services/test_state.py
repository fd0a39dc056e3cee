"""The state: no role sees more than it may, at any depth."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import timedelta

import pytest

from monitoring.domain.access import Membership, Role, Viewer
from monitoring.domain.balance import CellState, Sector
from monitoring.domain.errors import NotAllowed, NotFound, NotSignedIn
from monitoring.domain.kinds import KINDS
from monitoring.domain.record import INTERNAL, fields_with
from monitoring.services import editing, publishing
from monitoring.services.overview import overview
from monitoring.services.state import state
from tests.services.stage import BALANCE, MEASURES, NOW, OWN, Stage, book

SECRET = "nur intern"
OUTSIDE = [Role.PUBLIC, Role.COUNCIL, Role.PARTNER, Role.OPERATOR]


@pytest.fixture
def published(stage: Stage) -> Stage:
    measures = [[*row, extra] for row, extra in zip(MEASURES, ["Interne Notiz", SECRET, None], strict=True)]
    people = [[*row, extra] for row, extra in zip(measures, ["Ansprechperson", SECRET, None], strict=True)]
    stage.take(book({"Maßnahmen": people, "Bilanz": BALANCE}))
    withheld = {"year": 2020, "sector": Sector.GHD, "energy_mwh": 55.0, "state": CellState.CONFIDENTIAL}
    editing.add(stage.visit(), OWN, "balance", withheld)
    publishing.share(stage.visit(), OWN)
    publishing.publish(stage.visit(), OWN, note=SECRET)
    return stage


def test_the_fixture_stores_what_is_internal(published: Stage) -> None:
    measure = state(published.visit(), OWN).records["measures"][0]
    assert SECRET in {getattr(measure, name) for name in fields_with(type(measure), INTERNAL)}


@pytest.mark.parametrize("role", OUTSIDE)
def test_internal_text_never_leaves_at_any_depth(published: Stage, role: Role) -> None:
    seen = state(published.visit(role), OWN)
    assert SECRET not in repr(seen)
    assert SECRET not in repr(asdict(seen.stand))
    assert SECRET not in repr(overview(published.visit(role), OWN).records)


@pytest.mark.parametrize("role", OUTSIDE)
def test_who_released_it_and_from_which_upload_stays_inside(published: Stage, role: Role) -> None:
    seen = state(published.visit(role), OWN)
    assert seen.stand.publication is not None
    assert seen.stand.publication.published_by == ""
    origins = [
        origin
        for kind in seen.known.values()
        for each in kind.values()
        for origin in each.provenance.values()
    ]
    assert origins
    assert {(origin.upload, origin.text) for origin in origins} == {(None, None)}
    assert "Maßnahmen" in {origin.sheet for origin in origins}


@pytest.mark.parametrize("role", OUTSIDE)
def test_confidential_values_stay_inside(published: Stage, role: Role) -> None:
    def energy(role: Role) -> set[float | None]:
        records = state(published.visit(role), OWN).records["balance"]
        return {each.energy_mwh for each in records if each.sector.value == "GHD"}  # type: ignore[attr-defined]

    assert energy(Role.MANAGER) == {55}
    assert energy(role) == {None}


def test_every_kind_with_internal_text_is_known() -> None:
    """A reminder to look here when a kind gains its first internal field."""
    assert {kind for kind, each in KINDS.items() if fields_with(each, INTERNAL)} >= {
        "measures",
        "status_reports",
    }


def test_a_partner_sees_the_current_state_until_its_grant_ends(stage: Stage) -> None:
    stage.take(book({"Maßnahmen": MEASURES}))
    today = NOW.date()
    partner = Viewer("energieagentur", 7, (Membership(Role.PARTNER, OWN, today),))
    assert state(stage.of(partner), OWN).records["measures"]
    with pytest.raises(NotFound):
        state(stage.of(partner, days=1), OWN)
    ungranted = replace(partner, memberships=(Membership(Role.PARTNER, OWN),))
    with pytest.raises(NotFound):
        state(stage.of(ungranted), OWN)
    foreign = replace(partner, memberships=(Membership(Role.PARTNER, "nachbarstadt", today),))
    with pytest.raises(NotFound):
        state(stage.of(foreign), OWN)


def test_the_day_of_a_grant_is_a_german_day(stage: Stage) -> None:
    stage.take(book({"Maßnahmen": MEASURES}))
    partner = Viewer("p", 7, (Membership(Role.PARTNER, OWN, NOW.date()),))
    late = replace(stage.of(partner), now=NOW.replace(hour=22, minute=30) + timedelta())
    with pytest.raises(NotFound):
        state(late, OWN)


def test_earlier_revisions_are_for_those_who_see_the_history(published: Stage) -> None:
    assert state(published.visit(), OWN, revision=1).stand.revision == 1
    with pytest.raises(NotFound):
        state(published.visit(), OWN, revision=3)
    with pytest.raises(NotSignedIn):
        state(published.visit(Role.PUBLIC), OWN, revision=1)
    for role in (Role.COUNCIL, Role.PARTNER, Role.OPERATOR):
        with pytest.raises(NotAllowed):
            state(published.visit(role), OWN, revision=1)


@pytest.mark.parametrize("role", list(Role))
def test_an_unknown_municipality_and_publication_answer_alike(published: Stage, role: Role) -> None:
    for slug, publication in (("gibt-es-nicht", None), (OWN, 9), ("nachbarstadt", None)):
        with pytest.raises(NotFound):
            state(published.visit(role), slug, publication)
