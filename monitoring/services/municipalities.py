"""Municipalities: adding one, and what a viewer has to do with which."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from monitoring.domain.access import ANYWHERE, Act, Membership, Role
from monitoring.domain.errors import Invalid
from monitoring.domain.municipality import Municipality
from monitoring.services.accounts import account_named
from monitoring.services.visit import Visit
from monitoring.storage import accounts, municipalities

LONGEST_NAME = 300
_WEB_PAGE = re.compile(r"https?://[^\s/?#]+\S*", re.IGNORECASE)


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
        municipalities.add(connection, with_checked_addresses(municipality))


def change_municipality(visit: Visit, slug: str, values: Mapping[str, Any]) -> Municipality:
    """Change what is said about a municipality; an empty address removes a link.

    Raises:
        Invalid: there is no such municipality, its name is empty or too long, or an address is none of a
            web page.
    """
    visit.require(Act.ADD_MUNICIPALITY, ANYWHERE)
    with visit.database.writing() as connection:
        place = municipalities.find(connection, slug)
        if place is None:
            raise Invalid("unknown_municipality", slug=slug)
        told = place.municipality.model_dump() | {name: value or None for name, value in values.items()}
        changed = with_checked_addresses(_municipality(told))
        municipalities.change(connection, changed)
    return changed


def _municipality(values: Mapping[str, Any]) -> Municipality:
    if not values["name"]:
        raise Invalid("name_missing")
    if len(values["name"]) > LONGEST_NAME:
        raise Invalid("name_too_long", length=LONGEST_NAME)
    return Municipality(**values)


def with_checked_addresses(municipality: Municipality) -> Municipality:
    """The municipality, once its addresses are known to be those of web pages: they become links."""
    for address in (municipality.imprint_url, municipality.privacy_url, municipality.accessibility_url):
        if address is not None and not _WEB_PAGE.fullmatch(address):
            raise Invalid("not_an_address", value=address)
    return municipality


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
