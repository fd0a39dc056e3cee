"""Every key that the program asks for exists, and every key that exists is asked for."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from monitoring.texts.words import words

SOURCES = Path(__file__).resolve().parents[2] / "monitoring"
KEYS = set(words("de").texts)
GROUPS = {key.rpartition(".")[0] for key in KEYS if key.endswith(".other")}
"""What a text that counts is asked for by: its key without .one and .other."""
GROUP = re.compile(r"\.(?:one|other|zero)$")
SECTIONS = sorted({key.partition(".")[0] for key in KEYS if "." in key})
KEY = re.compile(rf'(f?)"((?:{"|".join(SECTIONS)})\.[a-z_][\w.{{}}\[\]()\' ]*)"')
"""A literal that begins like a key, with or without values filled in by the program."""


def exists(key: str, is_formatted: bool) -> bool:
    if not is_formatted:
        return key in KEYS or key in GROUPS
    parts = re.split(r"(\{[^}]*\})", key)
    pattern = "".join(".+" if part.startswith("{") else re.escape(part) for part in parts)
    return any(re.fullmatch(pattern, known) for known in KEYS | GROUPS)


def test_every_key_asked_for_exists() -> None:
    unknown = [
        (path.relative_to(SOURCES).as_posix(), key)
        for path in sorted(SOURCES.rglob("*.py"))
        for formatted, key in KEY.findall(path.read_text(encoding="utf-8"))
        if not exists(key, bool(formatted))
    ]
    assert unknown == []


IN_THE_HANDBOOK = ("finding_reason.",)
"""Texts that stand in the handbook, which a test compares with them (tests/house/test_handbook.py)."""


def _literals() -> Iterator[ast.expr]:
    for path in SOURCES.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr) or (
                isinstance(node, ast.Constant) and isinstance(node.value, str)
            ):
                yield node


def _pattern(formatted: ast.JoinedStr) -> str:
    """What a literal with values filled in may become."""
    parts = [
        re.escape(str(each.value)) if isinstance(each, ast.Constant) else ".+" for each in formatted.values
    ]
    return "".join(parts)


def test_every_key_is_asked_for() -> None:
    """A text that nobody shows would still be translated, corrected and looked for."""
    literals = list(_literals())
    whole = {each.value for each in literals if isinstance(each, ast.Constant)}
    patterns = {_pattern(each) for each in literals if isinstance(each, ast.JoinedStr)}
    sections = tuple(f"{re.escape(section)}\\." for section in SECTIONS)
    begins_like_a_key = [re.compile(each) for each in patterns if each.startswith(sections)]
    asked = {key: GROUP.sub("", key) for key in KEYS if not key.startswith(IN_THE_HANDBOOK)}
    unused = [
        key
        for key, group in asked.items()
        if not {key, group} & whole
        and not any(each.fullmatch(key) or each.fullmatch(group) for each in begins_like_a_key)
    ]
    assert sorted(unused) == []
