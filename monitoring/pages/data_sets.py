"""The open data: every data set with its files, the licence, and what each field means."""

from __future__ import annotations

from typing import Any

from dash import html

from monitoring.components.address import OPEN_DATA, Address
from monitoring.components.copy_text import copy_text
from monitoring.components.data_address import API, DataAddress
from monitoring.components.document import FEED
from monitoring.components.facts import facts
from monitoring.components.table import data_table
from monitoring.domain.data_set import DataField, DataSet
from monitoring.domain.open_data import LICENCE_PAGES, NAMES_ITS_SOURCE
from monitoring.domain.overview import Overview
from monitoring.login import public_visit
from monitoring.pages._opening import opening
from monitoring.pages._page import MunicipalityPage
from monitoring.pages._registration import register_pages
from monitoring.services.data_sets import Opened, opened
from monitoring.texts.data_sets import (
    about,
    citation,
    code_labels,
    code_meanings,
    field_title,
    remarks,
    type_in_words,
)
from monitoring.texts.words import Words

FOR_PROGRAMS = (
    ("package", "datapackage.json"),
    ("dictionary", "dictionary.csv"),
    ("codes", "codes.csv"),
    ("catalogue", "catalog.rdf"),
    ("catalogue_json", "catalog.jsonld"),
)
"""What describes all data sets, by the names of its text and file."""
FORMS = ("xlsx", "csv", "json")
"""The files of a data set: the one for people first."""
EXAMPLE = "balance"
"""The data set that examples are about, where it is open."""
PROGRAMS = "programme"


def layout(overview: Overview, words: Words, address: Address) -> list[Any]:
    """The whole page: what a spreadsheet opens first, what programs read after it."""
    found = opened(public_visit(), overview.municipality.slug, address.publication)
    return [
        *opening("data_sets", overview, words, address),
        _everything(words, address),
        *_sets(found, words, address),
        *_licence(found, words),
        html.H2(words("page.data_sets.form_heading")),
        html.P(words("data_set.missing")),
        html.P(words("data_set.form")),
        *_for_programs(found, words, address),
        html.H2(words("page.data_sets.fields_heading"), id="felder"),
        *[_fields(each, words) for each in found.sets],
        *_publications(found, words, address),
    ]


def _everything(words: Words, address: Address) -> html.Div:
    """All data sets in one file, for people; who writes programs is shown the way on."""
    workbook = html.A(
        words("page.data_sets.all_xlsx"),
        href=address.to(f"{OPEN_DATA}/all.xlsx"),
        className="button button-primary",
    )
    archive = html.A(
        words("page.data_sets.all_zip"),
        href=address.to(f"{OPEN_DATA}/all.zip"),
        className="button button-secondary",
    )
    programs = html.A(words("page.data_sets.to_programs"), href=f"#{PROGRAMS}")
    return html.Div(
        [
            html.Div([workbook, archive], className="button-row"),
            html.P(words("page.data_sets.all_hint"), className="hint"),
            html.P(programs),
        ]
    )


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
    links = [_download(kind, form, words, address) for form in FORMS]
    return [name, html.Span(links, className="downloads"), words.number(len(found.records(kind)))]


def _download(kind: str, form: str, words: Words, address: Address) -> html.A:
    """A link that says which file it leads to also where it is read out alone."""
    name = html.Span(f"{words.kind(kind)}: ", className="hidden-visually")
    return html.A([name, words(f"page.data_sets.as_{form}")], href=address.to(f"{OPEN_DATA}/{kind}.{form}"))


def _licence(found: Opened, words: Words) -> list[Any]:
    licence = found.decision.licence
    link = html.A(words.label(licence), href=LICENCE_PAGES[licence], rel="license")
    key = "cite" if licence in NAMES_ITS_SOURCE else "cite_freely"
    text = citation(found.provider, found.publication, licence, words)
    return [
        html.H2(words("page.data_sets.licence_heading")),
        html.P([words("page.data_sets.licence"), " ", link]),
        copy_text(text, name="quelle", label=words(f"page.data_sets.{key}"), words=words, rows=5),
    ]


def _for_programs(found: Opened, words: Words, address: Address) -> list[Any]:
    """How programs ask for the data: the interface, an example to copy, and what describes the files."""
    api = DataAddress(address)
    kinds = [each.kind for each in found.sets]
    kind = EXAMPLE if EXAMPLE in kinds else kinds[0]
    described = address.origin + address.site(f"{API}/openapi.json")
    pairs = [
        ("api_description", described),
        ("api_start", api.api()),
        ("api_rows", api.api(kind, limit="100")),
        ("api_past", api.of_publication(found.publications[-1].number).api(kind)),
    ]
    links = [(words(f"page.data_sets.{name}"), html.Code(html.A(at, href=at))) for name, at in pairs]
    lines = ["import pandas", f'{kind} = pandas.read_csv("{api.file(f"{kind}.csv")}")']
    return [
        html.H2(words("page.data_sets.api_heading"), id=PROGRAMS),
        html.P(words("page.data_sets.api")),
        facts(links),
        html.P(words("page.data_sets.example")),
        html.Pre(html.Code("\n".join(lines)), className="example"),
        html.P(words("page.data_sets.described")),
        html.Ul([_described(name, file, words, address) for name, file in FOR_PROGRAMS]),
    ]


def _described(name: str, file: str, words: Words, address: Address) -> html.Li:
    link = html.A(words(f"page.data_sets.{name}"), href=address.to(f"{OPEN_DATA}/{file}"))
    return html.Li([link, html.Span(words(f"page.data_sets.{name}_hint"), className="data-set-about")])


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
        [type_in_words(field, words), _codes(field, words)],
        field.unit or "",
        " · ".join(notes),
    ]


def _codes(field: DataField, words: Words) -> html.Ul | None:
    """Every code of a field with what it is called and, where that does not tell, what it means."""
    if not field.members:
        return None
    labels, meanings = code_labels(field, words), code_meanings(field, words)
    items = [
        html.Li([html.Code(code), f" {label}", f": {meanings[code]}" if code in meanings else ""])
        for code, label in labels.items()
    ]
    return html.Ul(items, className="codes")


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
    feed = html.A(words("page.data_sets.feed"), href=address.to(FEED, keep_publication=False))
    return [
        html.H2(words("page.data_sets.publications_heading")),
        html.P(words("page.data_sets.publications")),
        html.Ul(items),
        html.P(feed),
    ]


register_pages(__name__, MunicipalityPage(OPEN_DATA, "page.data_sets.title", layout, in_office=False))
