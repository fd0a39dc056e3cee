"""Releasing open data in the browser: off until confirmed, each decision told of and kept."""

from __future__ import annotations

from monitoring.domain.access import Role, viewer_as
from monitoring.domain.open_data import Licence, OpenData
from monitoring.services.open_data import decisions
from tests.browsing import Site
from tests.forms.sending import page, send
from tests.seed import VILLAGE, Seeded

VIEWER = "village"
"""The climate manager of a village that has not released anything."""
TAIL = "/veroeffentlichen/offene-daten"
PATH = f"/intern/{VILLAGE}{TAIL}"
CHOSEN = {"kinds": ["balance", "measures"], "licence": "cc-by-4.0", "provider": "Klimaschutzstelle"}


def made(site: Site) -> list[OpenData]:
    return decisions(Seeded(site.database).visit(viewer_as(Role.MANAGER, VILLAGE)), VILLAGE)


def test_nothing_is_released_beforehand(site: Site) -> None:
    shown = page(site, PATH, VIEWER)
    assert "Noch ist nichts freigegeben." in shown
    assert '"checked": true' not in shown.partition("Wer ist als Quelle")[0].partition("Lizenz")[0]
    assert TAIL in page(site, f"/intern/{VILLAGE}/veroeffentlichen", VIEWER)


def test_releasing_needs_the_confirmation_and_keeps_what_was_ticked(site: Site) -> None:
    answer = send(site, TAIL, VIEWER, CHOSEN, VILLAGE)
    text = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert "Ohne Bestätigung wird nichts freigegeben." in text
    assert text.count(" checked") == 3  # two kinds and the licence
    assert made(site) == []


def test_a_decision_is_told_of_and_stays_in_the_list(site: Site) -> None:
    answer = send(site, TAIL, VIEWER, CHOSEN | {"confirmed": "yes"}, VILLAGE)
    assert answer.location.endswith(f"{TAIL}?erledigt=on")
    assert [(each.kinds, each.licence) for each in made(site)] == [(("balance", "measures"), Licence.CC_BY)]
    shown = page(site, PATH, VIEWER)
    assert "Bisherige Entscheidungen" in shown
    assert "Klimaschutzstelle" in shown
    closed = send(site, TAIL, VIEWER, {"licence": "cc-by-4.0"}, VILLAGE)
    assert closed.location.endswith("?erledigt=off")
    assert not made(site)[0].is_on


def test_an_unknown_licence_is_refused(site: Site) -> None:
    chosen = CHOSEN | {"licence": "gpl", "confirmed": "yes"}
    assert send(site, TAIL, VIEWER, chosen, VILLAGE).status_code == 422


def test_an_identifier_that_is_none_is_refused_beside_its_field(site: Site) -> None:
    chosen = CHOSEN | {"confirmed": "yes", "contributor": "Stadt Altheim"}
    answer = send(site, TAIL, VIEWER, chosen, VILLAGE)
    assert answer.status_code == 422
    assert "Das ist keine Kennung" in answer.get_data(as_text=True)
    assert made(site) == []
    send(site, TAIL, VIEWER, chosen | {"contributor": "stadtAltheim"}, VILLAGE)
    assert made(site)[0].contributor == "http://dcat-ap.de/def/contributors/stadtAltheim"
