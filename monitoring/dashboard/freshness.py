"""Freshness: whether what an answer was made of is still what the public sees."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Self

from flask import Flask

from monitoring.domain.errors import NotFound
from monitoring.login import visit_of_public
from monitoring.services.overview import PublicState, public_state
from monitoring.services.visit import Visit

Mark = tuple[tuple[int, ...], date]


@dataclass(slots=True)
class Freshness:
    """What the public saw of a municipality at a moment; of the whole installation where `slug` is None.

    While nothing at all was written, nothing is asked; after a write the state of the municipality decides.
    """

    server: Flask
    slug: str | None
    state: PublicState | None
    mark: Mark | None

    @classmethod
    def now(cls, server: Flask, slug: str | None) -> Self:
        """As of now; taken before anything is made of it, so that what changes meanwhile is noticed.

        Raises:
            NotFound: no such municipality, or nothing of it is published.
        """
        visit = visit_of_public(server)
        mark = _mark(visit)
        return cls(server, slug, public_state(visit, slug) if slug else None, mark)

    @property
    def is_told(self) -> bool:
        """Whether a later change can be noticed at all."""
        return self.slug is not None or self.mark is not None

    def holds(self) -> bool:
        """Whether the public still sees the same; not where the database fails: the application says why."""
        try:
            return self._holds(visit_of_public(self.server))
        except Exception:  # whatever is wrong, the application tells it when it is asked
            return False

    def _holds(self, visit: Visit) -> bool:
        mark = _mark(visit)
        if mark is not None and mark == self.mark:
            return True
        if self.slug is None or _state(visit, self.slug) != self.state:
            return False
        self.mark = mark
        return True


def _mark(visit: Visit) -> Mark | None:
    changes = visit.database.change_mark()
    return None if changes is None else (changes, visit.today)


def _state(visit: Visit, slug: str) -> PublicState | None:
    try:
        return public_state(visit, slug)
    except NotFound:
        return None
