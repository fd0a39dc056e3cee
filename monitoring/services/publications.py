"""Publications: which ones everybody can still see, and when they came out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from monitoring.domain.errors import NotFound
from monitoring.domain.publication import Publication
from monitoring.services.visit import Visit
from monitoring.storage import municipalities, publications


def published(visit: Visit, slug: str) -> list[Publication]:
    """The publications of a municipality that are out, newest first, without persons and internal notes.

    Raises:
        NotFound: there is no such municipality, or nothing of it is published.
    """
    with visit.database.reading() as connection:
        place = municipalities.find(connection, slug)
        listed = [] if place is None else publications.listed(connection, place.id)
    out = [replace(each, published_by="", note=None) for each in listed if each.is_out(visit.today)]
    if not out:
        raise NotFound()
    return out


def newest_days(visit: Visit) -> list[tuple[str, date]]:
    """Every municipality that published something, with the day of its newest publication; two queries."""
    with visit.database.reading() as connection:
        out = publications.newest_out(connection, visit.today)
        named = municipalities.named(connection)
    return [(each.slug, out[each.id].day) for each in named if each.id in out]
