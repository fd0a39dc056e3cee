"""Every file has a name that says something, a readable size, and a first line that says what it is."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.house.sources import PACKAGE, REPOSITORY, name_of, python_files

FORBIDDEN_NAMES = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "base",
    "core",
    "manager",
    "factory",
    "misc",
}
MOST_LINES_OF_A_FILE = 300
MOST_LINES_OF_A_FUNCTION = 40
MIGRATIONS = PACKAGE / "storage" / "migrations"


def _measured() -> list[Path]:
    return [path for path in python_files() if not path.is_relative_to(MIGRATIONS)]


def _functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def _lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of code: a docstring may be as long as its examples need."""
    documentation = node.body[0] if ast.get_docstring(node, clean=False) else None
    in_documentation = documentation.end_lineno - documentation.lineno + 1 if documentation else 0  # type: ignore[operator]
    return node.end_lineno - node.lineno + 1 - in_documentation  # type: ignore[operator]


def test_no_file_has_a_name_that_says_nothing() -> None:
    nameless = [
        name_of(path) for path in python_files() if FORBIDDEN_NAMES & {path.stem, *path.parent.parts[-1:]}
    ]
    assert nameless == []


def test_no_file_is_too_long_to_read() -> None:
    lengths = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in _measured()}
    assert {name: lines for name, lines in lengths.items() if lines > MOST_LINES_OF_A_FILE} == {}


def test_no_function_is_too_long_to_read() -> None:
    too_long = {
        f"{name_of(path)}:{node.lineno} {node.name}": _lines(node)
        for path in _measured()
        for node in _functions(path)
        if _lines(node) > MOST_LINES_OF_A_FUNCTION
    }
    assert too_long == {}


def test_every_module_says_what_it_is() -> None:
    silent = [
        name_of(path)
        for path in python_files()
        if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert silent == []


def test_every_folder_of_the_package_is_a_package() -> None:
    """Without its __init__.py a folder is invisible to the contracts about floors."""
    folders = {path.parent for path in _measured() if path.is_relative_to(PACKAGE)}
    assert [name_of(folder) for folder in sorted(folders) if not (folder / "__init__.py").exists()] == []


def test_tests_stand_where_the_code_stands() -> None:
    """A folder of tests is named after the floor it tests, or is one of the few that test across floors."""
    across = {"house", "browser", "benchmarks", "workbooks"}
    floors = {path.name for path in PACKAGE.iterdir() if path.is_dir()}
    folders = {
        path.name for path in (REPOSITORY / "tests").iterdir() if path.is_dir() and path.name[0] not in "._"
    }
    assert folders - floors - across <= {"__pycache__"}
