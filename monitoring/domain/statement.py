"""Statements: the legal pages that a public body owes, and the facts they are made of."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from monitoring.domain.land import Land, LandPart
from monitoring.domain.municipality import Municipality
from monitoring.domain.public_face import PublicFace

TO_FILL = "zu ergänzen"
"""How a gap is marked in a text of one's own; such a text counts as incomplete."""


class Statement(StrEnum):
    """A legal page."""

    IMPRINT = "imprint"
    PRIVACY = "privacy"
    ACCESSIBILITY = "accessibility"


class Fact(StrEnum):
    """A piece of a statement. `email` and `land` are set for the whole public face.

    `law`, `enforcement_body` and `authority` take the place of what is known of the Land; `land_checked` is
    the mark of that knowledge (`Land.mark`) which the municipality has checked.
    """

    BODY = "body"
    ADDRESS = "address"
    REPRESENTED_BY = "represented_by"
    EMAIL = "email"
    PHONE = "phone"
    EDITOR = "editor"
    VAT_ID = "vat_id"
    DATA_PROTECTION_OFFICER = "data_protection_officer"
    HOST = "host"
    LOG_PERIOD = "log_period"
    LAND = "land"
    CONFORMANCE = "conformance"
    BARRIERS = "barriers"
    BARRIERS_EN = "barriers_en"
    METHOD = "method"
    STATED_ON = "stated_on"
    LAW = "law"
    ENFORCEMENT_BODY = "enforcement_body"
    AUTHORITY = "authority"
    LAND_CHECKED = "land_checked"


class Conformance(StrEnum):
    """How far the pages meet what the law asks for."""

    FULL = "full"
    PARTIAL = "partial"


class StatementMethod(StrEnum):
    """What an accessibility statement rests on."""

    SELF = "self"
    THIRD_PARTY = "third_party"


_ANYWHERE = (Fact.BODY, Fact.ADDRESS, Fact.EMAIL)
NEEDED: dict[Statement, tuple[Fact, ...]] = {
    Statement.IMPRINT: (*_ANYWHERE, Fact.REPRESENTED_BY),
    Statement.PRIVACY: (*_ANYWHERE, Fact.DATA_PROTECTION_OFFICER, Fact.HOST, Fact.LOG_PERIOD, Fact.LAND),
    Statement.ACCESSIBILITY: (
        Fact.BODY,
        Fact.EMAIL,
        Fact.LAND,
        Fact.CONFORMANCE,
        Fact.METHOD,
        Fact.STATED_ON,
    ),
}
"""The facts without which a statement is incomplete; barriers are needed unless there are none."""
OF_THE_FACE = (Fact.EMAIL, Fact.LAND)
Facts = Mapping[Fact, str]


def known_facts(face: PublicFace, municipality: Municipality, land: Land | None) -> dict[Fact, str]:
    """Every fact that is known, as it was written."""
    stored = {fact: face.facts[fact] for fact in Fact if face.facts.get(fact)}
    given = {Fact.BODY: municipality.name, Fact.EMAIL: face.email, Fact.LAND: land and land.name}
    return {fact: text for fact, text in given.items() if text} | stored


def missing_facts(statement: Statement, facts: Facts) -> tuple[Fact, ...]:
    """What a statement still lacks.

    >>> facts = {Fact.BODY: "Stadt A", Fact.EMAIL: "a@a.example", Fact.ADDRESS: "Markt 1"}
    >>> [each.value for each in missing_facts(Statement.IMPRINT, facts)]
    ['represented_by']
    """
    needed = NEEDED[statement]
    if statement is Statement.ACCESSIBILITY and facts.get(Fact.CONFORMANCE) != Conformance.FULL:
        needed = (*needed, Fact.BARRIERS)
    return tuple(fact for fact in needed if not facts.get(fact))


_INSTEAD_OF = {
    LandPart.LAW: Fact.LAW,
    LandPart.BODY: Fact.ENFORCEMENT_BODY,
    LandPart.CONTACT: Fact.ENFORCEMENT_BODY,
    LandPart.AUTHORITY: Fact.AUTHORITY,
}
"""With which fact a municipality replaces each part of what is known of its Land."""


def parts_to_check(land: Land, facts: Facts) -> tuple[LandPart, ...]:
    """What of the Land nobody has read on an official page yet: neither we nor the municipality."""
    if facts.get(Fact.LAND_CHECKED) == land.mark:
        return ()
    return tuple(part for part in land.unconfirmed if not facts.get(_INSTEAD_OF[part]))


def own_text_key(statement: Statement, language: str) -> str:
    """Under which name a face keeps a text of one's own.

    >>> own_text_key(Statement.IMPRINT, "de")
    'imprint.de'
    """
    return f"{statement}.{language}"


def own_text(face: PublicFace, statement: Statement, language: str) -> str | None:
    """The text a municipality wrote itself in the place of the draft; None where it wrote none."""
    return face.texts.get(own_text_key(statement, language))


def is_complete(face: PublicFace, statement: Statement, facts: Facts, language: str) -> bool:
    """Whether a statement may be read as finished: a text without gaps, or all facts of the draft.

    >>> face = PublicFace(texts={"imprint.de": "Anschrift: zu ergänzen"})
    >>> is_complete(face, Statement.IMPRINT, {}, "de"), is_complete(face, Statement.IMPRINT, {}, "en")
    (False, False)
    """
    own = own_text(face, statement, language)
    return not missing_facts(statement, facts) if own is None else TO_FILL not in own.casefold()


def address_of(statement: Statement, municipality: Municipality) -> str | None:
    """Where the municipality keeps this statement on its own website; None where it stands here."""
    addresses = {
        Statement.IMPRINT: municipality.imprint_url,
        Statement.PRIVACY: municipality.privacy_url,
        Statement.ACCESSIBILITY: municipality.accessibility_url,
    }
    return addresses[statement]
