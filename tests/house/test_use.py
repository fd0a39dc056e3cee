"""What the package defines, the program uses: code that only its own tests call misleads its readers."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.house.sources import PACKAGE, REPOSITORY, name_of, python_files

MIGRATIONS = PACKAGE / "storage" / "migrations"
CALLED_BY_LIBRARIES = {
    "available_properties",
    "available_wildcard_properties",
    "interpolate_index",
    "process_bind_param",
    "process_result_value",
}
"""Methods that Dash and SQLAlchemy look for."""
TREES = {
    name_of(path): ast.parse(path.read_text(encoding="utf-8"))
    for path in [REPOSITORY / "app.py", *python_files(PACKAGE)]
    if MIGRATIONS not in path.parents
}


def _used(tree: ast.AST) -> Iterator[str]:
    """Every name that is read, alone or of something else."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr


def _defined(body: list[ast.stmt]) -> Iterator[str]:
    """The functions and classes there, with the methods; private methods are often hooks of a library."""
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name
        if isinstance(node, ast.ClassDef):
            yield from (name for name in _defined(node.body) if not name.startswith("_"))


def test_whatever_is_defined_is_used() -> None:
    used = {name for tree in TREES.values() for name in _used(tree)} | CALLED_BY_LIBRARIES
    idle = [
        f"{path}: {name}"
        for path, tree in TREES.items()
        for name in _defined(tree.body)
        if name not in used and not name.startswith("__")
    ]
    assert idle == []
