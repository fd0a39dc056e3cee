"""The data package: a description of all data sets after Frictionless Data (v1), made from their fields."""

from __future__ import annotations

from typing import Any

from monitoring.components.data_address import DataAddress
from monitoring.domain.data_set import DataSet
from monitoring.domain.open_data import LICENCE_PAGES
from monitoring.reports.csv_text import DELIMITER, LINE_END
from monitoring.reports.dictionary import DESCRIBING, Table
from monitoring.reports.table_schema import schema
from monitoring.services.data_sets import Opened
from monitoring.texts.data_sets import about, keywords
from monitoring.texts.words import Words


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
        "resources": [
            *(_data_set(each, found, where, words, is_packed) for each in found.sets),
            *(_describing(each, where, words, is_packed) for each in DESCRIBING),
        ],
    }


def _data_set(
    data_set: DataSet, found: Opened, where: DataAddress, words: Words, is_packed: bool
) -> dict[str, Any]:
    described = schema(data_set, words, {each.kind for each in found.sets})
    return _resource(data_set.kind, words.kind(data_set.kind), where, words, is_packed, described)


def _describing(table: Table, where: DataAddress, words: Words, is_packed: bool) -> dict[str, Any]:
    title = words(f"page.data_sets.{table.name}")
    return _resource(table.name, title, where, words, is_packed, table.schema)


def _resource(
    name: str, title: str, where: DataAddress, words: Words, is_packed: bool, described: dict[str, Any]
) -> dict[str, Any]:
    file = f"{name}.csv"
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "title": title,
        "description": about(name, words),
        # A file of a past publication is told apart by its query, which no relative path may carry.
        "path": where.file(file) if where.is_fixed and not is_packed else file,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": DELIMITER, "lineTerminator": LINE_END, "quoteChar": '"', "header": True},
        "schema": described,
    }
