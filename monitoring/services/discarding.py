"""Discarding: checked files that nobody takes over lose their content and name at once."""

from __future__ import annotations

from monitoring.domain.access import Act
from monitoring.domain.errors import Invalid, NotFound
from monitoring.services.visit import Visit
from monitoring.storage import answers, uploads


def discard(visit: Visit, slug: str, batch: str) -> int:
    """Drop the content and names of a batch, but not hash and size; returns how many files it were.

    Raises:
        NotFound: there is no such batch, or nothing is left of it.
        Invalid: it was taken over; what was taken over must stay traceable to its file.
    """
    with visit.writing(slug, Act.IMPORT) as (place, connection):
        if uploads.revision_of(connection, place.id, batch):
            raise Invalid("taken_over_already")
        dropped = uploads.discard(connection, place.id, batch)
        if not dropped:
            raise NotFound()
        answers.forget_batch(connection, place.id, batch)
        return dropped
