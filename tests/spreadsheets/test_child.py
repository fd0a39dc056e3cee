"""The life of the child process: time, memory, aborts, and how many there are at once."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from monitoring.spreadsheets import reading
from monitoring.spreadsheets.limited_child import asked
from monitoring.spreadsheets.limits import LIMITS, Unreadable, UnreadableCode
from monitoring.spreadsheets.reading import read
from tests.spreadsheets.archives import FILLED, rows, xlsx


def test_an_answer_too_large_for_this_process_is_refused() -> None:
    with pytest.raises(Unreadable, match="out_of_memory"):
        read("a.xlsx", xlsx(rows(FILLED)), LIMITS._replace(answer_megabytes=0))


def test_a_child_that_takes_too_long_is_ended() -> None:
    before = time.monotonic()
    with pytest.raises(Unreadable) as refusal:
        read("a.xlsx", xlsx(rows(FILLED)), LIMITS._replace(seconds=0.001))  # type: ignore[arg-type]
    assert refusal.value.code is UnreadableCode.TIMEOUT
    assert time.monotonic() - before < 5


def test_a_child_without_memory_says_so() -> None:
    many = "".join(
        f'<row r="{n}"><c r="A{n}"><v>{n}</v></c><c r="GR{n}"><v>1</v></c></row>' for n in range(1, 29_000)
    )
    with pytest.raises(Unreadable) as refusal:
        read("a.xlsx", xlsx(rows(many)), LIMITS._replace(memory_megabytes=150))
    assert refusal.value.code is UnreadableCode.OUT_OF_MEMORY


def test_an_abort_of_the_child_is_a_broken_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    script = tmp_path / "aborting.py"
    script.write_text("import os\nos.abort()\n")
    monkeypatch.setattr(reading, "CHILD", script)
    with pytest.raises(Unreadable) as refusal:
        read("a.xlsx", xlsx(rows(FILLED)))
    assert refusal.value.code is UnreadableCode.BROKEN


def test_a_child_that_is_slow_to_listen_gets_all_that_is_sent(tmp_path: Path) -> None:
    script = tmp_path / "slow.py"
    script.write_text("import sys, time\ntime.sleep(0.8)\nprint(len(sys.stdin.buffer.read()), end='')\n")
    asked_for: list[float] = []
    answer = asked(script, [], b"x" * 1_000_000, LIMITS, lambda: asked_for.append(time.monotonic()))
    assert answer == b"1000000"
    assert len(asked_for) >= 2


def test_whoever_waits_can_end_the_child(tmp_path: Path) -> None:
    script = tmp_path / "slow.py"
    script.write_text("import time\ntime.sleep(10)\n")

    def stop() -> None:
        raise KeyboardInterrupt

    before = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        asked(script, [], b"", LIMITS, stop)
    assert time.monotonic() - before < 5


def test_at_most_two_children_at_a_time_and_a_busy_server_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    script = tmp_path / "slow.py"
    script.write_text("import time\ntime.sleep(2)\n")
    monkeypatch.setattr(reading, "CHILD", script)
    codes: list[str] = []

    def attempt() -> None:
        try:
            read("a.xlsx", xlsx(rows(FILLED)), LIMITS._replace(seconds=1, waiting_seconds=0))
        except Unreadable as refusal:
            codes.append(refusal.code)

    threads = [threading.Thread(target=attempt) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(codes) == ["busy", "timeout", "timeout"]
