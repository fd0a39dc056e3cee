"""A child process with limits, asked one thing: hostile files end their own child and nothing else."""

from __future__ import annotations

import logging
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import contextmanager
from pathlib import Path

from monitoring.spreadsheets.limits import Limits, Unreadable, UnreadableCode

# Windows knows neither signal.
OUT_OF_TIME = {getattr(signal, name) for name in ("SIGXCPU", "SIGKILL") if hasattr(signal, name)}
# Enough of a complaint to find its cause.
LAST_WORDS = 2000
# So often whoever waits is told that the child is still busy.
TICK_SECONDS = 0.25
_LOG = logging.getLogger(__name__)
# Each child may take the memory of `Limits`: more than two at a time would not fit a small server.
_CHILDREN = threading.BoundedSemaphore(2)


def _nobody_waits() -> None:
    """Where nobody needs to be told that the child is still busy."""


def asked(
    script: Path,
    arguments: Sequence[str],
    content: bytes,
    limits: Limits,
    while_waiting: Callable[[], None] = _nobody_waits,
) -> bytes:
    """What a script answers on its output to bytes on its input.

    `while_waiting` is called again and again until then; what it raises ends the child.

    Raises Unreadable: timeout, out_of_memory, busy, broken.
    """
    command, pipe = [sys.executable, "-I", str(script), *arguments], subprocess.PIPE
    with _turn(limits), subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe) as child:
        written, complaint = _spoken(child, content, limits, while_waiting)
    if complaint:
        _LOG.warning("a child complained: %s", complaint[-LAST_WORDS:].decode(errors="replace"))
    if child.returncode != 0:
        raise _abort(child.returncode, complaint, limits)
    return written


def _spoken(
    child: subprocess.Popen[bytes], content: bytes, limits: Limits, while_waiting: Callable[[], None]
) -> tuple[bytes, bytes]:
    """What the child wrote and what it complained of; it is ended with its time, or when nobody waits."""
    end = time.monotonic() + limits.seconds
    # In a thread of its own: interrupted, `communicate` would forget what is still to be sent.
    with ThreadPoolExecutor(1) as talk:
        answer = talk.submit(child.communicate, content)
        try:
            while wait([answer], timeout=min(TICK_SECONDS, limits.seconds)).not_done:
                if time.monotonic() > end:
                    raise Unreadable(UnreadableCode.TIMEOUT, seconds=limits.seconds)
                while_waiting()
        except BaseException:
            child.kill()
            raise
    return answer.result()


@contextmanager
def _turn(limits: Limits) -> Iterator[None]:
    if not _CHILDREN.acquire(timeout=limits.waiting_seconds):
        raise Unreadable(UnreadableCode.BUSY)
    try:
        yield
    finally:
        _CHILDREN.release()


def _abort(returncode: int, complaint: bytes, limits: Limits) -> Unreadable:
    """Why a child ended without an answer, from its last words and the signal that ended it."""
    if b"memory allocation" in complaint or b"MemoryError" in complaint:
        return Unreadable(UnreadableCode.OUT_OF_MEMORY)
    if -returncode in OUT_OF_TIME:
        return Unreadable(UnreadableCode.TIMEOUT, seconds=limits.seconds)
    return Unreadable(UnreadableCode.BROKEN)
