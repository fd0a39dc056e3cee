"""What of the made-up municipalities is open beyond what the seed opens."""

from __future__ import annotations

from collections.abc import Iterable

from monitoring.domain.access import Role, viewer_as
from monitoring.domain.open_data import DATA_SETS
from monitoring.services.open_data import decide
from tests.browsing import Site
from tests.seed import VILLAGE, Seeded


def open_data(site: Site, slug: str = VILLAGE, kinds: Iterable[str] = DATA_SETS) -> None:
    """A municipality gives away these data sets and no others."""
    visit = Seeded(site.database).visit(viewer_as(Role.MANAGER, slug))
    decide(visit, slug, tuple(kinds), is_confirmed=True)
