"""What the catalogue says in the terms of DCAT-AP.de: its licences, and the vocabularies of the EU."""

from __future__ import annotations

from collections.abc import Callable

from monitoring.domain.coverage import Coverage
from monitoring.domain.municipality import Municipality, MunicipalityKind
from monitoring.domain.open_data import PATHS, Licence
from monitoring.reports.rdf import Statement, Text, Uri
from monitoring.texts.words import LANGUAGES, Words
from monitoring.texts.words import words as words_in

LICENCES = {
    Licence.DL_DE_BY: "http://dcat-ap.de/def/licenses/dl-by-de/2.0",
    Licence.DL_DE_ZERO: "http://dcat-ap.de/def/licenses/dl-zero-de/2.0",
    Licence.CC_BY: "http://dcat-ap.de/def/licenses/cc-by/4.0",
    Licence.CC_ZERO: "http://dcat-ap.de/def/licenses/cc-zero",
}
"""The licences as DCAT-AP.de names them."""
FORMS = (
    ("csv", "CSV", "text/csv"),
    ("xlsx", "XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("json", "JSON", "application/json"),
)
"""The files of a data set: ending, type of file of the EU, media type of IANA."""
_AUTHORITY = "http://publications.europa.eu/resource/authority"
_GEOCODING = "http://dcat-ap.de/def/politicalGeocoding"
_USUAL_THEMES = ("ENVI", "GOVE")
_THEMES = {
    "balance": ("ENVI", "ENER"),
    "inhabitants": ("SOCI", "ENVI"),
    "targets": ("ENVI", "ENER", "GOVE"),
    PATHS: ("ENVI", "ENER", "GOVE"),
    "indicators": ("ENVI", "ENER"),
    "indicator_values": ("ENVI", "ENER"),
}
_RHYTHMS = {1: "ANNUAL", 2: "BIENNIAL", 3: "TRIENNIAL", 4: "QUADRENNIAL", 5: "QUINQUENNIAL"}
_IRREGULAR = "IRREG"
_DISTRICT_DIGITS, _OF_A_DISTRICT = 5, "000"
"""The key of a district has five digits of its own, and three that stand for no municipality."""


def authority(table: str, code: str) -> Uri:
    """A term of one of the tables of the EU.

    >>> authority("access-right", "PUBLIC").address
    'http://publications.europa.eu/resource/authority/access-right/PUBLIC'
    """
    return Uri(f"{_AUTHORITY}/{table}/{code}")


THEMES_OF_THE_EU = Uri(f"{_AUTHORITY}/data-theme")
AVAILABLE: Statement = ("dcatap:availability", authority("planned-availability", "AVAILABLE"))
FOR_EVERYBODY: Statement = ("dcterms:accessRights", authority("access-right", "PUBLIC"))
LOCAL_AUTHORITY: Statement = ("dcterms:type", Uri("http://purl.org/adms/publishertype/LocalAuthority"))


def in_languages(name: str, said: Callable[[Words], str]) -> list[Statement]:
    """A text in every language."""
    return [(name, Text(said(words_in(code)), code)) for code in LANGUAGES]


def titles(name: str, key: str, **values: object) -> list[Statement]:
    """A text in every language, by its key."""
    return in_languages(name, lambda words: words(key, **values))


def languages() -> list[Statement]:
    """The languages in which things are described."""
    return [
        ("dcterms:language", authority("language", words_in(code)("format.language_of_eu")))
        for code in LANGUAGES
    ]


def themes(kind: str) -> list[Statement]:
    """What a data set is about, by the themes of the EU."""
    return [("dcat:theme", authority("data-theme", code)) for code in _THEMES.get(kind, _USUAL_THEMES)]


def frequency(kind: str, municipality: Municipality) -> Statement:
    """How often a data set is renewed: a balance in its rhythm, everything else when something is new."""
    code = _RHYTHMS.get(municipality.balance_rhythm_years, _IRREGULAR) if kind == "balance" else _IRREGULAR
    return ("dcterms:accrualPeriodicity", authority("frequency", code))


def day(name: str, value: object) -> Statement:
    """A day, such as that of a publication."""
    return (name, Text(str(value), type="xsd:date"))


def period(covered: Coverage) -> list[Statement]:
    """The first and the last day that a data set tells of."""
    return [day("dcat:startDate", covered.start), day("dcat:endDate", covered.end)]


def places(municipality: Municipality) -> list[Statement]:
    """Which place it is, in words and, where it has one, by its official key; none for made-up ones."""
    said: list[Statement] = [("dcatde:geocodingDescription", Text(municipality.name, LANGUAGES[0]))]
    key = municipality.ags
    if key is None or municipality.is_sample:
        return said
    name, level = "municipalityKey", "municipality"
    if municipality.kind is MunicipalityKind.DISTRICT and key.endswith(_OF_A_DISTRICT):
        name, level, key = "districtKey", "administrativeDistrict", key[:_DISTRICT_DIGITS]
    place = Uri(f"{_GEOCODING}/{name}/{key}")
    return [
        *said,
        ("dcatde:politicalGeocodingURI", place),
        ("dcatde:politicalGeocodingLevelURI", Uri(f"{_GEOCODING}/Level/{level}")),
        # The same for portals elsewhere in Europe, which do not know the German property.
        ("dcterms:spatial", place),
    ]
