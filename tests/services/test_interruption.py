"""A process that is killed in the middle of taking over leaves all of it or nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from monitoring.services.history import history
from monitoring.services.importing import Options, check, upload
from monitoring.services.state import state
from tests.services.stage import MEASURES, OWN, Stage, book

ROWS = 3000
SCRIPT = """
import sys
from monitoring.services.importing import Options, take_over
from monitoring.storage import content
from tests.services.stage import NOW, OWN, Stage
from monitoring.storage.database import Database
whole = content._insert
def slowly(*arguments):
    whole(*arguments)
    print("written", flush=True)
    sys.stdin.read()
content._insert = slowly
take_over(Stage(Database(sys.argv[1])).visit(), OWN, sys.argv[2], Options())
"""
"""Takes a batch over and waits, with the transaction open, after the rows were written."""


@pytest.fixture
def batch(stage: Stage) -> str:
    rows = [
        MEASURES[0],
        *([f"Konzept {number % 3}", f"M{number}", f"Titel {number}"] for number in range(ROWS)),
    ]
    return upload(stage.visit(), OWN, [book({"Maßnahmen": rows})])


def test_kill_in_the_middle_leaves_nothing_half(stage: Stage, migrated_url: str, batch: str) -> None:
    root = Path(__file__).resolve().parents[2]
    process = subprocess.Popen(
        [sys.executable, "-c", SCRIPT, migrated_url, batch],
        cwd=root,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(root)},
    )
    assert process.stdout is not None
    assert process.stdin is not None
    assert process.stdout.readline() == b"written\n"
    process.send_signal(signal.SIGKILL)
    process.wait(30)
    process.stdin.close()
    process.stdout.close()
    assert not any(state(stage.visit(), OWN).records.values())
    assert history(stage.visit(), OWN).revisions == ()
    assert check(stage.visit(), OWN, batch, Options()).revision is None
    time.sleep(0.1)
    assert stage.take(book({"Maßnahmen": MEASURES})).revision == 1
