"""Whoever waits for an import sees how far it is, and can stop it: then nothing was stored."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from monitoring.domain.access import Role
from monitoring.domain.errors import Cancelled, NotAllowed
from monitoring.domain.watch import ImportStage
from monitoring.services import importing, underway
from monitoring.services.history import history
from monitoring.services.importing import Options
from monitoring.services.underway import Progress, cancel, progress
from tests.services.stage import BALANCE, OWN, Stage, book

SEEN = [
    ImportStage.READING,
    ImportStage.UNDERSTANDING,
    ImportStage.COMPARING,
    ImportStage.CHECKING,
]
"""Each look shows the stage before: the last, writing, is not seen any more."""


@pytest.fixture
def batch(stage: Stage) -> str:
    return importing.upload(stage.visit(), OWN, [book({"Bilanz": BALANCE})])


def _meanwhile(stage: Stage, batch: str, act: Callable[[Progress | None], None]) -> None:
    """Take a batch over while somebody else, told at every stage, looks how far it is."""
    seen: list[ImportStage] = []
    visit = stage.visit()

    def watch(stage: ImportStage, done: int = 0, total: int | None = None) -> None:
        if stage not in seen:
            seen.append(stage)
            act(progress(visit, OWN, batch))

    importing.take_over(replace(visit, watch=watch), OWN, batch, Options())


def test_every_stage_can_be_seen_and_nothing_remains(stage: Stage, batch: str) -> None:
    seen: list[Progress | None] = []
    _meanwhile(stage, batch, seen.append)
    reached = [each.stage for each in seen if each]
    assert reached == SEEN
    assert progress(stage.visit(), OWN, batch) is None


def test_rows_are_counted(stage: Stage, batch: str) -> None:
    seen: list[Progress | None] = []
    _meanwhile(stage, batch, seen.append)
    assert Progress(ImportStage.UNDERSTANDING, 0, len(BALANCE) - 1) in seen


@pytest.mark.parametrize("stopped_at", SEEN)
def test_what_is_cancelled_stores_nothing(stage: Stage, batch: str, stopped_at: ImportStage) -> None:
    def stop(reached: Progress | None) -> None:
        if reached and reached.stage is stopped_at:
            cancel(stage.visit(), OWN, batch)

    with pytest.raises(Cancelled):
        _meanwhile(stage, batch, stop)
    assert history(stage.visit(), OWN).revisions == ()
    assert importing.take_over(stage.visit(), OWN, batch, Options()).revision == 1


def test_to_cancel_what_does_not_run_changes_nothing(stage: Stage, batch: str) -> None:
    cancel(stage.visit(), OWN, batch)
    assert importing.take_over(stage.visit(), OWN, batch, Options()).revision == 1


def test_who_is_silent_for_long_has_died(stage: Stage, batch: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with underway.followed(stage.visit(), OWN, batch) as visit:
        visit.watch(ImportStage.READING)
        assert progress(stage.visit(), OWN, batch) == Progress(ImportStage.READING, 0, None)
        monkeypatch.setattr(underway, "SILENT_SECONDS", -1)
        assert progress(stage.visit(), OWN, batch) is None


def test_only_who_may_import_sees_and_stops(stage: Stage, batch: str) -> None:
    council = stage.visit(Role.COUNCIL)
    with pytest.raises(NotAllowed):
        progress(council, OWN, batch)
    with pytest.raises(NotAllowed):
        cancel(council, OWN, batch)
