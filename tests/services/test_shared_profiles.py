"""Shared profiles: offered to the municipalities of a region, never applied, invisible elsewhere."""

from __future__ import annotations

import pytest

from monitoring.domain.access import Role
from monitoring.domain.errors import Invalid
from monitoring.domain.municipality import Municipality, MunicipalityKind
from monitoring.services import profiles
from monitoring.services.importing import Options, check_against
from monitoring.services.municipalities import add_municipality, change_municipality
from tests.services.profile_files import first, taken
from tests.services.stage import FOREIGN, OWN, Rows, Stage

REGION, TOWN = "region-mitte", "drittstadt"


@pytest.fixture
def region(stage: Stage) -> Stage:
    """Both municipalities belong to a region, a third one does not."""
    admin = stage.administrator()
    add_municipality(admin, Municipality(slug=REGION, name="Region Mitte", kind=MunicipalityKind.REGION))
    add_municipality(admin, Municipality(slug=TOWN, name="Drittstadt"))
    for slug in (OWN, FOREIGN):
        change_municipality(admin, slug, {"region": REGION})
    return stage


def test_what_is_shared_is_offered_in_the_region_and_never_applied(region: Stage) -> None:
    taken(region, first())
    profiles.share(region.visit(), OWN, "Bilanz")
    visit = region.visit(Role.MANAGER, FOREIGN)
    assert [each.owner for each in profiles.listed(visit, FOREIGN).regional] == ["Bad Musterstadt"]
    found = check_against(visit, FOREIGN, [first(sheet="THG 2025")], Options())
    (question,) = found.open_questions
    assert (question.suggestion, question.suggested_by) == ("kt", "region")
    assert not found.can_be_taken_over
    outside = check_against(region.visit(Role.MANAGER, TOWN), TOWN, [first()], Options())
    assert [each.suggestion for each in outside.open_questions] == [None]


def test_words_are_offered_in_the_region_for_any_file(region: Stage) -> None:
    rows: Rows = [["Sektor", "THG [t]", "Jahr"], ["Haushalte", 1, 2020], ["Sonderkunden", 2, 2020]]
    file = first(rows, "Werte")
    (question,) = region.take(file).open_questions
    assert region.take(file, answers={question.key: "IND"}).revision
    profiles.share(region.visit(), OWN, "Bilanz")
    other: Rows = [["Jahr", "Sektor", "Endenergie [MWh]"], [2021, "Sonderkunden", 5]]
    (asked,) = check_against(
        region.visit(Role.MANAGER, FOREIGN), FOREIGN, [first(other, "X")], Options()
    ).questions
    assert (asked.suggestion, asked.suggested_by) == ("IND", "region")


def test_a_region_shares_with_its_municipalities(region: Stage) -> None:
    asked = region.take(first(), slug=REGION)
    region.take(first(), slug=REGION, answers={asked.open_questions[0].key: "kt"})
    profiles.share(region.visit(Role.MANAGER, REGION), REGION, "Bilanz")
    (question,) = check_against(region.visit(), OWN, [first()], Options()).open_questions
    assert question.suggestion == "kt"


def test_sharing_can_be_stopped_and_needs_a_region(region: Stage) -> None:
    taken(region, first())
    profiles.share(region.visit(), OWN, "Bilanz")
    profiles.share(region.visit(), OWN, "Bilanz", is_shared=False)
    visit = region.visit(Role.MANAGER, FOREIGN)
    assert profiles.listed(visit, FOREIGN).regional == ()
    taken(region, first(), slug=TOWN)
    with pytest.raises(Invalid, match="no_region"):
        profiles.share(region.visit(Role.MANAGER, TOWN), TOWN, "Bilanz")
