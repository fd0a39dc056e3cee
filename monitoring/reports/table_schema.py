"""The Table Schema of Frictionless Data (v1) of each data set, made from its fields."""

from __future__ import annotations

from typing import Any

from monitoring.domain.data_set import DataField, DataSet
from monitoring.domain.field_type import FieldType
from monitoring.domain.kinds import MEASURE_KINDS
from monitoring.texts.data_sets import code_labels, field_title, remarks
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
MISSING = [""]
"""What stands where nothing was stated: an empty cell, and nothing else."""


def schema(data_set: DataSet, words: Words, known: set[str]) -> dict[str, Any]:
    """The Table Schema of a data set; `known` are the data sets that it may refer to."""
    described: dict[str, Any] = {
        "fields": [_field(data_set.kind, each, words) for each in data_set.fields],
        "primaryKey": list(data_set.key),
        "missingValues": MISSING,
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
