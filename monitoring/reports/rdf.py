"""Statements about things on the web (RDF), written as JSON-LD and as RDF/XML; both say the same."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape, quoteattr

PREFIXES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcatap": "http://data.europa.eu/r5r/",
    "dcatde": "http://dcat-ap.de/def/dcatde/",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "hydra": "http://www.w3.org/ns/hydra/core#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""The vocabularies, by the short names under which they are written."""


@dataclass(frozen=True, slots=True)
class Uri:
    """A thing on the web."""

    address: str


@dataclass(frozen=True, slots=True)
class Text:
    """A text in a language, or a value of a type (`xsd:date`)."""

    text: str
    language: str | None = None
    type: str | None = None


Value = Uri | Text
Statement = tuple[str, Value]
"""What is said of a thing: a property by its short name („dcterms:title“) and its value."""


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing with its type and everything that is said of it."""

    address: str
    type: str
    statements: Sequence[Statement]


def json_ld(things: Iterable[Thing]) -> bytes:
    """The things as JSON-LD, which carries its context with it."""
    content = {"@context": PREFIXES, "@graph": [_as_json(each) for each in things]}
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def _as_json(thing: Thing) -> dict[str, Any]:
    said: dict[str, Any] = {"@id": thing.address, "@type": thing.type}
    for name, value in thing.statements:
        said.setdefault(name, []).append(_json_value(value))
    return said


def _json_value(value: Value) -> dict[str, str]:
    """A value with its language or type.

    >>> _json_value(Text("Bilanz", "de")), _json_value(Text("2025-09-23", type="xsd:date"))
    ({'@value': 'Bilanz', '@language': 'de'}, {'@value': '2025-09-23', '@type': 'xsd:date'})
    """
    if isinstance(value, Uri):
        return {"@id": value.address}
    said = {"@value": value.text}
    if value.language:
        said["@language"] = value.language
    return said | {"@type": value.type} if value.type else said


def rdf_xml(things: Iterable[Thing]) -> bytes:
    """The things as RDF/XML."""
    names = "".join(f"\n xmlns:{prefix}={quoteattr(uri)}" for prefix, uri in PREFIXES.items())
    body = "".join(map(_as_xml, things))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF{names}>\n{body}</rdf:RDF>\n'.encode()


def _as_xml(thing: Thing) -> str:
    said = "".join(f"  {_element(name, value)}\n" for name, value in thing.statements)
    return f"<{thing.type} rdf:about={quoteattr(thing.address)}>\n{said}</{thing.type}>\n"


def _element(name: str, value: Value) -> str:
    """A statement as an element.

    >>> _element("dcterms:title", Text("Bilanz & Ziele", "de"))
    '<dcterms:title xml:lang="de">Bilanz &amp; Ziele</dcterms:title>'
    """
    if isinstance(value, Uri):
        return f"<{name} rdf:resource={quoteattr(value.address)}/>"
    mark = f" xml:lang={quoteattr(value.language)}" if value.language else ""
    if value.type:
        mark = f" rdf:datatype={quoteattr(_whole(value.type))}"
    return f"<{name}{mark}>{escape(value.text)}</{name}>"


def _whole(short: str) -> str:
    prefix, _, name = short.partition(":")
    return PREFIXES[prefix] + name
