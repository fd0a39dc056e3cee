"""The files of the open data, below the page that lists them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from flask import Flask, Response, request

from monitoring.components.address import LONGEST_NUMBER, OPEN_DATA, PUBLICATION, Address, language_prefix
from monitoring.components.data_address import DataAddress
from monitoring.dashboard.open_answers import MIMETYPES, add_open_route, open_answer
from monitoring.dashboard.request_address import origin_of_request, request_address
from monitoring.domain.errors import NotFound
from monitoring.login import public_visit
from monitoring.reports import catalogue
from monitoring.reports.catalogue import PAGE, catalogue_of, catalogue_of_all, has_page
from monitoring.reports.data_files import READ_ME, archive, as_json, csv_file, json_file, read_me
from monitoring.reports.data_package import data_package
from monitoring.reports.data_workbook import data_workbook
from monitoring.reports.dictionary import DESCRIBING, Table
from monitoring.reports.rdf import Thing, json_ld, rdf_xml
from monitoring.services.data_sets import Opened, data_set, opened
from monitoring.services.open_places import open_places
from monitoring.texts.words import LANGUAGES, words

SAVED = frozenset({"csv", "xlsx", "zip"})
"""Endings of files that browsers save instead of showing them."""
Maker = Callable[[Opened, DataAddress], bytes]
Writer = Callable[[Iterable[Thing]], bytes]
CATALOGUES: dict[str, Writer] = {"catalog.jsonld": json_ld, "catalog.rdf": rdf_xml}
"""The files of the catalogue, by their names."""


def add_to(server: Flask) -> None:
    """Add the routes, in every language."""
    for code in LANGUAGES:
        prefix = language_prefix(code)
        add_open_route(server, f"{prefix}{OPEN_DATA}/<slug>/<name>", f"open data {code}", _file)
        for name in CATALOGUES:
            rule = f"{prefix}{OPEN_DATA}/{name}"
            add_open_route(server, rule, f"{name} {code}", _catalogue_of_all, defaults={"name": name})


def _file(slug: str, name: str) -> Response:
    """A file by its name: a data set in one of its forms, or what holds all of them."""
    where = data_address(slug)
    stem, _, ending = name.rpartition(".")
    make = MAKERS.get(name) or _OF_ONE_SET.get(ending, _no_file)(stem)

    def content() -> bytes:
        return make(opened(public_visit(), slug, where.address.publication), where)

    response = open_answer(slug, MIMETYPES.get(ending, "text/plain"), content)
    if ending in SAVED:
        response.headers["Content-Disposition"] = f'attachment; filename="{_saved_as(where, name)}"'
    return response


def _catalogue_of_all(name: str) -> Response:
    """A page of the catalogue of all municipalities."""
    text = request.args.get(PAGE, "1")
    if not (text.isascii() and text.isdigit() and len(text) < LONGEST_NUMBER):
        raise NotFound()
    address = Address(root=request.root_path, origin=origin_of_request())

    def content() -> bytes:
        places = open_places(public_visit())
        page, of_a_page = int(text), catalogue.PLACES_OF_A_PAGE
        if not has_page(page, len(places), of_a_page):
            raise NotFound()
        named = places[(page - 1) * of_a_page : page * of_a_page]
        shown = [opened(public_visit(), each.municipality.slug) for each in named]
        return CATALOGUES[name](catalogue_of_all(shown, len(places), page, address, name))

    return open_answer(None, MIMETYPES[name.rpartition(".")[2]], content)


def data_address(slug: str) -> DataAddress:
    """Where this request asks for the data of a municipality, its publication kept.

    Raises:
        NotFound: the publication asked for is no number.
    """
    query = {name: text for name, text in request.args.items() if name == PUBLICATION}
    address = request_address(slug, OPEN_DATA, query=query)
    address.publication  # noqa: B018  (refuses what is no number before anything is read)
    return DataAddress(address)


def _saved_as(where: DataAddress, name: str) -> str:
    """The name under which a browser saves a file: it says whose and as of when."""
    publication = f"-fassung-{where.address.publication}" if where.is_fixed else ""
    return f"{where.address.slug}{publication}-{name}"


def _no_file(_stem: str) -> Maker:
    raise NotFound()


def _csv_of(kind: str) -> Maker:
    def make(found: Opened, _where: DataAddress) -> bytes:
        records = found.records(kind)
        return csv_file(data_set(kind), map(data_set(kind).row, records))

    return make


def _json_of(kind: str) -> Maker:
    def make(found: Opened, _where: DataAddress) -> bytes:
        found.records(kind)  # refuses what is not open, before it is described
        return json_file(found, data_set(kind))

    return make


def _package(found: Opened, where: DataAddress) -> bytes:
    return as_json(data_package(found, where, words(where.address.language)))


def _workbook_of(kind: str) -> Maker:
    def make(found: Opened, where: DataAddress) -> bytes:
        found.records(kind)
        return data_workbook(found, [data_set(kind)], words(where.address.language))

    return make


def _workbook(found: Opened, where: DataAddress) -> bytes:
    return data_workbook(found, found.sets, words(where.address.language))


def _describing(table: Table) -> Maker:
    return lambda found, _where: table.csv(found.sets)


def _everything(found: Opened, where: DataAddress) -> bytes:
    """The archive: the data sets, what describes them, and what people read first."""
    spoken = words(where.address.language)
    package = as_json(data_package(found, where, spoken, is_packed=True))
    sets = {f"{each.kind}.csv": _csv_of(each.kind)(found, where) for each in found.sets}
    tables = {each.file: each.csv(found.sets) for each in DESCRIBING}
    return archive(found, {READ_ME: read_me(found, spoken), "datapackage.json": package} | tables | sets)


def _catalogue(written: Writer) -> Maker:
    def make(found: Opened, where: DataAddress) -> bytes:
        return written(catalogue_of(found, where.address))

    return make


MAKERS: dict[str, Maker] = {
    "datapackage.json": _package,
    "all.xlsx": _workbook,
    "all.zip": _everything,
    **{each.file: _describing(each) for each in DESCRIBING},
    **{name: _catalogue(written) for name, written in CATALOGUES.items()},
}
"""The files about all data sets, by their names."""
_OF_ONE_SET: dict[str, Callable[[str], Maker]] = {"csv": _csv_of, "json": _json_of, "xlsx": _workbook_of}
