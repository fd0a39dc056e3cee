"""Municipalities: adding one, and what a viewer has to do with which."""

from __future__ import annotations

from datetime import date

from monitoring.domain.access import ANYWHERE, Act, Membership, Role
from monitoring.domain.errors import Invalid
from monitoring.domain.municipality import Municipality
from monitoring.services.accounts import account_named
from monitoring.services.visit import Visit
from monitoring.storage import accounts, municipalities


def add_municipality(visit: Visit, municipality: Municipality) -> None:
    """Add a municipality.

    Raises:
        Invalid: its address is taken, or its region is unknown or itself.
    """
    visit.require(Act.ADD_MUNICIPALITY, ANYWHERE)
    with visit.database.writing() as connection:
        if municipalities.find(connection, municipality.slug) is not None:
            raise Invalid("slug_taken", slug=municipality.slug)
        if municipality.region is not None and municipalities.find(connection, municipality.region) is None:
            raise Invalid("unknown_region", slug=municipality.region)
        municipalities.add(connection, municipality)


def own_municipalities(visit: Visit) -> list[tuple[Municipality, Role]]:
    """The municipalities in which a viewer has a role of its own, by name."""
    with visit.database.reading() as connection:
        places = municipalities.listed(connection)
    return [
        (place.municipality, membership.role)
        for place in places
        for membership in visit.viewer.memberships
        if membership.municipality == place.municipality.slug
    ]


def grant_current_state(visit: Visit, slug: str, account: str, until: date) -> None:
    """Let a partner see the current state until a day.

    Raises:
        NotFound: there is no such account or municipality.
    """
    visit.place(slug, Act.GRANT)
    with visit.database.writing() as connection:
        found = account_named(connection, account)
        accounts.add_memberships(connection, found.id, [Membership(Role.PARTNER, slug, until)])
