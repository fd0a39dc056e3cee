"""The list of municipalities: those of which a viewer sees something, out of any number."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from monitoring.domain.municipality import MunicipalityKind
from monitoring.services.visit import Visit
from monitoring.storage import municipalities, publications
from monitoring.storage.municipalities import Named

MOST_AT_ONCE = 100
"""As many are shown at once; of more, those with a chosen initial."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One municipality in the list, with whether the public sees anything of it."""

    slug: str
    name: str
    kind: MunicipalityKind
    is_sample: bool
    is_published: bool

    @property
    def initial(self) -> str:
        """The letter under which an alphabetical list has it.

        >>> Listed("oe", "Österau", MunicipalityKind.CITY, is_sample=False, is_published=True).initial
        'O'
        """
        return _plain(self.name)[:1].upper()


def municipalities_seen(visit: Visit, search: str = "") -> list[Listed]:
    """The municipalities of which the viewer sees something, by name; a search narrows them."""
    with visit.database.reading() as connection:
        named = municipalities.named(connection)
        out = publications.municipalities_out(connection, visit.today)
    own = {each.municipality for each in visit.viewer.memberships}
    sought = search.casefold().strip()
    seen = [
        Listed(each.slug, each.name, MunicipalityKind(each.kind), each.is_sample, each.id in out)
        for each in named
        if (each.id in out or each.slug in own) and _is_found(each, sought)
    ]
    return sorted(seen, key=lambda each: _plain(each.name))


def _plain(name: str) -> str:
    """A name as an alphabetical list sorts it: umlauts as their letters, large and small alike."""
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold() or name


def _is_found(named: Named, sought: str) -> bool:
    """Whether a name contains what is sought (casefolded), or an official key begins with it."""
    keys = (named.ags or "", (named.own_key or "").casefold())
    return not sought or sought in named.name.casefold() or any(each.startswith(sought) for each in keys)
