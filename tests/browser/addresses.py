"""Every page and who visits it: the list for the walk through all pages, held complete by a test."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from monitoring.services.sample_story import CITY, TOWN

PUBLIC, MANAGER, COUNCIL, PARTNER, OPERATOR = "", "klimamanagement", "rat", "region", "betrieb"
BATCH = "<batch>"
"""Stands for the upload whose check is visited; its name is known once it was made."""
TAKEN = "<taken>"
"""Stands for one that was taken over."""
READING = (
    "",
    "/einfache-sprache",
    "/leichte-sprache",
    "/entwicklung",
    "/massnahmen",
    "/massnahmen/M24",
    "/erfolge",
    "/zahlen",
    "/bilanz",
    "/ziele",
    "/indikatoren",
    "/berichtigungen",
)
"""What is to be read of a municipality."""
_MANAGING = (
    "/daten",
    f"/daten/pruefung/{BATCH}",
    f"/daten/pruefung/{BATCH}/verstanden",
    f"/daten/pruefung/{BATCH}/fragen",
    f"/daten/pruefung/{BATCH}/aenderungen",
    f"/daten/pruefung/{TAKEN}/fertig",
    "/daten/profile",
    "/verlauf",
    "/verlauf/2",
    "/veroeffentlichen",
    "/veroeffentlichen/offene-daten",
    "/auftritt",
    "/auftritt/einbetten",
    "/massnahmen/M24/bearbeiten",
    "/massnahmen/M24/sachstand",
    "/massnahmen/M11/erfolg",
    "/leichte-sprache/bearbeiten",
    "/ziele/endenergieverbrauch/bearbeiten",
    "/ziele/neu",
)
LEGAL = ("/impressum", "/datenschutz", "/barrierefreiheit")
_NOTICE = ("/aushang", "/aushang?seite=massnahmen&format=a5")
_OF_THE_SITE = ("/", "/anmelden", "/glossar")
_FOR_ROLES = {
    PUBLIC: (
        *_OF_THE_SITE,
        *[f"/kommune/{CITY}{tail}" for tail in (*READING, *LEGAL, *_NOTICE)],
        f"/kommune/{TOWN}",
        *[f"/einbetten/{CITY}/{name}" for name in ("zielpfad", "massnahmen", "massnahmen?farben=hell")],
        f"/offene-daten/{CITY}",
    ),
    MANAGER: (*[f"/intern/{CITY}{tail}" for tail in (*READING, *LEGAL, *_MANAGING)], "/konto"),
    COUNCIL: (*[f"/intern/{CITY}{tail}" for tail in READING], "/konto"),
    PARTNER: (*[f"/intern/{CITY}{tail}" for tail in READING], "/konto"),
    OPERATOR: ("/konto", f"/kommune/{CITY}"),
}
_REFUSED = {
    PUBLIC: ("/gibt-es-nicht", "/kommune/gibt-es-nicht", f"/kommune/{CITY}?fassung=99"),
    COUNCIL: (f"/intern/{CITY}/daten",),
}
"""Addresses whose answer is a refusal: that is a page as well."""


@dataclass(frozen=True)
class Visit:
    """One page as one account sees it in one language."""

    account: str
    path: str
    language: str

    @property
    def address(self) -> str:
        """The path in the language of the visit."""
        return self.path if self.language == "de" else f"/en{self.path}".removesuffix("/")

    def __str__(self) -> str:
        return f"{self.account or 'public'} {self.address}"


def every_page() -> Iterator[Visit]:
    """Each page in both languages for those who edit and for the public; for others in one of them."""
    for account, paths in _FOR_ROLES.items():
        for number, path in enumerate((*paths, *_REFUSED.get(account, ()))):
            if account in (PUBLIC, MANAGER):
                yield from (Visit(account, path, language) for language in ("de", "en"))
            else:
                yield Visit(account, path, ("de", "en")[number % 2])
