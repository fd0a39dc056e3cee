"""The child processes that open uploads load nothing heavy: each import would be paid at each upload."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.house.sources import PACKAGE, REPOSITORY

CHILDREN = {
    "monitoring.spreadsheets.child": {"monitoring", "python_calamine"},
    "monitoring.spreadsheets.marking.child": {"monitoring"},
}
LOADED = (
    "import sys; before = set(sys.modules); import {}; "
    "print(*{{name.partition('.')[0] for name in set(sys.modules) - before}} - sys.stdlib_module_names)"
)


def test_every_child_is_known() -> None:
    scripts = {path.relative_to(REPOSITORY) for path in PACKAGE.rglob("child.py")}
    assert {".".join(path.with_suffix("").parts) for path in scripts} == set(CHILDREN)


@pytest.mark.parametrize("child", CHILDREN)
def test_a_child_loads_the_standard_library_and_its_reader_only(child: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED.format(child)],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=True,
    )
    assert set(done.stdout.split()) <= CHILDREN[child]
