"""The child process that reads uploads loads nothing heavy: each import would be paid at each upload."""

from __future__ import annotations

import subprocess
import sys

from tests.house.sources import PACKAGE, REPOSITORY

ALLOWED = {"monitoring", "python_calamine"}
LOADED = (
    "import sys; before = set(sys.modules); import monitoring.spreadsheets.child; "
    "print(*{name.partition('.')[0] for name in set(sys.modules) - before} - sys.stdlib_module_names)"
)


def test_the_child_loads_the_standard_library_and_calamine_only() -> None:
    assert (PACKAGE / "spreadsheets" / "child.py").exists()
    done = subprocess.run(
        [sys.executable, "-c", LOADED], cwd=REPOSITORY, capture_output=True, text=True, check=True
    )
    assert set(done.stdout.split()) <= ALLOWED
