"""The open data: every data set with its files, the licence, and what each field means."""

from __future__ import annotations

from typing import Any

from dash import html

from monitoring.components.address import OPEN_DATA, Address
from monitoring.components.copy_text import copy_text
from monitoring.components.data_address import API, DataAddress
from monitoring.components.table import data_table
from monitoring.domain.data_set import DataField, DataSet
from monitoring.domain.open_data import LICENCE_PAGES, NAMES_ITS_SOURCE
from monitoring.domain.overview import Overview
from monitoring.login import public_visit
from monitoring.pages._opening import opening
from monitoring.pages._page import MunicipalityPage
from monitoring.pages._registration import register_pages
from monitoring.services.data_sets import Opened, opened
from monitoring.texts.data_sets import about, citation, field_title, remarks, type_in_words
from monitoring.texts.words import Words

FILES = (
    ("all", "all.zip"),
    ("package", "datapackage.json"),
    ("dictionary", "dictionary.csv"),
    ("catalogue", "catalog.rdf"),
    ("catalogue_json", "catalog.jsonld"),
)
"""What holds all data sets at once, by the names of its text and file."""


def layout(overview: Overview, words: Words, address: Address) -> list[Any]:
    """The whole page."""
    found = opened(public_visit(), overview.municipality.slug, address.publication)
    return [
        *opening("data_sets", overview, words, address),
        *_sets(found, words, address),
        *_everything(words, address),
        *_licence(found, words),
        *_for_programs(words, address),
        html.H2(words("page.data_sets.form_heading")),
        html.P(words("page.data_sets.form")),
        html.H2(words("page.data_sets.fields_heading"), id="felder"),
        *[_fields(each, words) for each in found.sets],
        *_publications(found, words, address),
    ]


def _sets(found: Opened, words: Words, address: Address) -> list[Any]:
    columns = [words(f"page.data_sets.{name}") for name in ("set", "downloads", "rows")]
    rows = [_set(each, found, words, address) for each in found.sets]
    caption = words("page.data_sets.sets_heading")
    table = data_table(
        columns, rows, caption=caption, words=words, numeric={2}, stacked=True, hidden_caption=True
    )
    return [html.H2(caption), table]


def _set(data_set: DataSet, found: Opened, words: Words, address: Address) -> list[Any]:
    kind = data_set.kind
    name = [html.Span(words.kind(kind)), html.Span(about(kind, words), className="data-set-about")]
    links = [_download(kind, form, words, address) for form in ("csv", "json")]
    return [name, html.Span(links, className="downloads"), words.number(len(found.records(kind)))]


def _download(kind: str, form: str, words: Words, address: Address) -> html.A:
    """A link that says which file it leads to also where it is read out alone."""
    name = html.Span(f"{words.kind(kind)}: ", className="hidden-visually")
    return html.A([name, words(f"page.data_sets.as_{form}")], href=address.to(f"{OPEN_DATA}/{kind}.{form}"))


def _everything(words: Words, address: Address) -> list[Any]:
    items = [
        html.Li(
            [
                html.A(words(f"page.data_sets.{name}"), href=address.to(f"{OPEN_DATA}/{file}")),
                html.Span(words(f"page.data_sets.{name}_hint"), className="data-set-about"),
            ]
        )
        for name, file in FILES
    ]
    return [html.H2(words("page.data_sets.all_heading")), html.Ul(items)]


def _licence(found: Opened, words: Words) -> list[Any]:
    licence = found.decision.licence
    link = html.A(words.label(licence), href=LICENCE_PAGES[licence], rel="license")
    key = "cite" if licence in NAMES_ITS_SOURCE else "cite_freely"
    text = citation(found.provider, found.publication, licence, words)
    return [
        html.H2(words("page.data_sets.licence_heading")),
        html.P([words("page.data_sets.licence"), " ", link]),
        copy_text(text, name="quelle", label=words(f"page.data_sets.{key}"), words=words, rows=3),
    ]


def _for_programs(words: Words, address: Address) -> list[Any]:
    """How programs ask for a part of the data."""
    api = DataAddress(address)
    parts = [
        words("page.data_sets.api"),
        " ",
        html.A(words("page.data_sets.api_description"), href=address.site(f"{API}/openapi.json")),
    ]
    return [
        html.H2(words("page.data_sets.api_heading")),
        html.P(parts),
        html.P(html.Code(html.A(api.api(), href=api.api()))),
    ]


def _fields(data_set: DataSet, words: Words) -> html.Details:
    columns = [words(f"data_set.dictionary.{name}") for name in ("field", "title", "type", "unit", "note")]
    rows = [_field(data_set.kind, each, words) for each in data_set.fields]
    name = words("page.data_sets.fields_of", name=words.kind(data_set.kind), n=len(rows))
    table = data_table(columns, rows, caption=name, words=words, stacked=True, hidden_caption=True)
    return html.Details([html.Summary(name), table], id=data_set.kind)


def _field(kind: str, field: DataField, words: Words) -> list[Any]:
    marks = [
        words(f"data_set.dictionary.{name}")
        for name, holds in (("is_key", field.is_key), ("is_required", field.is_required and not field.is_key))
        if holds
    ]
    notes = [*marks, *filter(None, [remarks(kind, field, words)])]
    return [
        html.Code(field.name),
        field_title(kind, field, words),
        type_in_words(field, words),
        field.unit or "",
        " · ".join(notes),
    ]


def _publications(found: Opened, words: Words, address: Address) -> list[Any]:
    items = [
        html.Li(
            html.A(
                words("page.data_sets.publication", number=each.number, date=each.day),
                href=address.fixed(each.number).to(OPEN_DATA),
            )
        )
        for each in found.publications
    ]
    if len(items) == 1:
        return []
    return [
        html.H2(words("page.data_sets.publications_heading")),
        html.P(words("page.data_sets.publications")),
        html.Ul(items),
    ]


register_pages(__name__, MunicipalityPage(OPEN_DATA, "page.data_sets.title", layout, in_office=False))
