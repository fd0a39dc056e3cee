"""Collecting: an import makes millions of objects that all stay; to search them for waste only takes time."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_lock = threading.Lock()
_working = 0


@contextmanager
def without_collecting() -> Iterator[None]:
    """No search for cyclic waste until the last of those who work at the same time is done."""
    global _working
    with _lock:
        _working += 1
        gc.disable()
    try:
        yield
    finally:
        with _lock:
            _working -= 1
            if not _working:
                gc.enable()
