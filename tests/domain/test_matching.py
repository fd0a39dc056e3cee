"""Matching: which measure a row means; nothing is guessed, no id is given twice."""

from __future__ import annotations

from typing import Any

import pytest

from monitoring.domain.draft import Draft
from monitoring.domain.matching import Matching, match_measures
from monitoring.domain.measure import Measure

STORED = [
    Measure(id="M1", programme="Konzept 2012", number="M1", title="Solar"),
    Measure(id="konzept-2023-M1", programme="Konzept 2023", number="M1", title="Rad"),
    Measure(id="beratung", programme="Konzept 2023", title="Beratung"),
]


def _row(kind: str = "measures", **values: Any) -> Draft:
    return Draft(kind, values, {}, "Blatt", 2)


def _match(*drafts: Draft, answers: dict[str, str] | None = None, used: tuple[str, ...] = ()) -> Matching:
    return match_measures(drafts, STORED, used, answers or {})


def _ids(found: Matching) -> list[str]:
    return [draft.values.get("measure") or draft.values["id"] for draft in found.drafts]


def _codes(found: Matching) -> list[str]:
    return [finding.code for finding in found.findings]


def test_the_same_number_in_another_programme_is_another_measure() -> None:
    found = _match(
        _row(programme="Konzept 2023", number="m1", title="Rad"),
        _row(programme="Wärmeplan", number="M1", title="Netz"),
    )
    assert _ids(found) == ["konzept-2023-M1", "waermeplan-M1"]
    assert found.questions == []


def test_a_number_of_two_programmes_is_told_apart_by_title_or_asked_for() -> None:
    assert _ids(_match(_row(number="M1", title="Rad"))) == ["konzept-2023-M1"]
    unclear = _match(_row(number="M1", title="Wald"), _row("milestones", number="M1"))
    assert (_codes(unclear), unclear.drafts) == (["ambiguous_measure", "ambiguous_measure"], [])


def test_the_same_number_with_another_title_is_asked() -> None:
    row = _row(programme="Konzept 2012", number="M1", title="Solarthermie")
    (question,) = _match(row).questions
    assert (question.key, question.choices) == ("title:konzept 2012:m1:solarthermie", ("same", "other"))
    assert _ids(_match(row, answers={question.key: "same"})) == ["M1"]
    assert _ids(_match(row, answers={question.key: "other"})) == ["konzept-2012-M1"]


def test_an_id_decides_whatever_number_and_title_are_now() -> None:
    found = _match(_row(id="m1", programme="Konzept 2012", number="7.3", title="Ganz anders"))
    assert (_ids(found), found.questions) == (["M1"], [])


def test_without_number_the_title_decides() -> None:
    assert _ids(_match(_row(programme="Konzept 2023", title=" beratung "))) == ["beratung"]
    assert _ids(_match(_row(programme="Konzept 2023", title="Neu hier"))) == ["neu-hier"]


def test_a_title_alone_is_a_proposal_to_confirm() -> None:
    row = _row(programme="Konzept 2023", title="Beratung")
    (question,) = _match(row).questions
    assert (question.key, question.code, question.default) == ("same_title:blatt", "same_title", "same")
    assert question.choices == ("same", "other")
    assert _ids(_match(row, answers={question.key: "other"})) == ["konzept-2023-beratung"]


def test_titles_can_be_decided_one_by_one() -> None:
    rows = [_row(programme="Konzept 2023", title=each) for each in ("Beratung", "Rad")]
    asked = {"same_title:blatt": "ask_each"}
    found = _match(*rows, answers=asked)
    assert [each.key for each in found.questions] == [
        "same_title:blatt", "same_title:konzept 2023:beratung", "same_title:konzept 2023:rad",
    ]  # fmt: skip
    assert [each.default for each in found.questions] == ["same", None, None]
    answered = _match(*rows, answers={**asked, "same_title:konzept 2023:rad": "other"})
    assert _ids(answered) == ["beratung", "rad"]


def test_a_first_number_for_a_known_title_is_a_proposal_too() -> None:
    row = _row(programme="Konzept 2023", number="M7", title="Beratung")
    found = _match(row)
    assert (_ids(found), [each.code for each in found.questions]) == (["beratung"], ["same_title"])
    assert _ids(_match(row, answers={"same_title:blatt": "other"})) == ["M7"]


def test_rows_of_one_file_with_the_same_title_are_not_asked_about() -> None:
    row = _row(programme="Konzept 2023", title="Neu hier")
    assert _match(row, row).questions == []


def test_ids_are_never_given_twice() -> None:
    rows = [_row(programme="P", number="A 1", title="x"), _row(programme="Q", number="A-1", title="y")]
    assert _ids(_match(*rows, used=("a-1", "p-A-1"))) == ["A-1-2", "q-A-1"]


def test_rows_about_measures_find_those_of_the_same_file() -> None:
    found = _match(
        _row("milestones", number="N9", title="Start"), _row(programme="P", number="N9", title="Neu")
    )
    assert _ids(found) == ["N9", "N9"]
    assert "number" not in found.drafts[1].values


@pytest.mark.parametrize("kind", ["milestones", "status_reports", "costs", "indicators"])
def test_an_unknown_measure_is_a_finding(kind: str) -> None:
    assert _codes(_match(_row(kind, number="X99"))) == ["unknown_measure"]


def test_an_indicator_needs_no_measure() -> None:
    found = _match(_row("indicators", name="PV"), _row("indicators", name="Rad", number=None))
    assert (_codes(found), [draft.values.get("measure") for draft in found.drafts]) == ([], [None, None])
