"""The schemas of the API's answers, apart from the fields of the data sets."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from monitoring.domain.data_set import DataSet
from monitoring.domain.municipality import MunicipalityKind
from monitoring.domain.open_data import DATA_SETS, Licence

TEXT: dict[str, Any] = {"type": "string"}
MAYBE_TEXT: dict[str, Any] = {"type": ["string", "null"]}
WHOLE: dict[str, Any] = {"type": "integer", "minimum": 0}
ADDRESS: dict[str, Any] = {"type": "string", "format": "uri"}
DAY: dict[str, Any] = {"type": "string", "format": "date"}
DATA_SET: dict[str, Any] = {"type": "string", "enum": list(DATA_SETS)}
_PUBLICATION = {"publication": WHOLE, "published_on": DAY}
_PART = {"total": WHOLE, "limit": WHOLE, "offset": WHOLE}
_PART_LINKS = {"self": ADDRESS, "previous": ADDRESS, "next": ADDRESS}


def _one_of(codes: type[StrEnum]) -> dict[str, Any]:
    return {"type": "string", "enum": [each.value for each in codes]}


def row(data_set: DataSet) -> str:
    """The name of the schema of a row."""
    return f"row_of_{data_set.kind}"


def ref(name: str) -> dict[str, Any]:
    """A reference to a schema by its name."""
    return {"$ref": f"#/components/schemas/{name}"}


def fixed() -> dict[str, Any]:
    """The schemas that are the same for all data sets."""
    return {
        "anything": {"type": "object"},
        "problem": _problem(),
        "entrance": _object(
            {"title": TEXT, "description": TEXT, "links": _links("self", "openapi", "municipalities")}
        ),
        "licence": _object({"id": _one_of(Licence), "url": ADDRESS}),
        "municipalities": _parts(_listed_municipality()),
        "municipality": _municipality(),
    }


def rows_of(data_set: DataSet) -> dict[str, Any]:
    """A part of a data set."""
    parts = _PART | {"items": {"type": "array", "items": ref(row(data_set))}}
    return _object(_head(data_set) | parts | {"links": _some_links()})


def one_of(data_set: DataSet) -> dict[str, Any]:
    """One row of a data set."""
    return _object(_head(data_set) | {"item": ref(row(data_set)), "links": _links("self", "data_set")})


def _head(data_set: DataSet) -> dict[str, Any]:
    named = {"municipality": TEXT, "data_set": {"type": "string", "const": data_set.kind}}
    return named | _PUBLICATION | {"provider": TEXT, "licence": ref("licence")}


def _about_place() -> dict[str, Any]:
    named = {
        "id": TEXT,
        "kind": _one_of(MunicipalityKind),
        "name": TEXT,
        "ags": MAYBE_TEXT,
        "ars": MAYBE_TEXT,
    }
    return named | {"is_sample": {"type": "boolean"}} | _PUBLICATION


def _listed_municipality() -> dict[str, Any]:
    open_sets = {"type": "array", "items": DATA_SET}
    return _object(_about_place() | {"data_sets": open_sets, "links": _links("self")})


def _municipality() -> dict[str, Any]:
    publication = _object(_PUBLICATION | {"council_paper": MAYBE_TEXT})
    named = {"id": DATA_SET, "title": TEXT, "description": TEXT, "total": WHOLE}
    described = _object(named | {"links": _links("self", "csv", "json")})
    return _object(
        _about_place()
        | {
            "provider": TEXT,
            "licence": ref("licence"),
            "publications": {"type": "array", "items": publication},
            "data_sets": {"type": "array", "items": described},
            "links": _links("self", "page", "datapackage"),
        }
    )


def _parts(item: dict[str, Any]) -> dict[str, Any]:
    return _object(_PART | {"items": {"type": "array", "items": item}, "links": _some_links()})


def _some_links() -> dict[str, Any]:
    return {"type": "object", "properties": _PART_LINKS, "required": ["self"], "additionalProperties": False}


def _links(*names: str) -> dict[str, Any]:
    return _object(dict.fromkeys(names, ADDRESS))


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    """An object of which every property is always there, and no other."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _problem() -> dict[str, Any]:
    """After RFC 9457."""
    told = {"type": TEXT, "title": TEXT, "status": {"type": "integer"}, "detail": TEXT, "instance": TEXT}
    return _object(told)
