"""Profiles of tables whose columns moved, were renamed or added: a change is told, all else is known."""

from __future__ import annotations

import pytest

from monitoring.domain.profile import DifferenceCode, ProfileStatus
from monitoring.services.importing import Check, Options, check_against
from tests.services.profile_files import first, taken
from tests.services.stage import OWN, Rows, Stage

BY_SECTOR: Rows = [
    ["Sektor", "Energieträger", 2020, 2021],
    ["Haushalte", "Strom", 1.5, 2.5],
    ["Haushalte", "Erdgas", 3.5, 4.5],
    ["Verkehr", "Diesel", 5.5, 6.5],
]
BY_CARRIER: Rows = [
    ["Energieträger", "Sektor", 2022, 2021, 2020],
    ["Diesel", "Verkehr", 7.5, 6.5, 5.5],
    ["Strom", "Haushalte", 3.0, 2.5, 1.5],
    ["Erdgas", "Haushalte", 4.0, 4.5, 3.5],
]
ONE_TITLE: Rows = [["CO2-Bilanz [kt]", None, None]]


def told(found: Check) -> list[tuple[DifferenceCode, str | None, str | None]]:
    assert found.profile is not None
    return [(each.code, each.before, each.label) for each in found.profile.differences]


def checked(stage: Stage, rows: Rows, sheet: str = "THG 2024") -> Check:
    return check_against(stage.visit(), OWN, [first(rows, sheet, "Bilanz_2024.xlsx")], Options())


def status(found: Check) -> ProfileStatus | None:
    return found.profile.status if found.profile else None


def test_two_columns_of_labels_may_change_places(stage: Stage) -> None:
    """The unit was asked under the name of the sheet, which names another year now."""
    taken(stage, first(BY_SECTOR))
    found = stage.take(first(BY_CARRIER, "THG 2024", "Bilanz_2024.xlsx"))
    assert (status(found), found.open_questions, told(found)) == (ProfileStatus.KNOWN, (), [])
    assert found.revision == 2


def test_what_was_said_about_a_row_holds_when_its_labels_change_places(stage: Stage) -> None:
    asked = stage.take(first(BY_SECTOR))
    answers = {each.key: "kt" for each in asked.open_questions}
    stage.take(first(BY_SECTOR), answers={**answers, "meaning:thg 2023:haushalte / erdgas": "carrier=biogas"})
    found = checked(stage, BY_CARRIER)
    assert status(found) is ProfileStatus.KNOWN
    assert {each.record.carrier.value for each in found.changes} == {"electricity", "biogas", "diesel"}  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("one", "next_one"),
    [
        (
            [["Bereich", "2020", "2021"], ["Haushalte", "1.953", "1.812"], ["Verkehr", "1.171", "1.100"]],
            [["Bereich", "2022", "2021"], ["Verkehr", "1.010", "1.100"], ["Haushalte", "1.400", "1.812"]],
        ),
        (
            [["Jahr", "Haushalte", "Verkehr"], ["2020", "1.953", "1.171"], ["2021", "1.812", "1.100"]],
            [["Jahr", "Verkehr", "Haushalte"], ["2021", "1.100", "1.812"], ["2022", "1.010", "1.400"]],
        ),
    ],
)
def test_the_style_of_numbers_holds_when_another_line_comes_first(
    stage: Stage, one: Rows, next_one: Rows
) -> None:
    """Else every number of next year would be a thousand times too large."""
    file = first([*ONE_TITLE, *one])
    (question,) = check_against(stage.visit(), OWN, [file], Options()).questions
    assert question.code == "number_style"
    stage.take(file, answers={question.key: "english"})
    found = checked(stage, [*ONE_TITLE, *next_one])
    assert {each.record.emissions_t for each in found.changes} == {1010.0, 1100.0, 1400.0, 1812.0}  # type: ignore[attr-defined]


def test_a_renamed_heading_and_an_added_column_are_a_changed_layout(stage: Stage) -> None:
    rows: Rows = [["Jahr", "Sektor", "THG [kt]"], [2020, "Haushalte", 7], [2020, "Verkehr", 9]]
    assert stage.take(first(rows)).revision
    now: Rows = [["Jahr", "Sektor", "Emissionen [kt]", "Wetter"], [2021, "Haushalte", 7, "mild"]]
    found = checked(stage, now)
    assert status(found) is ProfileStatus.CHANGED
    assert told(found) == [
        (DifferenceCode.RENAMED_LABEL, "THG [kt]", "Emissionen [kt]"),
        (DifferenceCode.NEW_LABEL, None, "Wetter"),
    ]


def test_columns_beside_a_table_are_told_too(stage: Stage) -> None:
    rows: Rows = [["Bereich", 2020, 2021], ["Haushalte", 1, 2], ["Verkehr", 3, 4]]
    taken(stage, first(rows))
    now: Rows = [["Sektor", "Nr.", 2021, 2022], ["Haushalte", 1, 2, 2], ["Verkehr", 2, 4, 4]]
    assert told(checked(stage, now)) == [
        (DifferenceCode.RENAMED_LABEL, "Bereich", "Sektor"),
        (DifferenceCode.NEW_LABEL, None, "Nr."),
    ]


def test_a_column_that_is_empty_for_once_is_no_change(stage: Stage) -> None:
    rows: Rows = [["Bereich", 2020, 2021, "Anmerkung"], ["Haushalte", 1, 2, "neu"], ["Verkehr", 3, 4, None]]
    taken(stage, first(rows))
    now: Rows = [["Bereich", 2021, 2022, "Anmerkung"], ["Haushalte", 2, 2, None], ["Verkehr", 4, 4, None]]
    assert status(checked(stage, now)) is ProfileStatus.KNOWN


def test_two_new_labels_of_one_meaning_are_no_new_name_of_another(stage: Stage) -> None:
    rows: Rows = [["Bereich", 2020, 2021], ["Private Haushalte", 1, 2], ["Verkehr", 3, 4]]
    taken(stage, first(rows))
    now: Rows = [["Bereich", 2020, 2021], ["Haushalte", 1, 2], ["PHH", 1, 2], ["Verkehr", 3, 4]]
    assert {code for code, *_ in told(checked(stage, now))} == {
        DifferenceCode.NEW_LABEL, DifferenceCode.MISSING_LABEL,
    }  # fmt: skip


def test_the_same_sectors_under_other_names_in_another_sheet_are_another_file(stage: Stage) -> None:
    rows: Rows = [
        ["Bereich", 2020, 2021],
        ["Private Haushalte", 1, 2],
        ["Gewerbe, Handel, Dienstleistungen", 1, 2],
        ["Verkehr", 3, 4],
        ["Summe", 5, 8],
    ]
    taken(stage, first(rows))
    now: Rows = [
        ["Sektor", 2020, 2021],
        ["Haushalte", 1, 2],
        ["GHD", 1, 2],
        ["Verkehr", 3, 4],
        ["Summe", 5, 8],
    ]
    assert status(checked(stage, now, "Übersicht")) is ProfileStatus.NEW
    assert status(checked(stage, now)) is ProfileStatus.CHANGED
