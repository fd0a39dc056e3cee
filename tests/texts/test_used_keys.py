"""Every key that the program asks for exists."""

from __future__ import annotations

import re
from pathlib import Path

from monitoring.texts.words import words

SOURCES = Path(__file__).resolve().parents[2] / "monitoring"
KEYS = set(words("de").texts)
GROUPS = {key.rpartition(".")[0] for key in KEYS if key.endswith(".other")}
"""What a text that counts is asked for by: its key without .one and .other."""
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
