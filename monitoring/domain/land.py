"""The Land (Bundesland) of a municipality: its law on accessible websites, and whom one turns to there."""

from __future__ import annotations

from enum import StrEnum
from hashlib import sha256

from pydantic import BaseModel, ConfigDict

from monitoring.domain.municipality import Municipality


class LandPart(StrEnum):
    """A part of what is told of a Land; `contact` is address and e-mail of the body."""

    LAW = "law"
    BODY = "body"
    CONTACT = "contact"
    AUTHORITY = "authority"


class Land(BaseModel):
    """What legal pages name of a Land. `confirmed` are the parts that were read on its official pages."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    name_en: str
    law: str
    section: str
    body: str
    address: str | None = None
    email: str | None = None
    url: str
    authority: str
    authority_url: str
    confirmed: frozenset[LandPart]
    sources: tuple[str, ...]

    def said(self, part: LandPart) -> str:
        """What is told of a part, in one line."""
        told = {
            LandPart.LAW: (self.law, self.section),
            LandPart.BODY: (self.body, self.url),
            LandPart.CONTACT: (self.address, self.email),
            LandPart.AUTHORITY: (self.authority, self.authority_url),
        }
        return ", ".join(each for each in told[part] if each)

    @property
    def unconfirmed(self) -> tuple[LandPart, ...]:
        """The parts that come from lists kept by others."""
        return tuple(part for part in LandPart if part not in self.confirmed and self.said(part))

    @property
    def mark(self) -> str:
        """A mark of everything told: another one once any of it is corrected."""
        return sha256("\n".join(self.said(part) for part in LandPart).encode()).hexdigest()[:12]


def land_key(municipality: Municipality, chosen: str | None = None) -> str | None:
    """The two digits of the Land: as chosen, else from the official key; None where neither says it.

    >>> land_key(Municipality(slug="a", name="A", ags="09162000")), land_key(Municipality(slug="b", name="B"))
    ('09', None)
    """
    official = municipality.ags or municipality.ars
    return chosen or (official[:2] if official else None)
