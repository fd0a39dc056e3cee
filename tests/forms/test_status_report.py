"""Reporting a status: the report is added, the measure follows, and nothing typed is lost on a fault."""

from __future__ import annotations

from datetime import date, timedelta

from tests.browsing import Site
from tests.forms.sending import page, send
from tests.seed import CITY

TAIL = "/massnahmen/KL-1/sachstand"
REPORT = {
    "status": "completed",
    "date": "2025-12-01",
    "unit": "Gebäudewirtschaft",
    "text": "Alle elf Anlagen sind am Netz.",
    "progress_percent": "100",
}


def test_a_report_is_added_and_the_measure_follows(site: Site) -> None:
    answer = send(site, TAIL, data=REPORT | {"based_on": "3"})
    assert answer.location.endswith("/massnahmen/KL-1?gespeichert=4")
    shown = page(site, f"/intern/{CITY}/massnahmen/KL-1")
    assert "Alle elf Anlagen" in shown
    assert "Fünf von elf Anlagen" in shown


def test_faults_stand_at_their_fields_and_nothing_is_lost(site: Site) -> None:
    tomorrow = (date.today() + timedelta(days=2)).isoformat()
    answer = send(site, TAIL, data=REPORT | {"date": tomorrow})
    assert answer.status_code == 422
    text = answer.get_data(as_text=True)
    assert 'id="date-error"' in text
    assert "Alle elf Anlagen sind am Netz." in text
    answer = send(site, TAIL, data=REPORT | {"progress_percent": "viel"})
    assert 'id="progress_percent-error"' in answer.get_data(as_text=True)


def test_a_second_report_of_the_day_is_refused_at_the_date(site: Site) -> None:
    send(site, TAIL, data=REPORT)
    answer = send(site, TAIL, data=REPORT)
    assert answer.status_code == 422
    assert 'id="date-error"' in answer.get_data(as_text=True)


def test_rejecting_takes_the_text_as_reason(site: Site) -> None:
    answer = send(site, TAIL, data=REPORT | {"status": "rejected", "text": ""})
    assert 'id="text-error"' in answer.get_data(as_text=True)
    assert send(site, TAIL, data=REPORT | {"status": "rejected", "text": "Kein Geld."}).status_code == 303


def test_replacing_needs_a_known_successor(site: Site) -> None:
    replaced = REPORT | {"status": "replaced"}
    assert 'id="replaced_by-error"' in send(site, TAIL, data=replaced).get_data(as_text=True)
    unknown = send(site, TAIL, data=replaced | {"replaced_by": "XX"})
    assert 'id="replaced_by-error"' in unknown.get_data(as_text=True)
    assert send(site, TAIL, data=replaced | {"replaced_by": "MO-1"}).status_code == 303


def test_an_unknown_measure_is_not_found(site: Site) -> None:
    assert send(site, "/massnahmen/XX/sachstand", data=REPORT).status_code == 404


def test_a_report_on_a_measure_that_changed_meanwhile_is_added(site: Site) -> None:
    send(site, TAIL, data=REPORT | {"based_on": "3"})
    answer = send(site, TAIL, data=REPORT | {"date": "2025-12-02", "based_on": "3"})
    assert answer.status_code == 303


def test_a_report_sent_twice_is_there_once_and_its_text_is_kept(site: Site) -> None:
    send(site, TAIL, data=REPORT | {"based_on": "3"})
    answer = send(site, TAIL, data=REPORT | {"based_on": "3"})
    assert answer.status_code == 422
    assert 'id="date-error"' in answer.get_data(as_text=True)
    assert "Alle elf Anlagen sind am Netz." in answer.get_data(as_text=True)
