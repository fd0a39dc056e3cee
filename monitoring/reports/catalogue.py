"""The catalogue of the open data after DCAT-AP.de, for portals to harvest: of one municipality or of all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from monitoring.components.address import OPEN_DATA, PUBLICATION, Address
from monitoring.components.data_address import API, DataAddress
from monitoring.domain.municipality import Municipality, MunicipalityKind
from monitoring.domain.open_data import Licence
from monitoring.reports.rdf import Statement, Text, Thing, Uri
from monitoring.services.open_places import OpenPlace
from monitoring.texts.data_sets import KEYWORDS, about
from monitoring.texts.words import LANGUAGES, Words
from monitoring.texts.words import words as words_in

PLACES_OF_A_PAGE = 50
"""How many municipalities stand on one page of the catalogue of all."""
PAGE = "seite"
"""The part of the query that names a page of it."""
LICENCES = {
    Licence.DL_DE_BY: "http://dcat-ap.de/def/licenses/dl-by-de/2.0",
    Licence.DL_DE_ZERO: "http://dcat-ap.de/def/licenses/dl-zero-de/2.0",
    Licence.CC_BY: "http://dcat-ap.de/def/licenses/cc-by/4.0",
    Licence.CC_ZERO: "http://dcat-ap.de/def/licenses/cc-zero",
}
"""The licences as DCAT-AP.de names them."""
_AUTHORITY = "http://publications.europa.eu/resource/authority"
_GEOCODING = "http://dcat-ap.de/def/politicalGeocoding"
_THEMES = ("ENVI", "ENER", "GOVE")
_LANGUAGE_CODES = {"de": "DEU", "en": "ENG"}
_FORMS = (("csv", "CSV", "text/csv"), ("json", "JSON", "application/json"))
_OF_A_DISTRICT = "000"
"""How the key of a district ends: five digits of its own, and three that stand for no municipality."""
_DISTRICT_DIGITS = 5


def catalogue_of(place: OpenPlace, address: Address, email: str | None = None) -> list[Thing]:
    """The catalogue of one municipality, as of the publication that the address names."""
    where = _where(place, address)
    catalogue = Thing(
        where.page,
        "dcat:Catalog",
        [
            *_titles("dcterms:title", "data_set.title", municipality=place.municipality.name),
            *_titles("dcterms:description", "data_set.catalogue", municipality=place.municipality.name),
            ("dcterms:publisher", Uri(f"{where.page}#herausgeber")),
            ("foaf:homepage", Uri(where.page)),
            *_common(place),
            *[("dcat:dataset", Uri(_data_set_at(where, kind))) for kind in place.decision.kinds],
            ("dcat:service", Uri(f"{where.page}#api")),
        ],
    )
    return [catalogue, *_things(place, where, email), _service(place, where)]


def catalogue_of_all(places: Sequence[OpenPlace], page: int, address: Address, name: str) -> list[Thing]:
    """One page of the catalogue of the whole installation; `name` is that of the file.

    Its address is that of the page which lists the municipalities; other pages are found by Hydra's links.
    """
    own = address.in_language(LANGUAGES[0])
    at = own.origin + own.site(OPEN_DATA)
    first = (page - 1) * PLACES_OF_A_PAGE
    shown = [(each, _where(each, own)) for each in places[first : first + PLACES_OF_A_PAGE]]
    sets = [Uri(_data_set_at(where, kind)) for each, where in shown for kind in each.decision.kinds]
    catalogue = Thing(
        at,
        "dcat:Catalog",
        [
            *_titles("dcterms:title", "api.title"),
            *_titles("dcterms:description", "api.description"),
            ("dcterms:publisher", Uri(f"{at}#herausgeber")),
            ("foaf:homepage", Uri(at)),
            *_languages(),
            *[("dcat:dataset", each) for each in sets],
        ],
    )
    agent = Thing(f"{at}#herausgeber", "foaf:Agent", _titles("foaf:name", "product"))
    things = [thing for each, where in shown for thing in _things(each, where)]
    return [catalogue, agent, *things, _pages(len(places), page, f"{at}/{name}")]


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


def _where(place: OpenPlace, address: Address) -> DataAddress:
    """Where the data of a municipality stand; German, so that a thing has one address in all languages."""
    own = replace(address, slug=place.municipality.slug, tail=OPEN_DATA, language=LANGUAGES[0])
    kept = {PUBLICATION: address.query[PUBLICATION]} if PUBLICATION in address.query else {}
    return DataAddress(replace(own, query=kept))


def _titles(name: str, key: str, **values: object) -> list[Statement]:
    """A text in every language."""
    return _in_languages(name, lambda words: words(key, **values))


def _in_languages(name: str, said: Callable[[Words], str]) -> list[Statement]:
    return [(name, Text(said(words_in(code)), code)) for code in LANGUAGES]


def _languages() -> list[Statement]:
    return [("dcterms:language", Uri(f"{_AUTHORITY}/language/{_LANGUAGE_CODES[code]}")) for code in LANGUAGES]


def _common(place: OpenPlace) -> list[Statement]:
    day = place.publication.day.isoformat()
    return [("dcterms:modified", Text(day, type="xsd:date")), *_languages(), *_geocoding(place.municipality)]


def _geocoding(municipality: Municipality) -> list[Statement]:
    """Which place it is by its official key; none where it has none, and none for made-up ones."""
    key = municipality.ags
    if key is None or municipality.is_sample:
        return []
    is_district = municipality.kind is MunicipalityKind.DISTRICT and key.endswith(_OF_A_DISTRICT)
    name, level = ("municipalityKey", "municipality")
    if is_district:
        name, level, key = "districtKey", "administrativeDistrict", key[:_DISTRICT_DIGITS]
    return [
        ("dcatde:politicalGeocodingURI", Uri(f"{_GEOCODING}/{name}/{key}")),
        ("dcatde:politicalGeocodingLevelURI", Uri(f"{_GEOCODING}/Level/{level}")),
    ]


def _things(place: OpenPlace, where: DataAddress, email: str | None = None) -> Iterator[Thing]:
    """The data sets of a municipality with their files, who publishes them, and whom to ask."""
    agent: list[Statement] = [
        ("foaf:name", Text(place.provider, LANGUAGES[0])),
        ("foaf:homepage", Uri(where.page)),
    ]
    yield Thing(f"{where.page}#herausgeber", "foaf:Agent", agent)
    contact: list[Statement] = [("vcard:fn", Text(place.municipality.contact_unit or place.provider))]
    contact += [("vcard:hasEmail", Uri(f"mailto:{email}"))] if email else []
    yield Thing(f"{where.page}#kontakt", "vcard:Organization", [*contact, ("vcard:hasURL", Uri(where.page))])
    for kind in place.decision.kinds:
        yield _data_set(place, kind, where)
        for form in _FORMS:
            yield _distribution(place, kind, form, where)


def _data_set_at(where: DataAddress, kind: str) -> str:
    return f"{where.page}#{kind}"


def _data_set(place: OpenPlace, kind: str, where: DataAddress) -> Thing:
    name = place.municipality.name
    said: list[Statement] = [
        *_in_languages("dcterms:title", lambda words: f"{name}: {words.kind(kind)}"),
        *_in_languages("dcterms:description", lambda words: about(kind, words)),
        ("dcterms:identifier", Text(f"{place.municipality.slug}/{kind}")),
        ("dcterms:publisher", Uri(f"{where.page}#herausgeber")),
        ("dcat:contactPoint", Uri(f"{where.page}#kontakt")),
        ("dcat:landingPage", Uri(where.page)),
        ("dcat:version", Text(str(place.publication.number))),
        *_common(place),
        *[("dcat:theme", Uri(f"{_AUTHORITY}/data-theme/{theme}")) for theme in _THEMES],
    ]
    for each in KEYWORDS:
        said += _titles("dcat:keyword", f"data_set.keyword_{each}")
    at = _data_set_at(where, kind)
    said += [("dcat:distribution", Uri(f"{at}-{form}")) for form, _, _ in _FORMS]
    return Thing(at, "dcat:Dataset", said)


def _distribution(place: OpenPlace, kind: str, form: tuple[str, str, str], where: DataAddress) -> Thing:
    ending, file_type, media_type = form
    licence = place.decision.licence
    said: list[Statement] = [
        *_in_languages("dcterms:title", lambda words: f"{words.kind(kind)} ({file_type})"),
        ("dcat:accessURL", Uri(where.page)),
        ("dcat:downloadURL", Uri(where.file(f"{kind}.{ending}"))),
        ("dcterms:format", Uri(f"{_AUTHORITY}/file-type/{file_type}")),
        ("dcat:mediaType", Uri(f"https://www.iana.org/assignments/media-types/{media_type}")),
        ("dcterms:license", Uri(LICENCES[licence])),
        ("dcatde:licenseAttributionByText", Text(place.provider, LANGUAGES[0])),
        ("dcterms:modified", Text(place.publication.day.isoformat(), type="xsd:date")),
    ]
    return Thing(f"{_data_set_at(where, kind)}-{ending}", "dcat:Distribution", said)


def _service(place: OpenPlace, where: DataAddress) -> Thing:
    """The API as a service of its own."""
    described = where.address.origin + where.address.site(f"{API}/openapi.json")
    said: list[Statement] = [
        *_titles("dcterms:title", "page.data_sets.api_heading"),
        ("dcat:endpointURL", Uri(where.api())),
        ("dcat:endpointDescription", Uri(described)),
        ("dcterms:license", Uri(LICENCES[place.decision.licence])),
        *[("dcat:servesDataset", Uri(_data_set_at(where, kind))) for kind in place.decision.kinds],
    ]
    return Thing(f"{where.page}#api", "dcat:DataService", said)


def has_page(number: int, total: int) -> bool:
    """Whether the catalogue of so many municipalities has a page; the first one always exists.

    >>> has_page(1, 0), has_page(2, PLACES_OF_A_PAGE), has_page(2, PLACES_OF_A_PAGE + 1)
    (True, False, True)
    """
    return number == 1 or (number > 1 and (number - 1) * PLACES_OF_A_PAGE < total)
