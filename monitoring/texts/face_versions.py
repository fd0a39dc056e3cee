"""Versions of the public face in words: what a setting is called, and what was set."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from monitoring.domain.land import Land
from monitoring.domain.statement import Conformance, Fact, Statement, StatementMethod
from monitoring.texts.words import Words

_FIELDS = {"contact_unit": "unit"}
"""The settings whose field in the form has another name."""


def setting_name(name: str, words: Words) -> str:
    """What a setting is called in the form.

    >>> from monitoring.texts.words import words
    >>> names = ("contact_unit", "facts.phone", "texts.imprint.en")
    >>> [setting_name(each, words("de")) for each in names]
    ['Zuständige Stelle', 'Telefon', 'Impressum: Eigener Text auf Englisch']
    """
    group, _, inside = name.partition(".")
    if group == "facts":
        return words.label(Fact(inside)) if inside in list(Fact) else inside
    if group == "texts":
        statement, _, language = inside.partition(".")
        return f"{words.label(Statement(statement))}: {words(f'page.public_face.own_text_{language}')}"
    if name.endswith("_url"):
        return f"{words.label(Statement(name.removesuffix('_url')))}: {words('page.public_face.url')}"
    return words(f"page.public_face.{_FIELDS.get(name, name)}")


def setting_value(name: str, value: Any, laender: Mapping[str, Land], words: Words) -> str:
    """What was set, as people would say it.

    >>> from monitoring.texts.words import words
    >>> told = {"email": None, "facts.stated_on": "2026-01-12", "embedding_sites": ["https://a.example"]}
    >>> [setting_value(name, value, {}, words("de")) for name, value in told.items()]
    ['leer', '12.01.2026', 'https://a.example']
    """
    if not value:
        return words("page.public_face.empty")
    if name == "logo":
        return words("page.public_face.logo_of", width=value["width"], height=value["height"])
    if name == "land" and value in laender:
        return laender[value].name
    if name == "embedding_sites":
        return "\n".join(value)
    return _fact_value(name, str(value), words)


def _fact_value(name: str, value: str, words: Words) -> str:
    if name == f"facts.{Fact.STATED_ON}":
        return words.date(date.fromisoformat(value))
    if name == f"facts.{Fact.CONFORMANCE}":
        return words.label(Conformance(value))
    if name == f"facts.{Fact.METHOD}":
        return words.label(StatementMethod(value))
    return words("page.public_face.checked") if name == f"facts.{Fact.LAND_CHECKED}" else value
