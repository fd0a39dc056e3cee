"""Kept readings: a file that was just understood is not understood again for the next step of its import."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from monitoring.spreadsheets.understanding import Reading

MOST_DRAFTS = 20_000
"""Of all kept readings together, the oldest goes first; a longer file is understood anew at each step."""
MOST_READINGS = 50
KEPT_SECONDS = 600
Key = tuple[Any, ...]
"""Everything a reading depends on: the file, what was said about it, and the day."""


@dataclass(slots=True)
class KeptReadings:
    """The readings made last, for a while. Nobody may change what is in them."""

    most_drafts: int = MOST_DRAFTS
    _kept: OrderedDict[Key, tuple[float, Reading]] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def reading(self, key: Key, understand: Callable[[], Reading]) -> Reading:
        """The reading from memory where it was just made, else made now."""
        with self._lock:
            self._drop_old()
            if key in self._kept:
                return self._kept[key][1]
        made = understand()
        with self._lock:
            self._kept[key] = (time.monotonic(), made)
            while self._is_full():
                self._kept.popitem(last=False)
        return made

    def forget(self) -> None:
        """Keep none of them: what was erased must not stay in memory."""
        with self._lock:
            self._kept.clear()

    def _is_full(self) -> bool:
        drafts = sum(len(each.drafts) for _, each in self._kept.values())
        return len(self._kept) > MOST_READINGS or drafts > self.most_drafts

    def _drop_old(self) -> None:
        oldest = time.monotonic() - KEPT_SECONDS
        for key in [key for key, (made_at, _) in self._kept.items() if made_at < oldest]:
            del self._kept[key]


READINGS = KeptReadings()
"""Those of this process."""
