"""The description of the API after OpenAPI 3.1, made from the descriptions of the data sets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from monitoring.components.address import PUBLICATION, Address
from monitoring.components.data_address import API
from monitoring.domain.data_set import DataField, DataSet
from monitoring.domain.field_type import FieldType
from monitoring.domain.open_data import DATA_SETS
from monitoring.reports import openapi_schemas as schemas
from monitoring.reports.table_schema import constraints
from monitoring.services.data_sets import data_set
from monitoring.texts.data_sets import about, field_title, remarks
from monitoring.texts.words import Words

VERSION = "1.0"
MOST_AT_ONCE, USUAL_LIMIT, LAST_NUMBER = 1000, 100, 999_999_999
"""How many rows one answer holds at most, and without a word; the largest number a query may hold."""
PROBLEM = "application/problem+json"
TYPES = {
    FieldType.YES_NO: "boolean",
    FieldType.YEAR: "integer",
    FieldType.WHOLE: "integer",
    FieldType.NUMBER: "number",
    FieldType.SHARE: "number",
    FieldType.MONEY: "number",
}
"""The types of JSON; what is none of these is text."""


def openapi(address: Address, words: Words) -> dict[str, Any]:
    """The whole description; `address` tells language and server."""
    sets = [data_set(kind) for kind in DATA_SETS]
    return {
        "openapi": "3.1.0",
        "info": {"title": words("api.title"), "version": VERSION, "description": words("api.description")},
        "servers": [{"url": address.origin + address.site(API)}],
        "tags": [{"name": words(f"api.tag_{name}")} for name in ("places", "sets")],
        "paths": _paths(sets, words),
        "components": {
            "schemas": schemas.fixed() | {schemas.row(each): _row(each, words) for each in sets},
            "parameters": _parameters(words),
            "responses": {"problem": _problem(words)},
        },
    }


def _paths(sets: list[DataSet], words: Words) -> dict[str, Any]:
    tag = words("api.tag_places")
    found = {
        "/": _get("entrance", words("api.entrance"), tag, "entrance", words),
        "/openapi.json": _get("openapi", words("api.openapi"), tag, "anything", words),
        "/municipalities": _get(
            "municipalities", words("api.places"), tag, "municipalities", words, "limit", "offset"
        ),
        "/municipalities/{municipality}": _get(
            "municipality", words("api.place"), tag, "municipality", words, "municipality", PUBLICATION
        ),
    }
    for each in sets:
        found |= _paths_of(each, words)
    return found


def _paths_of(each: DataSet, words: Words) -> dict[str, Any]:
    tag, name, own = words("api.tag_sets"), words.kind(each.kind), ("municipality", PUBLICATION)
    path = f"/municipalities/{{municipality}}/{each.kind}"
    rows, row = schemas.rows_of(each), schemas.one_of(each)
    titles = (words("api.records", name=name), words("api.record", name=name))
    return {
        path: _get(each.kind, titles[0], tag, rows, words, *own, "limit", "offset"),
        f"{path}/{{record}}": _get(f"{each.kind}_row", titles[1], tag, row, words, *own, "record"),
    }


def _get(
    name: str, title: str, tag: str, answer: str | Mapping[str, Any], words: Words, *parameters: str
) -> dict[str, Any]:
    """One operation; `answer` is its schema, or the name of one."""
    schema = {"$ref": f"#/components/schemas/{answer}"} if isinstance(answer, str) else answer
    content = {"application/json": {"schema": schema}}
    problem = {"$ref": "#/components/responses/problem"}
    return {
        "get": {
            "operationId": name,
            "summary": title,
            "tags": [tag],
            "parameters": [{"$ref": f"#/components/parameters/{each}"} for each in parameters],
            "responses": {
                "200": {"description": words("api.found"), "content": content},
                "400": problem,
                "404": problem,
                "default": problem,
            },
        }
    }


def _parameters(words: Words) -> dict[str, Any]:
    whole = {"type": "integer", "minimum": 0, "maximum": LAST_NUMBER}
    said: tuple[tuple[str, str, str, dict[str, Any]], ...] = (
        ("municipality", "path", "municipality", {"type": "string"}),
        ("record", "path", "record_id", {"type": "string"}),
        (PUBLICATION, "query", "publication", whole | {"minimum": 1}),
        ("limit", "query", "limit", whole | {"minimum": 1, "maximum": MOST_AT_ONCE, "default": USUAL_LIMIT}),
        ("offset", "query", "offset", whole | {"default": 0}),
    )
    return {
        name: {
            "name": name,
            "in": place,
            "required": place == "path",
            "description": words(f"api.{text}"),
            "schema": schema,
        }
        for name, place, text, schema in said
    }


def _problem(words: Words) -> dict[str, Any]:
    schema = {"$ref": "#/components/schemas/problem"}
    return {"description": words("api.problem.path"), "content": {PROBLEM: {"schema": schema}}}


def _row(each: DataSet, words: Words) -> dict[str, Any]:
    """The schema of one row: the fields of the data set and its permanent id."""
    fields = {field.name: _field(each.kind, field, words) for field in each.fields}
    return {
        "title": words.kind(each.kind),
        "description": about(each.kind, words),
        "type": "object",
        "properties": {"id": {"type": "string"}} | fields,
        "required": ["id", *(name for name in fields if name != "id")],
        "additionalProperties": False,
    }


def _field(kind: str, field: DataField, words: Words) -> dict[str, Any]:
    named = {"title": field_title(kind, field, words), "description": remarks(kind, field, words)}
    said = {name: text for name, text in named.items() if text}
    said |= {"x-unit": field.unit} if field.unit else {}
    if field.type is FieldType.WORDS:
        items = {"type": "string", "enum": [each.value for each in field.members]}
        return said | {"type": "array", "items": items}
    limits = constraints(field)
    limits.pop("required", None)
    own: Any = TYPES.get(field.type, "string")
    if field.type is FieldType.DATE:
        limits = {"format": "date"}
    if not field.is_required:
        own = [own, "null"]
        limits |= {"enum": [*limits["enum"], None]} if "enum" in limits else {}
    return said | {"type": own} | limits
