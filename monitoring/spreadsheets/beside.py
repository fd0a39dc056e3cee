"""One piece of work beside another: a second core finds the marks while the first reads the values.

Runs in the child process: only the standard library is imported.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Beside(Generic[T]):
    """Work in a thread of its own, or at once where none can be started; called, it waits for what it found.

    >>> Beside(lambda: 7)()
    7
    """

    def __init__(self, work: Callable[[], T]) -> None:
        self._work = work
        self._found: list[T] = []
        self._failed: BaseException | None = None
        self._thread = threading.Thread(target=self._run, daemon=True)
        try:
            self._thread.start()
        except RuntimeError:  # no room for another thread
            self._run()

    def _run(self) -> None:
        try:
            self._found.append(self._work())
        except BaseException as failed:  # raised where somebody waits for it
            self._failed = failed

    def __call__(self) -> T:
        """What the work found; raises what it raised."""
        if self._thread.is_alive():
            self._thread.join()
        if self._failed:
            raise self._failed
        return self._found[0]
