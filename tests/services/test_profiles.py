"""Profiles: the same layout needs no answer, a changed one says what changed, another town's is invisible."""

from __future__ import annotations

import pytest

from monitoring.domain.access import Role
from monitoring.domain.errors import Invalid
from monitoring.domain.profile import DifferenceCode, Profile, ProfileStatus
from monitoring.services import importing, profiles
from monitoring.services.importing import Check, Options, check_against
from tests.services.profile_files import NEXT_YEAR, first, taken
from tests.services.stage import FOREIGN, OWN, Rows, Stage


def only_profile(stage: Stage, slug: str = OWN) -> Profile:
    (found,) = profiles.listed(stage.visit(slug=slug), slug).own
    return found


def status(found: Check) -> ProfileStatus | None:
    return found.profile.status if found.profile else None


def codes(found: Check) -> list[tuple[DifferenceCode, str | None]]:
    assert found.profile is not None
    return [(each.code, each.label) for each in found.profile.differences]


def test_a_layout_that_was_taken_over_is_a_profile(stage: Stage) -> None:
    assert (
        stage.take(first()).profile
        == importing.check_against(stage.visit(), OWN, [first()], Options()).profile
    )
    found = taken(stage, first())
    assert (found.profile and found.profile.status) == ProfileStatus.NEW
    kept = only_profile(stage)
    assert (kept.name, kept.kinds, kept.made_by) == ("Bilanz", ("balance",), "manager")
    assert [*kept.answers.values()] == ["kt"]


def test_the_same_layout_next_year_needs_no_answer(stage: Stage) -> None:
    """Columns moved, a year added, rows in another order, sheet and file renamed with the year."""
    taken(stage, first())
    found = stage.take(first(NEXT_YEAR, "THG 2024", "Bilanz_2024.xlsx"))
    assert (found.profile and found.profile.status, found.profile and found.profile.name) == (
        ProfileStatus.KNOWN, "Bilanz",
    )  # fmt: skip
    assert (found.questions, found.revision) == ((), 2)
    stored = {(each.record.year, each.record.sector.value): each.record.emissions_t for each in found.changes}  # type: ignore[attr-defined]
    assert stored[2022, "VER"] == 5500
    assert only_profile(stage).sheets[0].sheet == "THG 2024"


def test_a_meaning_that_was_changed_is_changed_next_year(stage: Stage) -> None:
    rows: Rows = [["Jahr", "Sektor", "THG [t]", "Bezug"], [2020, "Haushalte", 1, 7]]
    stage.take(first(rows, "Bilanz"), answers={"meaning:bilanz:bezug": "field=energy_mwh;unit=GWh"})
    moved: Rows = [["Bezug 2021", "THG [t]", "Sektor", "Jahr"], [8, 2, "Haushalte", 2021]]
    found = stage.take(first(moved, "Bilanz"))
    assert status(found) is ProfileStatus.KNOWN
    assert [change.record.energy_mwh for change in found.changes] == [8000]  # type: ignore[attr-defined]


def test_a_sheet_that_was_given_its_kind_is_known_next_year(stage: Stage) -> None:
    rows: Rows = [["Was", "Wer"], ["Radweg bauen", "Bauamt"]]
    answers = {
        "kind:liste": "measures",
        "meaning:liste:was": "field=title",
        "meaning:liste:wer": "field=responsible",
    }
    assert stage.take(first(rows, "Liste"), answers=answers).revision == 1
    more: Rows = [*rows, ["Wärmenetz planen", "Stadtwerke"]]
    found = stage.take(first(more, "Liste"))
    assert status(found) is ProfileStatus.KNOWN
    assert found.revision == 2


def test_a_changed_layout_says_what_changed(stage: Stage) -> None:
    taken(stage, first())
    rows: Rows = [["Ausstoß", 2020, 2021], ["Haushalte", 1, 2], ["Verkehr", 3, 4], ["Industrie", 5, 6]]
    found = stage.take(first(rows))
    assert status(found) is ProfileStatus.CHANGED
    assert codes(found) == [(DifferenceCode.NEW_LABEL, "Industrie")]
    assert codes(stage.take(first(rows[:3]))) == [(DifferenceCode.MISSING_LABEL, "Industrie")]


def test_another_meaning_of_a_known_label_is_a_change(stage: Stage) -> None:
    taken(stage, first())
    key = "meaning:thg 2023:verkehr"
    found = check_against(stage.visit(), OWN, [first()], Options(answers={key: "sector=IND"}))
    assert found.profile is not None
    (other,) = found.profile.differences
    assert (other.code, other.label, other.before, other.after) == (
        DifferenceCode.OTHER_MEANING, "Verkehr", "sector=VER", "sector=IND",
    )  # fmt: skip


def test_another_layout_is_new_and_asks(stage: Stage) -> None:
    taken(stage, first())
    other: Rows = [["Abgase", 2020, 2021], ["Industrie", 1, 2], ["Gewerbe", 3, 4]]
    found = stage.take(first(other))
    assert status(found) is ProfileStatus.NEW
    assert found.open_questions


def test_a_sheet_of_the_same_name_in_another_file_is_asked_about(stage: Stage) -> None:
    taken(stage, first())
    other = first([["Abgase", 2020, 2021], ["Industrie", 1, 2], ["Gewerbe", 3, 4]], name="Abgase.xlsx")
    found = check_against(stage.visit(), OWN, [first(), other], Options())
    assert [each.status for each in found.profiles] == [ProfileStatus.KNOWN, ProfileStatus.NEW]
    assert [(each.code, each.file) for each in found.open_questions] == [("unit", "Abgase.xlsx")]


def test_a_renamed_sheet_is_only_offered_the_answers(stage: Stage) -> None:
    """„Energie“ with the labels of „THG“ would be in another unit."""
    taken(stage, first())
    found = check_against(stage.visit(), OWN, [first(sheet="Andere Liste")], Options())
    assert [each.code for each in found.profile.differences] == [DifferenceCode.RENAMED_SHEET]  # type: ignore[union-attr]
    (question,) = found.open_questions
    assert (question.suggestion, question.suggested_by) == ("kt", "profile")


def test_an_answer_about_all_labels_is_only_offered_where_labels_are_new(stage: Stage) -> None:
    unknown = [[f"Kundengruppe {letter}", 1, 2] for letter in "abcdefghi"]
    rows: Rows = [["THG [t]", 2020, 2021], ["Haushalte", 1, 2], ["Verkehr", 3, 4], *unknown]
    asked = stage.take(first(rows, "Werte"))
    assert [each.key for each in asked.open_questions] == ["lines:werte"]
    assert stage.take(first(rows, "Werte"), answers={"lines:werte": "leave_out"}).revision
    assert not check_against(stage.visit(), OWN, [first(rows, "Werte")], Options()).open_questions
    more: Rows = [*rows, ["Großverbraucher", 9, 9]]
    (question,) = check_against(stage.visit(), OWN, [first(more, "Werte")], Options()).open_questions
    assert (question.key, question.suggestion) == ("lines:werte", "leave_out")


def test_the_year_of_a_file_is_asked_every_time(stage: Stage) -> None:
    rows: Rows = [["Sektor", "THG [t]"], ["Haushalte", 1], ["Verkehr", 2]]
    file = first(rows, "Werte", "Bilanz.xlsx")
    assert stage.take(file, answers={"year:werte": "2020"}).revision
    assert [each.key for each in stage.take(file).open_questions] == ["year:werte"]


def test_answers_wait_with_their_files_until_these_are_taken_over(stage: Stage) -> None:
    visit = stage.visit()
    batch = importing.upload(visit, OWN, [first()])
    (question,) = importing.check(visit, OWN, batch, Options()).open_questions
    assert importing.answer(visit, OWN, batch, {question.key: "kt"}) == {}
    assert not importing.check(visit, OWN, batch, Options()).open_questions
    assert check_against(visit, OWN, [first()], Options()).open_questions
    importing.take_over(visit, OWN, batch, Options())
    assert not check_against(visit, OWN, [first()], Options()).open_questions


def test_a_forgotten_profile_is_forgotten(stage: Stage) -> None:
    taken(stage, first())
    profiles.forget(stage.visit(), OWN, "bilanz")
    assert profiles.listed(stage.visit(), OWN).own == ()
    found = check_against(stage.visit(), OWN, [first()], Options())
    assert status(found) is ProfileStatus.NEW
    assert found.open_questions
    with pytest.raises(Invalid, match="unknown_profile"):
        profiles.forget(stage.visit(), OWN, "Bilanz")


def test_a_renamed_profile_is_found_as_before(stage: Stage) -> None:
    taken(stage, first())
    profiles.rename(stage.visit(), OWN, "Bilanz", " Unsere  Bilanz ")
    assert check_against(stage.visit(), OWN, [first()], Options()).profile.name == "Unsere Bilanz"  # type: ignore[union-attr]


@pytest.mark.parametrize(("name", "code"), [(" ", "name_missing"), ("x" * 121, "name_too_long")])
def test_a_profile_needs_a_name(stage: Stage, name: str, code: str) -> None:
    taken(stage, first())
    with pytest.raises(Invalid, match=code):
        profiles.rename(stage.visit(), OWN, "Bilanz", name)


def test_no_two_profiles_have_one_name(stage: Stage) -> None:
    taken(stage, first())
    other: Rows = [["Jahr", "Sektor", "THG [t]"], [2015, "Industrie", 1]]
    assert stage.take(first(other, "Bilanz")).revision
    assert {each.name for each in profiles.listed(stage.visit(), OWN).own} == {"Bilanz", "Bilanz 2"}
    with pytest.raises(Invalid, match="profile_name_taken"):
        profiles.rename(stage.visit(), OWN, "Bilanz 2", "BILANZ")


def test_a_corrected_answer_holds_from_then_on(stage: Stage) -> None:
    taken(stage, first())
    (key,) = only_profile(stage).answers
    profiles.correct(stage.visit(), OWN, "Bilanz", {key: "t"})
    found = check_against(stage.visit(), OWN, [first()], Options())
    assert status(found) is ProfileStatus.KNOWN
    assert {change.record.emissions_t for change in found.changes} == {1.5, 2.5, 3.5, 4.5}  # type: ignore[attr-defined]
    with pytest.raises(Invalid, match="not_a_choice"):
        profiles.correct(stage.visit(), OWN, "Bilanz", {key: "Äpfel"})
    profiles.correct(stage.visit(), OWN, "Bilanz", {key: ""})
    assert check_against(stage.visit(), OWN, [first()], Options()).open_questions


def test_a_profile_can_be_asked_for_by_name(stage: Stage) -> None:
    taken(stage, first())
    renamed = first(sheet="Andere Liste")
    found = check_against(stage.visit(), OWN, [renamed], Options(profile="Bilanz"))
    assert not found.open_questions
    with pytest.raises(Invalid, match="unknown_profile"):
        check_against(stage.visit(), OWN, [renamed], Options(profile="gibt es nicht"))


def test_another_municipality_does_not_see_a_profile(stage: Stage) -> None:
    taken(stage, first())
    visit = stage.visit(Role.MANAGER, FOREIGN)
    assert profiles.listed(visit, FOREIGN).own == profiles.listed(visit, FOREIGN).regional == ()
    found = check_against(visit, FOREIGN, [first()], Options())
    assert status(found) is ProfileStatus.NEW
    assert [each.suggestion for each in found.open_questions] == [None]
    with pytest.raises(Invalid, match="unknown_profile"):
        profiles.forget(visit, FOREIGN, "Bilanz")


def test_two_files_of_one_form_keep_a_profile_each(stage: Stage) -> None:
    taken(stage, first())
    energy: Rows = [["Verbrauch [GWh]", 2020, 2021], ["Haushalte", 1.5, 2.5], ["Verkehr", 3.5, 4.5]]
    assert stage.take(first(energy, "Energie", "Energie_2023.xlsx")).revision
    assert {each.name for each in profiles.listed(stage.visit(), OWN).own} == {"Bilanz", "Energie"}
    for file in (first(), first(energy, "Energie", "Energie_2023.xlsx")):
        assert status(check_against(stage.visit(), OWN, [file], Options())) is ProfileStatus.KNOWN
