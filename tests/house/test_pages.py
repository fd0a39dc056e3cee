"""Pages stay thin: what a callback does beyond ten lines belongs into a service or a component."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.house.sources import PACKAGE, name_of, python_files

MOST_LINES_OF_A_CALLBACK = 10


def _callbacks() -> Iterator[tuple[str, int]]:
    """Each callback of a page as `file name`, with its lines without signature and docstring."""
    for path in python_files(PACKAGE / "pages"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and any(_is_callback(each) for each in node.decorator_list):
                body = node.body[1:] if ast.get_docstring(node) else node.body
                lines = (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0
                yield f"{name_of(path)} {node.name}", lines


def _is_callback(decorator: ast.expr) -> bool:
    called = decorator.func if isinstance(decorator, ast.Call) else decorator
    return ast.unparse(called).rpartition(".")[2] in {"callback", "clientside_callback"}


def test_callbacks_are_short() -> None:
    assert {name: lines for name, lines in _callbacks() if lines > MOST_LINES_OF_A_CALLBACK} == {}
