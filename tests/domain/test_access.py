"""Access: the matrix, and what each role sees of a municipality that stands at certain numbers."""

from __future__ import annotations

from datetime import date

import pytest

from monitoring.domain import access
from monitoring.domain.access import (
    Act,
    Life,
    Membership,
    Role,
    Sight,
    States,
    Viewer,
    local_administrator,
    viewer_as,
)
from monitoring.domain.errors import NotAllowed, NotFound, NotSignedIn

TODAY = date(2025, 6, 2)
OFFICE, PUBLIC = Life.OFFICE, Life.PUBLIC
SEEN: list[tuple[States, dict[Role, Sight | None]]] = [
    (States(0), {Role.PUBLIC: None, Role.COUNCIL: None, Role.MANAGER: Sight(OFFICE, 0, True)}),
    (States(5, 3), {Role.PUBLIC: None, Role.COUNCIL: Sight(OFFICE, 3), Role.MANAGER: Sight(OFFICE, 5, True)}),
    (
        States(5, 3, (1,), 2),
        {Role.PUBLIC: Sight(PUBLIC, 1), Role.COUNCIL: Sight(OFFICE, 3), Role.PARTNER: Sight(PUBLIC, 1)},
    ),
    (States(5, 3, (1, 4), 3), {Role.COUNCIL: Sight(PUBLIC, 4), Role.OPERATOR: Sight(PUBLIC, 4)}),
    (States(5, 3, (4,), None), {Role.COUNCIL: Sight(OFFICE, 3)}),
]


@pytest.mark.parametrize(("states", "expected"), SEEN)
def test_what_each_role_sees(states: States, expected: dict[Role, Sight | None]) -> None:
    for role, sight in expected.items():
        if sight is None:
            with pytest.raises(NotFound):
                access.sight(viewer_as(role, "a"), "a", states, TODAY)
        else:
            assert access.sight(viewer_as(role, "a"), "a", states, TODAY) == sight


@pytest.mark.parametrize("role", list(Role))
def test_a_named_publication_is_the_same_for_everybody(role: Role) -> None:
    states = States(5, 3, (1,), 2)
    assert access.sight(viewer_as(role, "a"), "a", states, TODAY, 1) == Sight(PUBLIC, 1)
    with pytest.raises(NotFound):
        access.sight(viewer_as(role, "a"), "a", states, TODAY, 2)


def test_only_managers_see_what_is_internal() -> None:
    assert [role for role in Role if Act.SEE_INTERNAL in access.RIGHTS[role]] == [Role.MANAGER]


@pytest.mark.parametrize("role", list(Role))
def test_a_role_in_one_municipality_is_none_in_another(role: Role) -> None:
    foreign = access.acts(viewer_as(role, "a"), "b", TODAY)
    assert foreign == (access.RIGHTS[role] if role is Role.OPERATOR else {Act.SEE_PUBLISHED})


def test_a_grant_ends_with_its_day() -> None:
    partner = Viewer("p", 1, (Membership(Role.PARTNER, "a", TODAY),))
    assert Act.SEE_CURRENT in access.acts(partner, "a", TODAY)
    assert Act.SEE_CURRENT not in access.acts(partner, "a", date(2025, 6, 3))
    assert Act.SEE_INTERNAL not in access.acts(partner, "a", TODAY)


def test_roles_add_up() -> None:
    both = Viewer("x", 1, (Membership(Role.COUNCIL, "a"), Membership(Role.MANAGER, "b")))
    assert Act.EDIT not in access.acts(both, "a", TODAY)
    assert Act.EDIT in access.acts(both, "b", TODAY)


def test_refusals_say_whether_signing_in_could_help() -> None:
    with pytest.raises(NotSignedIn):
        access.require(Viewer(), Act.EDIT, "a", TODAY)
    with pytest.raises(NotAllowed):
        access.require(viewer_as(Role.COUNCIL, "a"), Act.EDIT, "a", TODAY)
    for act in Act:
        access.require(local_administrator("root"), act, "a", TODAY)
