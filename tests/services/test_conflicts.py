"""Two managers at once: the second sees what changed meanwhile and decides; nothing is overwritten unseen."""

from __future__ import annotations

import pytest

from monitoring.domain.access import Role
from monitoring.domain.balance import EmissionEntry
from monitoring.domain.errors import Conflict, NotAllowed
from monitoring.services.conflicts import Decisions, conflicting
from monitoring.services.editing import edit
from monitoring.services.importing import Options, check, take_over, upload
from monitoring.services.overview import overview
from tests.services.stage import BALANCE, FOREIGN, OWN, Stage, book, with_cell

SEEN = 1
HOUSEHOLDS, TRANSPORT = (
    ("balance", ("territory", 2018, sector, "all", "bisko", 1)) for sector in ("HH", "VER")
)


@pytest.fixture
def second(stage: Stage) -> str:
    """The batch of the second manager, who saw revision 1 before the first took over revision 2."""
    stage.take(book({"Bilanz": BALANCE}))
    mine = with_cell(with_cell(BALANCE, 1, 3, 410), 2, 3, 610)
    batch = upload(stage.visit(), OWN, [book({"Bilanz": mine})])
    stage.take(book({"Bilanz": with_cell(BALANCE, 1, 3, 420)}))
    return batch


def _of_2018(stage: Stage) -> list[float | None]:
    rows = {each.key: each.emissions_t for each in overview(stage.visit(), OWN).of(EmissionEntry)}
    return [rows[HOUSEHOLDS[1]], rows[TRANSPORT[1]]]


def test_a_conflict_shows_before_theirs_and_mine(stage: Stage, second: str) -> None:
    found = check(stage.visit(), OWN, second, Options())
    (only,) = conflicting(stage.visit(), OWN, found, SEEN)
    assert only.item == HOUSEHOLDS
    versions = [only.before, only.theirs, only.mine]
    assert [each.emissions_t for each in versions if isinstance(each, EmissionEntry)] == [400.0, 420.0, 410.0]


def test_nothing_is_taken_over_before_it_was_decided(stage: Stage, second: str) -> None:
    with pytest.raises(Conflict) as refused:
        take_over(stage.visit(), OWN, second, Options(), SEEN)
    assert refused.value.details["items"] == [HOUSEHOLDS]
    assert _of_2018(stage) == [420.0, 600.0]


@pytest.mark.parametrize(("is_mine", "value"), [(True, 410.0), (False, 420.0)])
def test_the_decision_counts_and_the_rest_is_taken_over(
    stage: Stage, second: str, is_mine: bool, value: float
) -> None:
    decisions = Decisions(2, lambda item: is_mine)
    assert take_over(stage.visit(), OWN, second, Options(), SEEN, decisions).revision == 3
    assert _of_2018(stage) == [value, 610.0]


def test_what_changes_after_the_decision_was_shown_is_a_conflict_again(stage: Stage, second: str) -> None:
    edit(stage.visit(), OWN, *TRANSPORT, {"emissions_t": 605.0})
    with pytest.raises(Conflict) as refused:
        take_over(stage.visit(), OWN, second, Options(), SEEN, Decisions(2, lambda item: True))
    assert refused.value.details["items"] == [TRANSPORT]


def test_what_came_back_to_what_was_seen_is_no_conflict(stage: Stage, second: str) -> None:
    edit(stage.visit(), OWN, *HOUSEHOLDS, {"emissions_t": 400.0})
    found = check(stage.visit(), OWN, second, Options())
    assert conflicting(stage.visit(), OWN, found, SEEN) == []


@pytest.mark.parametrize("role", [Role.COUNCIL, Role.PARTNER])
def test_only_managers_see_conflicts(stage: Stage, second: str, role: Role) -> None:
    found = check(stage.visit(), OWN, second, Options())
    with pytest.raises(NotAllowed):
        conflicting(stage.visit(role), OWN, found, SEEN)
    with pytest.raises(NotAllowed):
        conflicting(stage.visit(Role.MANAGER, FOREIGN), OWN, found, SEEN)
