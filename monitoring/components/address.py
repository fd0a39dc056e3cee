"""The address of a page: which page of which municipality, in public or in the office, in which language."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import quote, urlencode

from monitoring.domain.errors import NotFound
from monitoring.texts.words import LANGUAGES, Language

PUBLICATION = "fassung"
"""The part of a query that names a publication."""
REVISION = "stand"
"""The part of a query that names an earlier revision in the office."""
LONGEST_NUMBER = 9
OPEN_DATA = "/offene-daten"
"""The page that has an address of its own in public, with its files below: others link to it for years."""
EMBEDDED = "/einbetten"
"""Before the municipality stands this in the address of a frame."""
COLOURS = "farben"
"""The part of the query of a frame that keeps it light on websites that are."""
_PLACES = {False: "/kommune", True: "/intern"}


@dataclass(frozen=True)
class Address:
    """Where a reader is. `slug` is None on pages of the whole site, whose path is then `tail`.

    `tail` is what follows the municipality („/massnahmen/M1“), `root` the path below which the installation
    is served, `origin` what stands before it in a whole address („https://klima.example“). `in_dash` is true
    where a public page is drawn by Dash, `is_embedded` where it stands in a frame on a website of the town.
    """

    language: Language = "de"
    slug: str | None = None
    is_office: bool = False
    tail: str = ""
    variables: Mapping[str, str] = field(default_factory=dict)
    query: Mapping[str, str] = field(default_factory=dict)
    root: str = ""
    origin: str = ""
    in_dash: bool = False
    is_embedded: bool = False

    @property
    def is_interactive(self) -> bool:
        """Whether Dash draws the page: always in the office, in public where a reader asked for it."""
        return self.is_office or self.in_dash

    @property
    def has_switch(self) -> bool:
        """Whether readers choose if Dash draws: in public, but not in a frame, where its scripts are not."""
        return not (self.is_office or self.is_embedded)

    @property
    def publication(self) -> int | None:
        """The publication asked for. Raises NotFound where the query names something else than a number."""
        return None if self.is_office else _number(self.query.get(PUBLICATION))

    @property
    def revision(self) -> int | None:
        """The earlier revision asked for in the office. Raises NotFound where the query names no number."""
        return _number(self.query.get(REVISION)) if self.is_office else None

    @property
    def path(self) -> str:
        """This page without its query.

        >>> Address("en", "altheim", True, "/bilanz").path
        '/en/intern/altheim/bilanz'
        """
        if self.is_embedded:
            return self._in_frame
        return self.to(self.tail, keep_publication=False) if self.slug else self.site(self.tail)

    @property
    def href(self) -> str:
        """This page with its query."""
        return _with_query(self.path, self.query)

    @property
    def whole(self) -> str:
        """This page as a whole address, as search engines are to name it: of a query only the publication.

        >>> Address("de", "a", tail="/bilanz", query={"fassung": "2", "x": "1"}, origin="https://k.example").whole
        'https://k.example/kommune/a/bilanz?fassung=2'
        """
        return self.origin + self.to(self.tail) if self.slug else self.origin + self.path

    def asking(self, names: Collection[str]) -> Address:
        """The same page, of its query only what is asked for under one of these names, and the publication.

        >>> Address("de", "a", tail="/m", query={"suche": "Rad", "ort": "", "x": "1"}).asking(["suche"]).href
        '/kommune/a/m?suche=Rad'
        """
        asked = {name: text for name, text in self.query.items() if text and name in names}
        fixed = {name: text for name, text in self.query.items() if name == PUBLICATION}
        return replace(self, query=asked | fixed)

    def fixed(self, publication: int) -> Address:
        """The same page as of a publication, whatever is published later."""
        return replace(self, query={**self.query, PUBLICATION: str(publication)})

    def to(self, tail: str = "", *, keep_publication: bool = True, **query: str) -> str:
        """A page of the same municipality, seen in the same way; a publication once chosen is kept.

        >>> Address("de", "altheim", query={"fassung": "2"}).to("/massnahmen/M 1", suche="Rad")
        '/kommune/altheim/massnahmen/M%201?fassung=2&suche=Rad'
        >>> Address("de", "altheim").to("/offene-daten/balance.csv")
        '/offene-daten/altheim/balance.csv'
        """
        kept = {PUBLICATION: self.query[PUBLICATION]} if keep_publication and self._is_fixed else {}
        if self.is_embedded and tail == self.tail:
            # Within a frame there is only the page itself; every other link leads out of it.
            return _with_query(self._in_frame, kept | self._colours | query)
        place = public_place(tail) if not self.is_office else None
        rest = tail if place is None else tail.removeprefix(place)
        path = f"{self._prefix}{place or _PLACES[self.is_office]}/{self.slug}{quote(rest)}"
        return _with_query(path, kept | query)

    @property
    def _in_frame(self) -> str:
        return f"{self._prefix}{EMBEDDED}/{self.slug}{quote(self.tail)}"

    @property
    def _colours(self) -> dict[str, str]:
        return {COLOURS: self.query[COLOURS]} if COLOURS in self.query else {}

    def site(self, path: str = "/", **query: str) -> str:
        """A page of the whole site.

        >>> Address("en").site(), Address("de").site("/anmelden", weiter="/intern/a")
        ('/en/', '/anmelden?weiter=%2Fintern%2Fa')
        """
        return _with_query(f"{self._prefix}{quote(path)}", query)

    def municipality(self, slug: str, *, is_office: bool = False) -> str:
        """The overview of a municipality."""
        return replace(self, slug=slug, is_office=is_office, query={}).to()

    def in_language(self, language: Language) -> Address:
        """The same page in another language."""
        return replace(self, language=language)

    def in_office(self, is_office: bool = True) -> Address:
        """The same page in the office, or in public, without its query."""
        return replace(self, is_office=is_office, query={})

    @property
    def _is_fixed(self) -> bool:
        return PUBLICATION in self.query and not self.is_office

    @property
    def _prefix(self) -> str:
        return f"{self.root}{language_prefix(self.language)}"


def language_prefix(language: Language) -> str:
    """What the paths of a language begin with; nothing in the first one.

    >>> language_prefix("de"), language_prefix("en")
    ('', '/en')
    """
    return "" if language == LANGUAGES[0] else f"/{language}"


def public_place(tail: str) -> str | None:
    """Where a page stands that has an address of its own in public; None for those below the municipality.

    >>> public_place("/offene-daten/balance.csv"), public_place("/offene-datenbank")
    ('/offene-daten', None)
    """
    return OPEN_DATA if f"{tail}/".startswith(f"{OPEN_DATA}/") else None


def _number(text: str | None) -> int | None:
    if text is None:
        return None
    if not text.isascii() or not text.isdigit() or len(text) > LONGEST_NUMBER:
        raise NotFound()
    return int(text)


def _with_query(path: str, query: Mapping[str, str]) -> str:
    return f"{path}?{urlencode(query)}" if query else path
