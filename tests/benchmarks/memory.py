"""How much memory a process and its children take together at the worst moment (Linux)."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

PAUSE_SECONDS = 0.02
MEGABYTE = 1024 * 1024


def peak_of(process: subprocess.Popen[str]) -> float:
    """Looks again and again until the process has ended; in MB."""
    most = 0.0
    while process.poll() is None:
        most = max(most, sum(map(_resident, _family(process.pid))))
        time.sleep(PAUSE_SECONDS)
    return most / MEGABYTE


def _family(pid: int) -> Iterator[int]:
    yield pid
    for listed in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            for child in listed.read_text().split():
                yield from _family(int(child))
        except OSError:  # ended meanwhile
            continue


def _resident(pid: int) -> int:
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except (OSError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")
