"""Where one finds one's own municipalities: in the office where it shows something, else in public."""

from __future__ import annotations

from monitoring.components.address import Address
from monitoring.domain.access import Act
from monitoring.services.overview import sees_anything
from monitoring.services.visit import Visit


def own_place(visit: Visit, slug: str, address: Address) -> str | None:
    """The address of a municipality for a viewer; None where there is nothing to see yet."""
    if not sees_anything(visit, slug):
        return None
    return address.municipality(slug, is_office=visit.may(Act.SEE_SHARED, slug))
