"""Editing a measure: German numbers, native dates, faults at their fields, conflicts named."""

from __future__ import annotations

import pytest

from monitoring.domain.access import Role, viewer_as
from monitoring.domain.measure import Measure
from monitoring.services.overview import overview
from monitoring.services.visit import Visit
from tests.browsing import Site
from tests.forms.sending import page, send
from tests.seed import CITY, NOW

TAIL = "/massnahmen/KL-1/bearbeiten"
FIELDS = {"title": "Solar auf Schulen", "programme": "Klimaschutzkonzept 2022", "status": "in_progress"}


def stored(site: Site) -> Measure:
    view = overview(Visit(site.database, viewer_as(Role.MANAGER, CITY), NOW), CITY).measure("KL-1")
    assert view is not None
    return view.measure


def test_fields_are_stored_and_the_rest_stays(site: Site) -> None:
    sent = FIELDS | {"savings_t": "1.234,5", "cost_total": "2.000,50", "end": "2028-06-30", "note": "intern"}
    answer = send(site, TAIL, data=sent | {"reason_for_change": "Neue Planung", "based_on": "3"})
    assert answer.location.endswith("/massnahmen/KL-1?gespeichert=4")
    measure = stored(site)
    assert (measure.savings_t, measure.cost_total, measure.note) == (1234.5, 200_050, "intern")
    assert measure.goal == "1,2 MWp bis 2027."
    assert "Neue Planung" in page(site, f"/intern/{CITY}/verlauf")


def test_an_empty_field_is_cleared(site: Site) -> None:
    send(site, TAIL, data=FIELDS | {"goal": ""})
    assert stored(site).goal is None


def test_english_pages_take_english_numbers(site: Site) -> None:
    data = FIELDS | {"savings_t": "1,234.5", "csrf_token": site.token("manager")}
    site.client("manager").post(f"/en/intern/{CITY}{TAIL}", data=data)
    assert stored(site).savings_t == 1234.5


@pytest.mark.parametrize(
    ("name", "text", "field"),
    [
        ("savings_t", "hoch", "savings_t"),
        ("cost_total", "ca. 5000", "cost_total"),
        ("start", "bald", "start"),
        ("status", "fast fertig", "status"),
        ("title", "", "title"),
        ("end", "2001-01-01", "end"),
    ],
)
def test_faults_stand_at_their_fields(site: Site, name: str, text: str, field: str) -> None:
    answer = send(
        site, TAIL, data=FIELDS | {"start": "2023-01-01", "description": "Bleibt stehen"} | {name: text}
    )
    assert answer.status_code == 422
    shown = answer.get_data(as_text=True)
    assert f'href="#{field}"' in shown
    assert f'id="{field}-error"' in shown
    assert "Bleibt stehen" in shown


def test_the_permanent_id_cannot_be_changed(site: Site) -> None:
    send(site, TAIL, data=FIELDS | {"id": "ANDERE"})
    assert stored(site).id == "KL-1"


def test_what_changed_meanwhile_is_a_conflict(site: Site) -> None:
    send(site, TAIL, data=FIELDS | {"based_on": "3"})
    answer = send(site, TAIL, data=FIELDS | {"title": "Mein Titel", "based_on": "3"})
    assert answer.status_code == 409
    assert "Mein Titel" in answer.get_data(as_text=True)


def test_saving_without_a_change_says_so(site: Site) -> None:
    send(site, TAIL, data=FIELDS)
    assert send(site, TAIL, data=FIELDS | {"based_on": "4"}).location.endswith("?unveraendert=1")
