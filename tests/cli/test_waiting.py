"""The line that a command shows while an import takes long."""

from __future__ import annotations

import io
import time

from monitoring.cli.waiting import ERASE_LINE, PATIENCE_SECONDS, WaitingLine
from monitoring.domain.watch import ImportStage
from monitoring.texts.words import words


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


LONG_AGO = time.monotonic() - 2 * PATIENCE_SECONDS


def test_a_terminal_shows_stage_and_count_and_is_left_clean() -> None:
    line = WaitingLine(Terminal(), words("de"), began=LONG_AGO)
    line(ImportStage.UNDERSTANDING, 2_000, 100_000)
    line.end()
    shown = line.stream.getvalue()  # type: ignore[attr-defined]
    assert shown == f"{ERASE_LINE}Zeilen werden gedeutet … 2.000 / 100.000{ERASE_LINE}"


def test_what_is_quick_shows_nothing() -> None:
    line = WaitingLine(Terminal(), words("de"))
    line(ImportStage.UNDERSTANDING, 2_000, 100_000)
    line.end()
    assert line.stream.getvalue() == ""  # type: ignore[attr-defined]


def test_a_file_gets_nothing() -> None:
    line = WaitingLine(io.StringIO(), words("de"), began=LONG_AGO)
    line(ImportStage.READING)
    line.end()
    assert line.stream.getvalue() == ""  # type: ignore[attr-defined]
