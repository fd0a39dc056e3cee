"""Under way: how far the check or import of a batch has come, for whoever waits for it, and how to stop it.

Kept in small files of this computer, not in the database: while an import writes, SQLite lets nobody else
write, and an import that is stopped leaves no trace there. All processes of one computer see them.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from monitoring.domain.access import Act
from monitoring.domain.errors import Cancelled
from monitoring.domain.watch import ImportStage
from monitoring.services.visit import Visit

FOLDER = "zielpfad-underway"
SILENT_SECONDS = 60
"""Whoever says nothing for so long has died."""
PAUSE_SECONDS = 0.2
"""Nobody looks more often."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an import has come: its stage, and how many rows of how many; `total` None where unknown."""

    stage: ImportStage
    done: int
    total: int | None


def progress(visit: Visit, slug: str, batch: str) -> Progress | None:
    """How far `check` or `take_over` of a batch has come at this moment; None while neither runs.

    Ask about once a second while the request that checks or takes over has not been answered.
    """
    visit.require(Act.IMPORT, slug)
    return _Note.about(visit, slug, batch).read()


def cancel(visit: Visit, slug: str, batch: str) -> None:
    """Stop the `check` or `take_over` of a batch that runs: it is refused as `cancelled`, nothing is stored.

    Nothing happens where neither runs. The uploaded files stay; `discarding.discard` drops them.
    """
    visit.require(Act.IMPORT, slug)
    _Note.about(visit, slug, batch).ask_to_stop()


@contextmanager
def followed(visit: Visit, slug: str, batch: str) -> Iterator[Visit]:
    """The visit for the time of one check or import: what it is told can be asked for by `progress`."""
    note = _Note.about(visit, slug, batch)

    def watch(stage: ImportStage, done: int = 0, total: int | None = None) -> None:
        visit.watch(stage, done, total)
        note.write(Progress(stage, done, total))

    try:
        note.remove()
        yield replace(visit, watch=watch)
    finally:
        note.remove()


@dataclass(slots=True)
class _Note:
    """Two small files: how far it is, and whether somebody asked to stop."""

    path: Path
    said: ImportStage | None = field(default=None, init=False)
    said_at: float = field(default=0.0, init=False)

    @classmethod
    def about(cls, visit: Visit, slug: str, batch: str) -> _Note:
        named = json.dumps([str(visit.database.url), slug, batch])
        return cls(_folder() / hashlib.sha256(named.encode()).hexdigest())

    @property
    def _stop(self) -> Path:
        return self.path.with_suffix(".stop")

    def write(self, reached: Progress) -> None:
        """Says a new stage at once, a new count after a pause."""
        if reached.stage is self.said and time.monotonic() < self.said_at + PAUSE_SECONDS:
            return
        if self._stop.exists():
            raise Cancelled()
        self.said, self.said_at = reached.stage, time.monotonic()
        fresh = self.path.with_suffix(".new")
        fresh.write_text(json.dumps([reached.stage, reached.done, reached.total]), encoding="utf-8")
        fresh.replace(self.path)

    def read(self) -> Progress | None:
        try:
            if self.path.stat().st_mtime < time.time() - SILENT_SECONDS:
                return None
            stage, done, total = json.loads(self.path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return None
        return Progress(ImportStage(stage), done, total)

    def ask_to_stop(self) -> None:
        if self.read() is not None:
            self._stop.touch()

    def remove(self) -> None:
        for path in (self.path, self._stop):
            path.unlink(missing_ok=True)


def _folder() -> Path:
    """A folder that nobody else can look into."""
    owner = os.getuid() if hasattr(os, "getuid") else 0
    folder = Path(tempfile.gettempdir()) / f"{FOLDER}-{owner}"
    folder.mkdir(mode=0o700, exist_ok=True)
    if hasattr(os, "getuid") and folder.stat().st_uid != owner:
        raise PermissionError(f"{folder} belongs to somebody else")
    return folder
