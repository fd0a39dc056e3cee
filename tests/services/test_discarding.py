"""Discarding: what was checked and not wanted goes, what was taken over stays."""

from __future__ import annotations

import pytest

from monitoring.domain.errors import Invalid, NotFound
from monitoring.services.discarding import discard
from monitoring.services.history import original
from monitoring.services.importing import Options, check, upload, uploaded
from tests.services.stage import BALANCE, OWN, Stage, book


def test_hash_and_size_stay_of_what_was_discarded(stage: Stage) -> None:
    file = book({"Bilanz": BALANCE})
    batch = upload(stage.visit(), OWN, [file])
    before = uploaded(stage.visit(), OWN)[0]
    assert discard(stage.visit(), OWN, batch) == 1
    after = uploaded(stage.visit(), OWN)[0]
    assert (after.sha256, after.size) == (before.sha256, len(file.content))
    assert (after.file_name, after.is_discarded) == ("", True)
    with pytest.raises(NotFound):
        original(stage.visit(), OWN, after.id)
    found = check(stage.visit(), OWN, batch, Options())
    assert [(each.code, each.details["reason"]) for each in found.findings] == [
        ("unreadable_file", "discarded")
    ]


def test_what_was_taken_over_stays(stage: Stage) -> None:
    found = stage.take(book({"Bilanz": BALANCE}))
    with pytest.raises(Invalid, match="taken_over_already"):
        discard(stage.visit(), OWN, found.batch or "")
    assert uploaded(stage.visit(), OWN)[0].file_name == "mappe.xlsx"


def test_what_is_not_there_cannot_be_discarded(stage: Stage) -> None:
    batch = upload(stage.visit(), OWN, [book({"Bilanz": BALANCE})])
    discard(stage.visit(), OWN, batch)
    for gone in (batch, "unbekannt"):
        with pytest.raises(NotFound):
            discard(stage.visit(), OWN, gone)
