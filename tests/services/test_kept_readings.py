"""Kept readings: each step of an import asks the same of the same file, which is understood once."""

from __future__ import annotations

from typing import Any

import pytest

from monitoring.services import erasing, importing
from monitoring.services.importing import Options
from monitoring.services.kept_readings import KeptReadings
from monitoring.spreadsheets.understanding import Reading, understand
from tests.services.profile_files import NEXT_YEAR, first, taken
from tests.services.stage import BALANCE, OWN, Stage, book


@pytest.fixture
def understood(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, str]]:
    """The answers with which a file was understood, each time anew."""
    calls: list[dict[str, str]] = []

    def counted(*workbook: Any, **how: Any) -> Reading:
        calls.append(dict(how["answers"]))
        return understand(*workbook, **how)

    monkeypatch.setattr("monitoring.services.understanding.understand", counted)
    return calls


def _batch(stage: Stage, sheets: dict[str, Any]) -> str:
    return importing.upload(stage.visit(), OWN, [book(sheets)])


def test_a_file_is_understood_once_for_all_steps(stage: Stage, understood: list[Any]) -> None:
    batch = _batch(stage, {"Bilanz": BALANCE})
    seen = [importing.check(stage.visit(), OWN, batch, Options()) for _ in range(3)]
    assert importing.take_over(stage.visit(), OWN, batch, Options()).revision == 1
    assert understood == [{}]
    assert seen[0].changes == seen[2].changes
    assert {each.after.emissions_t for each in seen[0].changes} == {400, 600, 360, 570}  # type: ignore[union-attr]


def test_another_answer_kind_or_day_is_understood_anew(stage: Stage, understood: list[Any]) -> None:
    batch = _batch(stage, {"Bilanz": BALANCE})
    for options in (
        Options(),
        Options(kind="balance"),
        Options(unit="kt"),
        Options(answers={"kind:bilanz": "ignore"}),
    ):
        for _ in range(2):
            importing.check(stage.visit(), OWN, batch, options)
    importing.check(stage.visit(days=1), OWN, batch, Options())
    assert understood == [{}, {}, {}, {"kind:bilanz": "ignore"}, {}]


def test_a_known_layout_is_read_once_with_its_answers(stage: Stage, understood: list[Any]) -> None:
    taken(stage, first())
    understood.clear()
    again = first(NEXT_YEAR, "THG 2024", "Bilanz_2024.xlsx")
    batch = importing.upload(stage.visit(), OWN, [again])
    for _ in range(3):
        assert not importing.check(stage.visit(), OWN, batch, Options()).open_questions
    assert [len(each) for each in understood] == [0, 1]


def test_what_was_stored_meanwhile_is_seen(stage: Stage) -> None:
    batch = _batch(stage, {"Bilanz": BALANCE})
    assert not importing.check(stage.visit(), OWN, batch, Options()).changes_nothing
    stage.take(book({"Bilanz": BALANCE}))
    assert importing.check(stage.visit(), OWN, batch, Options()).changes_nothing


def test_erasing_forgets_them(stage: Stage, understood: list[Any]) -> None:
    batch = _batch(stage, {"Bilanz": BALANCE})
    importing.check(stage.visit(), OWN, batch, Options())
    erasing.erase_text(stage.visit(), OWN, "Bilanz", "Recht auf Löschung")
    stage.take(book({"Bilanz": BALANCE}))
    assert len(understood) == 2


def test_the_oldest_goes_first_where_there_are_too_many() -> None:
    kept, made = KeptReadings(most_drafts=2), []

    def reading(name: str) -> Reading:
        def make() -> Reading:
            made.append(name)
            return Reading((), (object(),), (), ())  # type: ignore[arg-type]

        return kept.reading((name,), make)

    for name in ("a", "b", "a", "c", "a", "c"):
        reading(name)
    assert made == ["a", "b", "c", "a"]
