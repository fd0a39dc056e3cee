"""The catalogue of the open data after DCAT-AP.de 3.0, for portals to harvest: of one place or of all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from monitoring.components.address import OPEN_DATA, PUBLICATION, Address
from monitoring.components.data_address import API, DataAddress
from monitoring.domain.coverage import coverage
from monitoring.domain.open_data import NAMES_ITS_SOURCE
from monitoring.reports import catalogue_terms as terms
from monitoring.reports.catalogue_terms import FORMS, LICENCES, in_languages, languages, titles
from monitoring.reports.rdf import Statement, Text, Thing, Uri
from monitoring.services.data_sets import Opened
from monitoring.texts.data_sets import KEYWORDS, about
from monitoring.texts.words import LANGUAGES

PLACES_OF_A_PAGE = 20
"""How many municipalities stand on one page of the catalogue of all: some MB of RDF/XML."""
PAGE = "seite"
"""The part of the query that names a page of it."""


def catalogue_of(found: Opened, address: Address) -> list[Thing]:
    """The catalogue of one municipality, as of the publication that the address names."""
    where = _where(found, address)
    municipality = found.overview.municipality
    catalogue = Thing(
        where.page,
        "dcat:Catalog",
        [
            *titles("dcterms:title", "data_set.title", municipality=municipality.name),
            *titles("dcterms:description", "data_set.catalogue", municipality=municipality.name),
            ("dcterms:publisher", _publisher_at(where)),
            ("foaf:homepage", Uri(where.page)),
            ("dcterms:license", Uri(LICENCES[found.decision.licence])),
            ("dcat:themeTaxonomy", terms.THEMES_OF_THE_EU),
            terms.AVAILABLE,
            *_dates(found),
            *languages(),
            *[each for each in terms.places(municipality) if each[0] == "dcterms:spatial"],
            *_contents(found, where),
        ],
    )
    return [catalogue, *_things(found, where)]


def catalogue_of_all(
    shown: Sequence[Opened], total: int, page: int, address: Address, name: str
) -> list[Thing]:
    """One page of the catalogue of the whole installation: `shown` of `total` municipalities.

    `name` is that of the file. The address of the catalogue is that of the page which lists the
    municipalities; other pages are found by Hydra's links.
    """
    own = address.in_language(LANGUAGES[0])
    at = own.origin + own.site(OPEN_DATA)
    places = [(each, _where(each, own)) for each in shown]
    catalogue = Thing(
        at,
        "dcat:Catalog",
        [
            *titles("dcterms:title", "api.title"),
            *titles("dcterms:description", "api.description"),
            ("dcterms:publisher", Uri(f"{at}#herausgeber")),
            ("foaf:homepage", Uri(at)),
            ("dcat:themeTaxonomy", terms.THEMES_OF_THE_EU),
            terms.AVAILABLE,
            *languages(),
            *[each for found, where in places for each in _contents(found, where)],
        ],
    )
    agent = Thing(f"{at}#herausgeber", "foaf:Agent", titles("foaf:name", "product"))
    things = [thing for found, where in places for thing in _things(found, where)]
    return [catalogue, agent, *things, _pages(total, page, f"{at}/{name}")]


def _pages(total: int, page: int, at: str) -> Thing:
    """Which page it is and where the others are, as harvesters of CKAN read it."""
    last = max(1, -(-total // PLACES_OF_A_PAGE))

    def link(number: int) -> Uri:
        return Uri(f"{at}?{PAGE}={number}")

    said: list[Statement] = [
        ("hydra:totalItems", Text(str(total), type="xsd:integer")),
        ("hydra:itemsPerPage", Text(str(PLACES_OF_A_PAGE), type="xsd:integer")),
        ("hydra:firstPage", link(1)),
        ("hydra:lastPage", link(last)),
        *([("hydra:previousPage", link(page - 1))] if page > 1 else []),
        *([("hydra:nextPage", link(page + 1))] if page < last else []),
    ]
    return Thing(link(page).address, "hydra:PagedCollection", said)


def _where(found: Opened, address: Address) -> DataAddress:
    """Where the data of a municipality stand; German, so that a thing has one address in all languages."""
    slug = found.overview.municipality.slug
    own = replace(address, slug=slug, tail=OPEN_DATA, language=LANGUAGES[0])
    kept = {PUBLICATION: address.query[PUBLICATION]} if PUBLICATION in address.query else {}
    return DataAddress(replace(own, query=kept))


def _publisher_at(where: DataAddress) -> Uri:
    return Uri(f"{where.page}#herausgeber")


def _contact_at(where: DataAddress) -> Uri:
    return Uri(f"{where.page}#kontakt")


def _service_at(where: DataAddress) -> Uri:
    return Uri(f"{where.page}#api")


def _data_set_at(where: DataAddress, kind: str) -> str:
    return f"{where.page}#{kind}"


def _dates(found: Opened) -> list[Statement]:
    """When something was published first, and when what is seen was."""
    first = found.publications[-1].day
    return [terms.day("dcterms:issued", first), terms.day("dcterms:modified", found.publication.day)]


def _contents(found: Opened, where: DataAddress) -> list[Statement]:
    sets: list[Statement] = [
        ("dcat:dataset", Uri(_data_set_at(where, kind))) for kind in found.decision.kinds
    ]
    return [*sets, ("dcat:service", _service_at(where))]


def _things(found: Opened, where: DataAddress) -> Iterator[Thing]:
    """The data sets of a municipality with their files, who publishes them, whom to ask, and the API."""
    yield _publisher(found, where)
    yield _contact(found, where)
    for kind in found.decision.kinds:
        yield from _data_set(found, kind, where)
        for form in FORMS:
            yield _distribution(found, kind, form, where)
    yield _service(found, where)


def _publisher(found: Opened, where: DataAddress) -> Thing:
    said: list[Statement] = [
        ("foaf:name", Text(found.provider, LANGUAGES[0])),
        ("foaf:homepage", Uri(where.page)),
        terms.LOCAL_AUTHORITY,
    ]
    return Thing(_publisher_at(where).address, "foaf:Agent", said)


def _contact(found: Opened, where: DataAddress) -> Thing:
    email = found.overview.face.email
    said: list[Statement] = [
        ("vcard:fn", Text(found.overview.municipality.contact_unit or found.provider)),
        *([("vcard:hasEmail", Uri(f"mailto:{email}"))] if email else []),
        ("vcard:hasURL", Uri(where.page)),
    ]
    return Thing(_contact_at(where).address, "vcard:Kind", said)


def _data_set(found: Opened, kind: str, where: DataAddress) -> Iterator[Thing]:
    """A data set, and the time that it tells of where it names any."""
    at, municipality = _data_set_at(where, kind), found.overview.municipality
    covered = coverage(found.records(kind))
    time = Thing(f"{at}-zeitraum", "dcterms:PeriodOfTime", terms.period(covered)) if covered else None
    said: list[Statement] = [
        *in_languages("dcterms:title", lambda words: f"{municipality.name}: {words.kind(kind)}"),
        *in_languages("dcterms:description", lambda words: about(kind, words)),
        ("dcterms:identifier", Text(f"{municipality.slug}/{kind}")),
        ("dcterms:publisher", _publisher_at(where)),
        ("dcat:contactPoint", _contact_at(where)),
        ("dcat:landingPage", Uri(where.page)),
        ("dcat:version", Text(str(found.publication.number))),
        *_dates(found),
        *languages(),
        *terms.places(municipality),
        *([("dcterms:temporal", Uri(time.address))] if time else []),
        *_contributor(found),
        *terms.themes(kind),
        terms.frequency(kind, municipality),
        terms.AVAILABLE,
        terms.FOR_EVERYBODY,
        *[each for name in KEYWORDS for each in titles("dcat:keyword", f"data_set.keyword_{name}")],
        *[("dcat:distribution", Uri(f"{at}-{form}")) for form, _, _ in FORMS],
    ]
    yield Thing(at, "dcat:Dataset", said)
    if time:
        yield time


def _contributor(found: Opened) -> list[Statement]:
    """The identifier of who delivers the data, where a portal gave one."""
    known = found.decision.contributor
    return [("dcatde:contributorID", Uri(known))] if known else []


def _distribution(found: Opened, kind: str, form: tuple[str, str, str], where: DataAddress) -> Thing:
    ending, file_type, media_type = form
    file = Uri(where.file(f"{kind}.{ending}"))
    said: list[Statement] = [
        *in_languages("dcterms:title", lambda words: f"{words.kind(kind)} ({file_type})"),
        # A file that is simply downloaded is where the data are accessed too.
        ("dcat:accessURL", file),
        ("dcat:downloadURL", file),
        ("dcterms:format", terms.authority("file-type", file_type)),
        ("dcat:mediaType", Uri(f"https://www.iana.org/assignments/media-types/{media_type}")),
        *_licence(found),
        *_dates(found),
        terms.AVAILABLE,
    ]
    return Thing(f"{_data_set_at(where, kind)}-{ending}", "dcat:Distribution", said)


def _licence(found: Opened) -> list[Statement]:
    """The licence, with the name to be cited where it asks for one."""
    licence = found.decision.licence
    named = ("dcatde:licenseAttributionByText", Text(found.provider, LANGUAGES[0]))
    return [("dcterms:license", Uri(LICENCES[licence])), *([named] if licence in NAMES_ITS_SOURCE else [])]


def _service(found: Opened, where: DataAddress) -> Thing:
    """The API as a service of its own."""
    described = where.address.origin + where.address.site(f"{API}/openapi.json")
    said: list[Statement] = [
        *titles("dcterms:title", "page.data_sets.api_heading"),
        *titles("dcterms:description", "page.data_sets.api"),
        ("dcterms:publisher", _publisher_at(where)),
        ("dcat:contactPoint", _contact_at(where)),
        ("dcat:endpointURL", Uri(where.api())),
        ("dcat:endpointDescription", Uri(described)),
        ("dcterms:license", Uri(LICENCES[found.decision.licence])),
        terms.AVAILABLE,
        terms.FOR_EVERYBODY,
        *[("dcat:servesDataset", Uri(_data_set_at(where, kind))) for kind in found.decision.kinds],
    ]
    return Thing(_service_at(where).address, "dcat:DataService", said)


def has_page(number: int, total: int, of_a_page: int) -> bool:
    """Whether a list of so many municipalities has a page; the first one always exists.

    >>> has_page(1, 0, 20), has_page(2, 20, 20), has_page(2, 21, 20)
    (True, False, True)
    """
    return number == 1 or (number > 1 and (number - 1) * of_a_page < total)
