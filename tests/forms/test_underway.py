"""Under way: the script is told stage and count in words; stopping needs the token and the right."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from monitoring.domain.access import Role, viewer_as
from monitoring.domain.errors import Cancelled
from monitoring.domain.watch import ImportStage
from monitoring.services.underway import followed
from monitoring.services.visit import Visit
from tests.browsing import PUBLIC, Site
from tests.forms.sending import send
from tests.seed import CITY

TAIL = "/daten/pruefung/b1/vorgang"


def visit_of(site: Site) -> Visit:
    """Somebody who waits for an import."""
    return Visit(site.database, viewer_as(Role.MANAGER, CITY), datetime.now(UTC))


def test_stage_and_count_are_told_in_words(site: Site) -> None:
    with followed(visit_of(site), CITY, "b1") as visit:
        visit.watch(ImportStage.CHECKING, 40_000, 100_000)
        answer = site.get(f"/intern/{CITY}{TAIL}", "manager")
    assert answer.get_json()["stage"] == "Werte werden geprüft"
    assert answer.get_json()["counted"] == "40.000 von 100.000"
    assert answer.get_json()["share"] == 0.4
    assert answer.headers["Cache-Control"] == "no-store"


def test_nothing_is_told_while_nothing_is_under_way(site: Site) -> None:
    assert site.get(f"/intern/{CITY}{TAIL}", "manager").status_code == 204


@pytest.mark.parametrize("viewer", [PUBLIC, "council", "partner", "foreign"])
def test_others_are_told_nothing(site: Site, viewer: str) -> None:
    with followed(visit_of(site), CITY, "b1") as visit:
        visit.watch(ImportStage.CHECKING, 1, 2)
        assert site.get(f"/intern/{CITY}{TAIL}", viewer).status_code in (302, 303, 401, 403, 404)


def test_it_is_stopped_on_demand(site: Site) -> None:
    with followed(visit_of(site), CITY, "b1") as visit:
        visit.watch(ImportStage.READING, 1, 2)
        assert send(site, TAIL).status_code == 303
        with pytest.raises(Cancelled):
            visit.watch(ImportStage.CHECKING, 1, 2)
