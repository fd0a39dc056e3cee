"""Open places: the municipalities that give data away, each with its decision and newest publication."""

from __future__ import annotations

from dataclasses import dataclass, replace

from monitoring.domain.municipality import Municipality
from monitoring.domain.open_data import OpenData
from monitoring.domain.publication import Publication
from monitoring.services.visit import Visit
from monitoring.storage import municipalities, open_data, publications


@dataclass(frozen=True, slots=True)
class OpenPlace:
    """A municipality, what it gives away, and the publication that everybody sees."""

    municipality: Municipality
    decision: OpenData
    publication: Publication


def open_places(visit: Visit) -> list[OpenPlace]:
    """The municipalities of which something is published and open, by name; three queries for all of them."""
    with visit.database.reading() as connection:
        decided = {number: each for number, each in open_data.newest_of_all(connection).items() if each.is_on}
        out = publications.newest_out(connection, visit.today)
        places = municipalities.chosen(connection, decided.keys() & out.keys())
    return [
        OpenPlace(place.municipality, decided[place.id], replace(out[place.id], published_by="", note=None))
        for place in places
    ]
