"""The data package: a description of all data sets after Frictionless Data (v1), made from their fields."""

from __future__ import annotations

from typing import Any

from monitoring.components.data_address import DataAddress
from monitoring.domain.data_set import DataField, DataSet
from monitoring.domain.field_type import FieldType
from monitoring.domain.kinds import MEASURE_KINDS
from monitoring.domain.open_data import LICENCE_PAGES
from monitoring.reports.data_files import DELIMITER, LINE_END
from monitoring.services.data_sets import Opened
from monitoring.texts.data_sets import about, code_labels, field_title, keywords, remarks
from monitoring.texts.words import Words

TYPES = {
    FieldType.LINE: "string",
    FieldType.TEXT: "string",
    FieldType.WORD: "string",
    FieldType.WORDS: "array",
    FieldType.YES_NO: "boolean",
    FieldType.DATE: "date",
    FieldType.YEAR: "year",
    FieldType.WHOLE: "integer",
    FieldType.NUMBER: "number",
    FieldType.SHARE: "number",
    FieldType.MONEY: "number",
}
"""The type of Table Schema for each type of field."""


def data_package(
    found: Opened, where: DataAddress, words: Words, *, is_packed: bool = False
) -> dict[str, Any]:
    """The whole description. `is_packed` names files beside it, as in the archive, instead of addresses."""
    publication, decision = found.publication, found.decision
    own = found.overview.municipality
    licence = {
        "name": decision.licence.value,
        "path": LICENCE_PAGES[decision.licence],
        "title": words.label(decision.licence),
    }
    described = words(
        "data_set.description", municipality=own.name, number=publication.number, date=publication.day
    )
    return {
        "profile": "tabular-data-package",
        "name": own.slug,
        "title": words("data_set.title", municipality=own.name),
        "description": described,
        "homepage": where.page,
        "version": str(publication.number),
        "created": publication.published_at.isoformat(),
        "keywords": keywords(words),
        "licenses": [licence],
        "contributors": [{"title": found.provider, "role": "publisher"}],
        "resources": [_resource(each, found, where, words, is_packed) for each in found.sets],
    }


def _resource(
    data_set: DataSet, found: Opened, where: DataAddress, words: Words, is_packed: bool
) -> dict[str, Any]:
    name = f"{data_set.kind}.csv"
    return {
        "profile": "tabular-data-resource",
        "name": data_set.kind,
        "title": words.kind(data_set.kind),
        "description": about(data_set.kind, words),
        # A file of a past publication is told apart by its query, which no relative path may carry.
        "path": where.file(name) if where.is_fixed and not is_packed else name,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": DELIMITER, "lineTerminator": LINE_END, "quoteChar": '"', "header": True},
        "schema": schema(data_set, words, {each.kind for each in found.sets}),
    }


def schema(data_set: DataSet, words: Words, known: set[str]) -> dict[str, Any]:
    """The Table Schema of a data set; `known` are the data sets that it may refer to."""
    described: dict[str, Any] = {
        "fields": [_field(data_set.kind, each, words) for each in data_set.fields],
        "primaryKey": list(data_set.key),
        "missingValues": [""],
    }
    references = _references(data_set, known)
    return described | {"foreignKeys": references} if references else described


def _field(kind: str, field: DataField, words: Words) -> dict[str, Any]:
    said = {
        "name": field.name,
        "title": field_title(kind, field, words),
        "description": remarks(kind, field, words),
        "type": TYPES[field.type],
        "unit": field.unit,
        "constraints": constraints(field),
        "labels": code_labels(field, words),
    }
    return {name: value for name, value in said.items() if value}


def constraints(field: DataField) -> dict[str, Any]:
    """The limits of a field, by their names in Table Schema."""
    is_list = field.type is FieldType.WORDS
    said = {
        "required": (field.is_required and not is_list) or None,
        "minimum": _limit(field.minimum),
        "maximum": _limit(field.maximum),
        "maxLength": field.longest,
        "pattern": field.pattern,
        "enum": [each.value for each in field.members] if not is_list else None,
    }
    return {name: value for name, value in said.items() if value not in (None, [])}


def _limit(limit: Any) -> Any:
    return limit.isoformat() if hasattr(limit, "isoformat") else limit


def _references(data_set: DataSet, known: set[str]) -> list[dict[str, Any]]:
    """Which measure or indicator a row is about."""
    to = [("measure", "measures", "id")] * (data_set.kind in MEASURE_KINDS)
    to += [("indicator", "indicators", "name")] * (data_set.kind == "indicator_values")
    return [
        {"fields": own, "reference": {"resource": kind, "fields": theirs}}
        for own, kind, theirs in to
        if kind in known
    ]
