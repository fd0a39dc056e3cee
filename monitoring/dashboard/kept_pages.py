"""Kept pages: public pages already rendered, for as long as nothing they are made of has changed."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from hashlib import sha256
from threading import Lock

MOST = 400
"""How many pages are kept; the one not asked for longest goes first."""


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A rendered page and the mark by which browsers ask whether it still holds."""

    content: bytes
    mark: str

    @classmethod
    def of(cls, html: str) -> KeptPage:
        """A page with the mark of its content."""
        content = html.encode()
        return cls(content, sha256(content).hexdigest()[:32])


@dataclass
class KeptPages:
    """The pages of one process by what they are made of; published states never change."""

    _pages: OrderedDict[Hashable, KeptPage] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def get(self, key: Hashable, render: Callable[[], str]) -> KeptPage:
        """The page of a key, rendered where it is not kept."""
        with self._lock:
            if key in self._pages:
                self._pages.move_to_end(key)
                return self._pages[key]
        page = KeptPage.of(render())
        with self._lock:
            self._pages[key] = page
            while len(self._pages) > MOST:
                self._pages.popitem(last=False)
        return page
