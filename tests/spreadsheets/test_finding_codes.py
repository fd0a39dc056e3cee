"""Every code in the sources is listed with its details."""

from __future__ import annotations

import re
from pathlib import Path

import monitoring.spreadsheets
from monitoring.domain.finding_codes import READING_FINDINGS, READING_QUESTIONS

SOURCES = Path(monitoring.spreadsheets.__file__).parent
_GIVEN = re.compile(r"(?:\.error|\.warning|\.notice|\.gather|\.fault| error)\(\s*\"(\w+)\"")


def test_every_code_is_listed() -> None:
    given = {
        code for path in SOURCES.rglob("*.py") for code in _GIVEN.findall(path.read_text(encoding="utf-8"))
    }
    assert given <= READING_FINDINGS.keys()
    assert not READING_FINDINGS.keys() & READING_QUESTIONS.keys()
