"""The codes that the sources give to findings, questions and refusals, read from the calls that make them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

SOURCES = Path(__file__).resolve().parents[2] / "monitoring"
FINDINGS = frozenset({"error", "warning", "notice", "gather", "fault", "Finding"})
"""The functions and methods whose first argument is the code of a finding."""
REFUSALS = frozenset(
    {"Refusal", "NotFound", "NotAllowed", "NotSignedIn", "Conflict", "Cancelled", "Invalid", "Throttled"}
)


def finding_codes() -> set[str]:
    """Codes of findings, and of rules that records check: a broken rule becomes a finding."""
    return _first_arguments(FINDINGS, "domain", "spreadsheets", "services") | rule_codes()


def rule_codes() -> set[str]:
    """What validators of records raise."""
    return {code for code in _first_arguments(frozenset({"ValueError"}), "domain") if " " not in code}


def refusal_codes() -> set[str]:
    return _first_arguments(REFUSALS, "domain", "spreadsheets", "services", "pages", "forms")


def question_codes() -> set[str]:
    """Codes of questions: the second argument of `ask`, or `code=` of a `Question`."""
    asked = {
        _literal(call.args[1])
        for name, call in _calls("spreadsheets")
        if name == "ask" and len(call.args) > 1
    }
    made = {
        _literal(keyword.value)
        for name, call in _calls("domain", "spreadsheets", "services")
        for keyword in call.keywords
        if name == "Question" and keyword.arg == "code"
    }
    return {code for code in asked | made if code}


def _first_arguments(functions: frozenset[str], *floors: str) -> set[str]:
    found = {_literal(call.args[0]) for name, call in _calls(*floors) if name in functions and call.args}
    return {code for code in found if code and " " not in code}


def _literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _calls(*floors: str) -> Iterator[tuple[str, ast.Call]]:
    """Every call on these floors, with the name of what is called."""
    for floor in floors:
        for path in sorted((SOURCES / floor).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call):
                    yield _name(node.func), node


def _name(called: ast.expr) -> str:
    if isinstance(called, ast.Attribute):
        return called.attr
    return called.id if isinstance(called, ast.Name) else ""
