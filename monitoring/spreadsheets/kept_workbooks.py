"""Kept workbooks: a file that was just read is not read again to be checked or taken over."""

from __future__ import annotations

import hashlib
import threading
import time
from collections import OrderedDict
from dataclasses import dataclass, field

from monitoring.domain.watch import ImportStage, Watch, unwatched
from monitoring.spreadsheets.reading import read
from monitoring.spreadsheets.workbook import Workbook

MOST_CELLS = 3_000_000
"""Of all kept workbooks together; the oldest goes first."""
KEPT_SECONDS = 600
Key = tuple[str, str]
"""Name and checksum of a file."""


@dataclass(slots=True)
class KeptWorkbooks:
    """The workbooks read last, for a while. Nobody may change what is in them."""

    most_cells: int = MOST_CELLS
    _kept: OrderedDict[Key, tuple[float, Workbook]] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def read(self, name: str, content: bytes, watch: Watch = unwatched) -> Workbook:
        """The workbook of a file, from memory where it was just read; raises Unreadable (any code)."""
        watch(ImportStage.READING)
        key = (name, hashlib.sha256(content).hexdigest())
        with self._lock:
            self._drop_old()
            if key in self._kept:
                return self._kept[key][1]
        workbook = read(name, content, watch=watch)
        with self._lock:
            self._kept[key] = (time.monotonic(), workbook)
            while self._kept and sum(_cells(each) for _, each in self._kept.values()) > self.most_cells:
                self._kept.popitem(last=False)
        return workbook

    def forget(self) -> None:
        """Keep none of them: what was erased must not stay in memory."""
        with self._lock:
            self._kept.clear()

    def _drop_old(self) -> None:
        oldest = time.monotonic() - KEPT_SECONDS
        for key in [key for key, (read_at, _) in self._kept.items() if read_at < oldest]:
            del self._kept[key]


def _cells(workbook: Workbook) -> int:
    return sum(sheet.height * sheet.width for sheet in workbook.sheets)


KEPT = KeptWorkbooks()
"""Those of this process."""
