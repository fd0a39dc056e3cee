"""The Land (Bundesland) of a municipality: its law on accessible websites, and whom one turns to there."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from monitoring.domain.municipality import Municipality


class Land(BaseModel):
    """What legal pages name of a Land. `verified` says whether the body was found on its official pages."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")

    name: str
    name_en: str
    law: str
    section: str
    body: str
    address: str | None = None
    email: str
    url: str
    authority: str
    authority_url: str
    source: str
    verified: bool


def land_key(municipality: Municipality, chosen: str | None = None) -> str | None:
    """The two digits of the Land: as chosen, else from the official key; None where neither says it.

    >>> land_key(Municipality(slug="a", name="A", ags="09162000")), land_key(Municipality(slug="b", name="B"))
    ('09', None)
    """
    official = municipality.ags or municipality.ars
    return chosen or (official[:2] if official else None)
