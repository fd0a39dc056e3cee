"""Style, types and floors: the linters, run with the tests so that one command says whether all is well."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.sources import REPOSITORY

PROGRAMS = Path(sys.executable).parent
LINTERS = {
    "ruff check": ["ruff", "check", "--output-format=concise", "."],
    "ruff format": ["ruff", "format", "--check", "--output-format=concise", "."],
    "mypy": ["mypy"],
    "import-linter": ["lint-imports"],
}


@pytest.mark.parametrize("linter", LINTERS)
def test_linter_has_nothing_to_say(linter: str) -> None:
    program, *arguments = LINTERS[linter]
    done = subprocess.run(
        [PROGRAMS / program, *arguments], cwd=REPOSITORY, capture_output=True, text=True, check=False
    )
    if done.returncode:
        pytest.fail(f"{linter}:\n{done.stdout}{done.stderr}", pytrace=False)
