"""The catalogue: both its forms are one graph, with everything that a portal needs to harvest it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pyshacl
import pytest
from rdflib import DCAT, DCTERMS, FOAF, RDF, XSD, Graph, Literal, Namespace, URIRef
from rdflib.compare import isomorphic

from monitoring.domain.access import Role, viewer_as
from monitoring.domain.municipality import Municipality
from monitoring.domain.open_data import DATA_SETS, Licence
from monitoring.reports import catalogue
from monitoring.services.municipalities import change_municipality
from monitoring.services.open_data import decide
from monitoring.services.publishing import publish
from tests.browsing import Site
from tests.seed import CITY, DRAFT, MARKER, NOW, VILLAGE, Seeded, local_administrator
from tests.seed_open import open_data

# Of rdflib's own reader of JSON-LD.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
PAGE = f"/offene-daten/{CITY}"
OF_ALL = "/offene-daten"
HERE = "http://localhost"
DCATDE = Namespace("http://dcat-ap.de/def/dcatde/")
HYDRA = Namespace("http://www.w3.org/ns/hydra/core#")
SHAPES = Graph().parse(Path(__file__).with_name("dcat_ap_de.ttl"))
"""What DCAT-AP.de asks of each kind of thing."""


def read(site: Site, path: str, form: str = "rdf") -> Graph:
    answer = site.get(path)
    assert answer.status_code == 200, path
    assert answer.mimetype == {"rdf": "application/rdf+xml", "jsonld": "application/ld+json"}[form]
    return Graph().parse(data=answer.data, format={"rdf": "xml", "jsonld": "json-ld"}[form])


@pytest.mark.parametrize("at", [f"{PAGE}/catalog", f"{PAGE}/catalog.{{}}?fassung=1", f"{OF_ALL}/catalog"])
def test_both_forms_are_one_graph(site: Site, at: str) -> None:
    paths = [at.format(form) if "{}" in at else f"{at}.{form}" for form in ("rdf", "jsonld")]
    xml, json = (read(site, path, form) for path, form in zip(paths, ("rdf", "jsonld"), strict=True))
    assert len(xml) > 200
    if "offene-daten/catalog" not in at:
        assert isomorphic(xml, json)
    else:  # each form links to its own pages
        differing = {subject for subject, _, _ in (xml - json) + (json - xml)}
        assert {str(each).partition("?")[0] for each in differing} == {
            f"{HERE}{OF_ALL}/catalog.rdf",
            f"{HERE}{OF_ALL}/catalog.jsonld",
        }


def faults(graph: Graph) -> str:
    """What the shapes say against a catalogue; empty where they have nothing to say."""
    conforms, _, told = pyshacl.validate(graph, shacl_graph=SHAPES)
    return "" if conforms else str(told)


@pytest.mark.parametrize(
    "at", [f"{PAGE}/catalog.rdf", f"{PAGE}/catalog.rdf?fassung=1", f"{OF_ALL}/catalog.rdf"]
)
@pytest.mark.parametrize("licence", [Licence.DL_DE_BY, Licence.CC_ZERO])
def test_everything_that_dcat_ap_de_asks_for_is_said(site: Site, at: str, licence: Licence) -> None:
    manager = Seeded(site.database).visit(viewer_as(Role.MANAGER, CITY))
    decide(manager, CITY, DATA_SETS, licence=licence, contributor="stadtLindenau", is_confirmed=True)
    graph = read(site, at)
    assert faults(graph) == ""
    assert set(graph.objects(None, DCATDE.contributorID)) == {
        URIRef("http://dcat-ap.de/def/contributors/stadtLindenau")
    }


def test_a_catalogue_lists_what_is_open(site: Site) -> None:
    graph = read(site, f"{PAGE}/catalog.rdf")
    sets = set(graph.objects(URIRef(HERE + PAGE), DCAT.dataset))
    assert sets == {URIRef(f"{HERE}{PAGE}#{kind}") for kind in DATA_SETS}
    assert sets == set(graph.subjects(RDF.type, DCAT.Dataset))


@pytest.mark.parametrize(
    ("kind", "property", "instead"),
    [
        (DCAT.Dataset, DCTERMS.publisher, None),
        (DCAT.Dataset, DCAT.theme, URIRef("http://localhost/climate")),
        (DCAT.Dataset, DCTERMS.accrualPeriodicity, Literal("yearly")),
        (DCAT.Distribution, DCTERMS.license, URIRef("https://www.govdata.de/dl-de/by-2-0")),
        (DCAT.Distribution, DCAT.downloadURL, URIRef("http://localhost/elsewhere")),
        (DCAT.Distribution, DCATDE.licenseAttributionByText, None),
        (DCTERMS.PeriodOfTime, DCAT.endDate, Literal("1900-01-01", datatype=XSD.date)),
        (FOAF.Agent, FOAF.name, None),
    ],
)
def test_the_shapes_find_what_is_wrong(site: Site, kind: URIRef, property: URIRef, instead: Any) -> None:
    graph = read(site, f"{PAGE}/catalog.rdf")
    thing = min(graph.subjects(RDF.type, kind), key=str)
    graph.remove((thing, property, None))
    if instead is not None:
        graph.add((thing, property, instead))
    assert str(thing) in faults(graph)


def test_a_data_set_covers_the_time_that_its_records_tell_of(site: Site) -> None:
    graph = read(site, f"{PAGE}/catalog.rdf")

    def covered(kind: str) -> tuple[str, ...]:
        time = graph.value(URIRef(f"{HERE}{PAGE}#{kind}"), DCTERMS.temporal)
        return tuple(str(graph.value(time, each)) for each in (DCAT.startDate, DCAT.endDate)) if time else ()

    assert covered("balance") == ("2015-01-01", "2023-12-31")
    assert covered("targets") == ("2016-01-01", "2050-12-31")
    assert covered("measures")[0] == "2023-01-01"
    assert covered("fields_of_action") == covered("assessments") == ()
    first = {str(each) for each in graph.objects(None, DCTERMS.issued)}
    assert first == {"2026-05-04"}


def test_the_first_publication_is_when_data_were_issued(site: Site) -> None:
    later = NOW + timedelta(days=40)
    publish(Seeded(site.database, later).visit(viewer_as(Role.MANAGER, CITY)), CITY)
    site.app.server.config["CLOCK"] = lambda: later
    graph = read(site, f"{PAGE}/catalog.rdf")
    assert {str(each) for each in graph.objects(None, DCTERMS.issued)} == {"2026-05-04"}
    assert {str(each) for each in graph.objects(None, DCTERMS.modified)} == {"2026-06-13"}


def test_a_balance_is_renewed_in_its_rhythm(site: Site) -> None:
    open_data(site)
    graph = read(site, f"/offene-daten/{VILLAGE}/catalog.rdf")

    def renewed(kind: str) -> str:
        data_set = URIRef(f"{HERE}/offene-daten/{VILLAGE}#{kind}")
        return str(graph.value(data_set, DCTERMS.accrualPeriodicity)).rpartition("/")[2]

    assert (renewed("balance"), renewed("measures")) == ("QUADRENNIAL", "IRREG")


def test_a_thing_is_told_the_same_in_the_catalogue_of_all(site: Site) -> None:
    own, whole = read(site, f"{PAGE}/catalog.rdf"), read(site, f"{OF_ALL}/catalog.rdf")
    things = set(own.subjects(RDF.type)) - {URIRef(HERE + PAGE)}
    for thing in things:
        told = set(own.predicate_objects(thing))
        assert told == set(whole.predicate_objects(thing)), thing


def test_every_thing_that_is_named_is_described(site: Site) -> None:
    graph = read(site, f"{PAGE}/catalog.rdf")
    described = set(graph.subjects())
    own = {each for each in graph.objects() if str(each).startswith(f"{HERE}{PAGE}#")}
    assert own - described == set()


def test_files_of_the_catalogue_are_there(site: Site) -> None:
    for query, number in (("", 0), ("?fassung=1", 1)):
        graph = read(site, f"{PAGE}/catalog.rdf{query}")
        files = [str(each) for each in graph.objects(None, DCAT.downloadURL)]
        assert len(files) == 3 * len(DATA_SETS)
        assert all(each.endswith("?fassung=1") is bool(number) for each in files)
        assert {site.get(each.removeprefix(HERE)).status_code for each in files} == {200}


def test_licence_and_citation(site: Site) -> None:
    open_data(site, CITY, ["balance"])
    graph = read(site, f"{PAGE}/catalog.rdf")
    licences = set(graph.objects(None, DCTERMS.license))
    assert licences == {URIRef("http://dcat-ap.de/def/licenses/dl-by-de/2.0")}
    (name,) = set(graph.objects(None, DCATDE.licenseAttributionByText))
    assert name == Literal("Lindenau", lang="de")
    assert graph.value(URIRef(f"{HERE}{PAGE}#herausgeber"), FOAF.name) == Literal("Lindenau", lang="de")
    assert not set(graph.objects(None, DCATDE.contributorID))
    (day,) = set(graph.objects(None, DCTERMS.modified))
    assert (str(day), day.datatype) == ("2026-05-04", XSD.date)  # type: ignore[attr-defined]


def test_titles_stand_in_both_languages(site: Site) -> None:
    graph = read(site, f"{PAGE}/catalog.rdf")
    titles = set(graph.objects(URIRef(f"{HERE}{PAGE}#balance"), DCTERMS.title))
    assert titles == {Literal("Lindenau: Bilanz", lang="de"), Literal("Lindenau: Balance", lang="en")}
    assert isomorphic(graph, read(site, f"/en{PAGE}/catalog.rdf"))


@pytest.mark.parametrize(
    ("ags", "kind", "uri"),
    [("09162000", "city", "municipalityKey/09162000"), ("09184000", "district", "districtKey/09184")],
)
def test_the_place_is_told_by_its_official_key(site: Site, ags: str, kind: str, uri: str) -> None:
    open_data(site)
    administrator = Seeded(site.database).visit(local_administrator("test"))
    known = {each.value: each for each in type(Municipality(slug="a", name="A").kind)}
    change_municipality(administrator, VILLAGE, {"ags": ags, "kind": known[kind]})
    graph = read(site, f"/offene-daten/{VILLAGE}/catalog.rdf")
    places = {str(each) for each in graph.objects(None, DCATDE.politicalGeocodingURI)}
    assert places == {f"http://dcat-ap.de/def/politicalGeocoding/{uri}"}
    assert faults(graph) == ""
    # The city of the seed is made up; its key is nobody's.
    assert not list(read(site, f"{PAGE}/catalog.rdf").objects(None, DCATDE.politicalGeocodingURI))


def test_the_catalogue_of_all_has_what_is_open_and_nothing_else(site: Site) -> None:
    open_data(site, kinds=["balance"])
    open_data(site, DRAFT)
    graph = read(site, f"{OF_ALL}/catalog.rdf")
    sets = {str(each) for each in graph.objects(URIRef(HERE + OF_ALL), DCAT.dataset)}
    assert {each.rpartition("/")[2].partition("#")[0] for each in sets} == {CITY, VILLAGE}
    assert f"{HERE}/offene-daten/{VILLAGE}#balance" in sets
    assert len(sets) == len(DATA_SETS) + 1
    assert MARKER not in graph.serialize()


def test_a_large_catalogue_has_pages(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    open_data(site)
    monkeypatch.setattr(catalogue, "PLACES_OF_A_PAGE", 1)
    sets = []
    path: str | None = f"{OF_ALL}/catalog.jsonld"
    while path:
        graph = read(site, path, "jsonld")
        sets += list(graph.objects(URIRef(HERE + OF_ALL), DCAT.dataset))
        following = next(graph.objects(None, HYDRA.nextPage), None)
        path = None if following is None else str(following).removeprefix(HERE)
    assert len(sets) == len(set(sets)) == 2 * len(DATA_SETS)
    assert site.get(f"{OF_ALL}/catalog.jsonld?seite=3").status_code == 404


@pytest.mark.parametrize("page", ["0", "2", "x", "-1", "999999999999"])
def test_a_page_that_is_not_there(site: Site, page: str) -> None:
    assert site.get(f"{OF_ALL}/catalog.rdf?seite={page}").status_code == 404
    assert site.get(f"{OF_ALL}?seite={page}").status_code == 404


def test_the_page_of_all_names_who_gives_data(site: Site) -> None:
    text = site.get(f"{OF_ALL}/").get_data(as_text=True)
    assert f'href="{PAGE}"' in text
    assert VILLAGE not in text
    open_data(site)
    assert f'href="/offene-daten/{VILLAGE}"' in site.get(OF_ALL).get_data(as_text=True)
