"""The answers of the API: municipalities, data sets and records as JSON, a part of them at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from monitoring.components.address import Address
from monitoring.components.data_address import API, DataAddress
from monitoring.domain.data_set import DataSet, identity
from monitoring.domain.errors import NotFound
from monitoring.domain.municipality import Municipality
from monitoring.domain.open_data import LICENCE_PAGES, OpenData
from monitoring.domain.publication import Publication
from monitoring.domain.record import Record
from monitoring.services.data_sets import Opened
from monitoring.services.open_places import OpenPlace
from monitoring.texts.data_sets import about
from monitoring.texts.words import Words


@dataclass(frozen=True, slots=True)
class Part:
    """Which part of a list is asked for: at most `limit` entries, the first `offset` left out."""

    limit: int
    offset: int

    def of(self, everything: Sequence[Any]) -> Sequence[Any]:
        """The part itself."""
        return everything[self.offset : self.offset + self.limit]

    def neighbours(self, total: int) -> dict[str, int]:
        """The offsets of the parts before and after, where there are any.

        >>> Part(10, 10).neighbours(25), Part(10, 20).neighbours(25), Part(10, 900).neighbours(25)
        ({'previous': 0, 'next': 20}, {'previous': 10}, {'previous': 15})
        """
        before = {"previous": max(0, min(self.offset, total) - self.limit)} if self.offset else {}
        return before | ({"next": self.offset + self.limit} if self.offset + self.limit < total else {})


def entrance(address: Address, words: Words) -> dict[str, Any]:
    """Where to begin: what there is, and where it is described."""
    at = address.origin + address.site(API)
    return {
        "title": words("api.title"),
        "description": words("api.description"),
        "links": {
            "self": f"{at}/",
            "openapi": f"{at}/openapi.json",
            "municipalities": f"{at}/municipalities",
        },
    }


def places(found: Sequence[OpenPlace], part: Part, address: Address) -> dict[str, Any]:
    """A part of the municipalities that give data away."""
    at = address.origin + address.site(f"{API}/municipalities")

    def link(offset: int) -> str:
        return f"{at}?limit={part.limit}&offset={offset}"

    items = [_place(each.municipality, each.decision, each.publication, at) for each in part.of(found)]
    return _part(items, len(found), part, link)


def _place(
    municipality: Municipality, decision: OpenData, publication: Publication, at: str
) -> dict[str, Any]:
    return {
        **_about_place(municipality),
        **_publication(publication),
        "data_sets": list(decision.kinds),
        "links": {"self": f"{at}/{municipality.slug}"},
    }


def _about_place(municipality: Municipality) -> dict[str, Any]:
    named = {name: getattr(municipality, name) for name in ("name", "ags", "ars", "is_sample")}
    return {"id": municipality.slug, "kind": municipality.kind.value, **named}


def _publication(publication: Publication) -> dict[str, Any]:
    return {"publication": publication.number, "published_on": publication.day.isoformat()}


def _part(items: list[Any], total: int, part: Part, link: Any) -> dict[str, Any]:
    links = {"self": link(part.offset)}
    links |= {name: link(offset) for name, offset in part.neighbours(total).items()}
    return {"total": total, "limit": part.limit, "offset": part.offset, "items": items, "links": links}


def place(found: Opened, where: DataAddress, words: Words) -> dict[str, Any]:
    """One municipality: its publications, licence, and data sets with their files."""
    return {
        **_about_place(found.overview.municipality),
        **_publication(found.publication),
        **_terms(found),
        "publications": [{**_publication(each), "council_paper": each.paper} for each in found.publications],
        "data_sets": [_data_set(each, found, where, words) for each in found.sets],
        "links": {"self": where.api(), "page": where.page, "datapackage": where.file("datapackage.json")},
    }


def _terms(found: Opened) -> dict[str, Any]:
    licence = found.decision.licence
    return {"provider": found.provider, "licence": {"id": licence.value, "url": LICENCE_PAGES[licence]}}


def _data_set(data_set: DataSet, found: Opened, where: DataAddress, words: Words) -> dict[str, Any]:
    kind = data_set.kind
    return {
        "id": kind,
        "title": words.kind(kind),
        "description": about(kind, words),
        "total": len(found.records(kind)),
        "links": {
            "self": where.api(kind),
            "csv": where.file(f"{kind}.csv"),
            "json": where.file(f"{kind}.json"),
        },
    }


def records(found: Opened, data_set: DataSet, part: Part, where: DataAddress) -> dict[str, Any]:
    """A part of a data set; the links to other parts name the publication, so that all parts fit together."""
    every = found.records(data_set.kind)
    fixed = where.of_publication(found.publication.number)

    def link(offset: int) -> str:
        return fixed.api(data_set.kind, limit=str(part.limit), offset=str(offset))

    items = [_item(each, data_set) for each in part.of(every)]
    return _head(found, data_set) | _part(items, len(every), part, link)


def record(found: Opened, data_set: DataSet, wanted: str, where: DataAddress) -> dict[str, Any]:
    """One record by its permanent id.

    Raises:
        NotFound: there is none in this publication.
    """
    each = _named(wanted, found.records(data_set.kind))
    own = where.api(data_set.kind, unquote(identity(each)))
    links = {"self": own, "data_set": where.api(data_set.kind)}
    return _head(found, data_set) | {"item": _item(each, data_set), "links": links}


def _named(wanted: str, records: Sequence[Record]) -> Record:
    """The record of an id that stood in an address: as it is, or decoded on its way as addresses are."""
    for read in (str, unquote):
        for each in records:
            if read(identity(each)) == wanted:
                return each
    raise NotFound()


def _item(record: Record, data_set: DataSet) -> dict[str, Any]:
    return {"id": identity(record), **data_set.row(record)}


def _head(found: Opened, data_set: DataSet) -> dict[str, Any]:
    named = {"municipality": found.overview.municipality.slug, "data_set": data_set.kind}
    return named | _publication(found.publication) | _terms(found)
