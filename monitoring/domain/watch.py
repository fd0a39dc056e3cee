"""The watch: who is told how far a long import has come, and may stop it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Protocol, TypeVar

T = TypeVar("T")
STEP = 2_000
"""After so many rows the watch is told again."""


class ImportStage(StrEnum):
    """What an import is busy with, in this order."""

    READING = "reading"
    UNDERSTANDING = "understanding"
    COMPARING = "comparing"
    CHECKING = "checking"
    WRITING = "writing"
    MUNICIPALITIES = "municipalities"
    """One after the other, where a file is about many: each is compared, checked and written."""


class Watch(Protocol):
    """Is told the stage, and how many of how many rows are done; `total` is None where nobody can know.

    May raise `domain.errors.Cancelled`: then nothing is stored.
    """

    def __call__(self, stage: ImportStage, done: int = 0, total: int | None = None) -> None: ...


def unwatched(stage: ImportStage, done: int = 0, total: int | None = None) -> None:
    """The watch of acts that nobody waits for."""


def watched(rows: Iterable[T], stage: ImportStage, watch: Watch, total: int | None = None) -> Iterator[T]:
    """The same rows, while the watch is told how many have passed.

    >>> list(watched("ab", ImportStage.READING, lambda *said: print(*said), total=2))
    reading 0 2
    ['a', 'b']
    """
    watch(stage, 0, total)
    for number, row in enumerate(rows):
        if number and not number % STEP:
            watch(stage, number, total)
        yield row
