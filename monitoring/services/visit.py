"""The visit: who looks, at which moment, over which database. Every act takes one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from monitoring.domain import access
from monitoring.domain.access import Act, Viewer
from monitoring.domain.watch import Watch, unwatched
from monitoring.storage import municipalities
from monitoring.storage.database import Connection, Database
from monitoring.storage.municipalities import Place

BERLIN = ZoneInfo("Europe/Berlin")


@dataclass(frozen=True, slots=True)
class Visit:
    """One viewer at one moment (with time zone); `watch` is told how far a long act has come."""

    database: Database
    viewer: Viewer
    now: datetime
    watch: Watch = unwatched

    @property
    def today(self) -> date:
        """The day in Germany, on which lateness and the data gap depend."""
        return self.now.astimezone(BERLIN).date()

    @property
    def by(self) -> str:
        """Under which name changes are recorded."""
        return self.viewer.name or ""

    def may(self, act: Act, slug: str) -> bool:
        """Whether the viewer may do this in a municipality."""
        return act in access.acts(self.viewer, slug, self.today)

    def require(self, act: Act, slug: str) -> None:
        """Refuse unless the viewer may do this in a municipality."""
        access.require(self.viewer, act, slug, self.today)

    def place(self, slug: str, act: Act) -> Place:
        """The municipality, for an act the viewer has the right to.

        Raises:
            NotSignedIn, NotAllowed: the viewer lacks the right; also where there is no such municipality, so
                that nobody learns which exist unpublished.
            NotFound: the viewer has the right everywhere and there is no such municipality.
        """
        self.require(act, slug)
        with self.database.reading() as connection:
            return municipalities.existing(connection, slug)

    @contextmanager
    def writing(self, slug: str, act: Act) -> Iterator[tuple[Place, Connection]]:
        """The municipality and one writing transaction; its writers queue, so the place is read inside."""
        place = self.place(slug, act)
        with self.database.writing(place.id) as connection:
            yield municipalities.existing(connection, slug), connection
