"""Withholding: who is outside finds a confidential value in no state, and none it could be computed from."""

from __future__ import annotations

import pytest

from monitoring.domain.access import Role
from monitoring.domain.balance import CellState, EmissionEntry, Sector
from monitoring.services import editing, publishing
from monitoring.services.overview import overview, public_state
from monitoring.services.state import state
from tests.services.stage import OWN, TARGETS, Rows, Stage, book

SECTORS: Rows = [
    ["Jahr", "Sektor", "Endenergie [MWh]", "THG-Emissionen [t CO2e]"],
    [2020, "HH", 900, 360],
    [2020, "GHD", 500, 210],
    [2020, "IND", 700, 330],
    [2020, "VER", 1900, 570],
    [2020, "Gesamt", 4000, 1470],
]
OUTSIDE = [Role.PUBLIC, Role.COUNCIL, Role.PARTNER, Role.OPERATOR]
INDUSTRY = ("territory", 2020, "IND", "all", "bisko", 1)


def energy(stage: Stage, role: Role, publication: int | None = None) -> dict[str, float | None]:
    seen = state(stage.visit(role), OWN, publication).records["balance"]
    return {each.sector.value: each.energy_mwh for each in seen if isinstance(each, EmissionEntry)}


def mark(stage: Stage, state: CellState = CellState.CONFIDENTIAL) -> None:
    editing.edit(stage.visit(), OWN, "balance", INDUSTRY, {"state": state})


@pytest.fixture
def marked(stage: Stage) -> Stage:
    """Published openly, then marked and published again, and shared with the council."""
    stage.take(book({"Bilanz": SECTORS, "Ziele": TARGETS}))
    publishing.publish(stage.visit(), OWN)
    mark(stage)
    publishing.share(stage.visit(), OWN)
    publishing.publish(stage.visit(), OWN)
    return stage


@pytest.mark.parametrize("role", OUTSIDE)
@pytest.mark.parametrize("publication", [None, 1, 2])
def test_the_value_and_a_second_one_are_told_nowhere(
    marked: Stage, role: Role, publication: int | None
) -> None:
    told = energy(marked, role, publication)
    assert (told["IND"], told["GHD"], told["SUM"]) == (None, None, 4000)
    seen = overview(marked.visit(role), OWN, publication)
    assert seen.emissions[0].total == 1470
    assert Sector.GHD not in seen.emissions[0].by_sector


def test_the_office_sees_everything(marked: Stage) -> None:
    assert energy(marked, Role.MANAGER) == {"HH": 900, "GHD": 500, "IND": 700, "VER": 1900, "SUM": 4000}


def test_where_a_withheld_value_came_from_is_not_told_either(marked: Stage) -> None:
    known = state(marked.visit(Role.PUBLIC), OWN, 1).known["balance"]
    origins = {each.record.sector.value: set(each.provenance) for each in known.values()}  # type: ignore[attr-defined]
    assert "energy_mwh" in origins["HH"]
    assert {"energy_mwh", "emissions_t"} & (origins["IND"] | origins["GHD"]) == set()


def test_what_earlier_publications_said_is_not_told_as_a_correction(marked: Stage) -> None:
    editing.edit(
        marked.visit(), OWN, "balance", ("territory", 2020, "GHD", "all", "bisko", 1), {"energy_mwh": 512.0}
    )
    publishing.publish(marked.visit(), OWN)
    before = overview(marked.visit(Role.PUBLIC), OWN).past
    numbers = {each.record.energy_mwh for each in before.closed["balance"]}  # type: ignore[attr-defined]
    assert before.closed["balance"]
    assert numbers == {None}


def test_marking_takes_effect_before_it_is_published(stage: Stage) -> None:
    stage.take(book({"Bilanz": SECTORS}))
    publishing.publish(stage.visit(), OWN)
    before = public_state(stage.visit(Role.PUBLIC), OWN)
    assert energy(stage, Role.PUBLIC)["IND"] == 700
    mark(stage)
    assert energy(stage, Role.PUBLIC)["IND"] is None
    assert public_state(stage.visit(Role.PUBLIC), OWN) != before


def test_it_is_told_again_once_a_publication_says_so(marked: Stage) -> None:
    mark(marked, CellState.VALUE)
    assert energy(marked, Role.PUBLIC, 1)["IND"] is None
    publishing.publish(marked.visit(), OWN)
    publishing.share(marked.visit(), OWN)
    assert energy(marked, Role.PUBLIC)["IND"] == energy(marked, Role.PUBLIC, 1)["IND"] == 700
    assert energy(marked, Role.PUBLIC, 2)["IND"] is None


def test_what_was_withheld_beside_an_earlier_mark_stays_so_beside_a_later_one(stage: Stage) -> None:
    stage.take(book({"Bilanz": SECTORS}))
    publishing.publish(stage.visit(), OWN)
    mark(stage)
    assert energy(stage, Role.PUBLIC)["GHD"] is None
    traffic = ("territory", 2020, "VER", "all", "bisko", 1)
    editing.edit(stage.visit(), OWN, "balance", traffic, {"state": CellState.CONFIDENTIAL})
    told = energy(stage, Role.PUBLIC)
    assert (told["IND"], told["VER"], told["GHD"]) == (None, None, None)


def test_a_withdrawn_publication_does_not_say_what_is_confidential(marked: Stage) -> None:
    mark(marked, CellState.VALUE)
    publishing.share(marked.visit(), OWN)
    assert energy(marked, Role.PUBLIC)["IND"] is None
    publishing.withdraw(marked.visit(), OWN, "Versehen")
    assert energy(marked, Role.PUBLIC)["IND"] == 700


def test_sharing_is_part_of_what_kept_answers_rest_on(marked: Stage) -> None:
    before = public_state(marked.visit(Role.PUBLIC), OWN)
    publishing.share(marked.visit(), OWN, 1)
    assert public_state(marked.visit(Role.PUBLIC), OWN) != before
