"""News: what each of the newest publications brought, and the newest publications of all municipalities."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from monitoring.domain.access import PUBLIC_VIEWER
from monitoring.domain.changes import ChangeType, counts
from monitoring.domain.municipality import Municipality
from monitoring.domain.publication import Publication
from monitoring.domain.publishable import changes
from monitoring.services.publications import published
from monitoring.services.state import state
from monitoring.services.visit import Visit
from monitoring.storage import municipalities, publications

MOST_OF_ONE, MOST_OF_ALL = 10, 50
"""How many publications of one municipality are told of, and how many of all."""


@dataclass(frozen=True, slots=True)
class News:
    """One publication of a municipality, and how many records of each kind it added, changed and removed."""

    municipality: Municipality
    publication: Publication
    counts: Mapping[str, Mapping[ChangeType, int]]


def news(visit: Visit, slug: str) -> list[News]:
    """The newest publications of a municipality, newest first.

    Raises:
        NotFound: there is no such municipality, or nothing of it is published.
    """
    public = replace(visit, viewer=PUBLIC_VIEWER)
    out = published(public, slug)
    states = {each.number: state(public, slug, each.number) for each in out[: MOST_OF_ONE + 1]}
    found = []
    for each, before in zip(out[:MOST_OF_ONE], [*out[1:], None], strict=False):
        was = states[before.number].known if before else {}
        now = states[each.number]
        found.append(News(now.place.municipality, each, counts(changes(was, now.known))))
    return found


def news_of_all(visit: Visit) -> list[News]:
    """The newest publications of all municipalities, newest first, without what they brought."""
    with visit.database.reading() as connection:
        recent = publications.newest_of_all(connection, visit.today, MOST_OF_ALL)
        places = municipalities.chosen(connection, {number for number, _ in recent})
    named = {place.id: place.municipality for place in places}
    return [News(named[number], replace(each, published_by="", note=None), {}) for number, each in recent]
