"""Commands run as a person would run them, against a database of their own."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from monitoring.cli import main
from tests.services.stage import BALANCE, MEASURES, OWN, TARGETS, File, book


@dataclass(frozen=True)
class Answer:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def shape(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Answer]


@pytest.fixture
def run(migrated_sqlite_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs one command, such as `run("show", "bonn", "--json")`."""
    monkeypatch.setenv("MONITORING_DATABASE_URL", migrated_sqlite_url)

    def _run(*arguments: str | Path) -> Answer:
        capsys.readouterr()
        code = main([str(each) for each in arguments])
        return Answer(code, *capsys.readouterr())

    return _run


@pytest.fixture
def town(run: Run, tmp_path: Path) -> Path:
    """A municipality and a workbook that can be taken over without a question."""
    assert run("municipality", "add", OWN, "--name", "Bad Musterstadt", "--ags", "9162000").code == 0
    return kept(tmp_path, book({"Bilanz": BALANCE, "Ziele": TARGETS, "Maßnahmen": MEASURES}))


def kept(folder: Path, file: File) -> Path:
    """A file on disk."""
    path = folder / file.name
    path.write_bytes(file.content)
    return path


def error_of(answer: Answer) -> str:
    """The code of the error with which a command was refused."""
    assert answer.code == 2
    assert set(answer.shape) == {"error"}
    assert set(answer.shape["error"]) == {"code", "message"}
    assert answer.shape["error"]["message"]
    code: str = answer.shape["error"]["code"]
    return code
