"""Every key that the screens and charts ask for exists."""

from __future__ import annotations

import re
from pathlib import Path

from monitoring.texts.words import words

SOURCES = Path(__file__).resolve().parents[2] / "monitoring"
KEY = re.compile(r'\bwords(?:\.plural)?\(\s*(f?)"([a-z][\w.{}\[\]()\' ]*)"')
KEYS = set(words("de").texts)
GROUPS = {key.rpartition(".")[0] for key in KEYS}
"""What a text that counts is asked for by: its key without .one and .other."""


def exists(key: str, is_formatted: bool) -> bool:
    if not is_formatted:
        return key in KEYS or key in GROUPS
    pattern = "".join(
        ".+" if part.startswith("{") else re.escape(part) for part in re.split(r"(\{[^}]*\})", key)
    )
    return any(re.fullmatch(pattern, known) for known in KEYS | GROUPS)


def test_every_key_asked_for_exists() -> None:
    unknown = [
        (path.relative_to(SOURCES).as_posix(), key)
        for path in sorted(SOURCES.rglob("*.py"))
        for formatted, key in KEY.findall(path.read_text(encoding="utf-8"))
        if key not in ("de", "en") and not exists(key, bool(formatted))
    ]
    assert unknown == []
