"""Publishing, withdrawing, sharing and granting: what everybody sees afterwards."""

from __future__ import annotations

import re
from datetime import date, timedelta

from tests.browsing import PUBLIC, Site
from tests.forms.sending import page, send
from tests.seed import CITY

TAIL = "/veroeffentlichen"


def test_everything_becomes_public(site: Site) -> None:
    answer = send(site, TAIL, data={"act": "publish", "scope": "everything", "paper": "2026/099"})
    assert answer.location.endswith("?fassung=2")
    assert site.get(f"/kommune/{CITY}/massnahmen/KL-9").status_code == 200


def test_only_what_is_chosen_becomes_public(site: Site) -> None:
    answer = send(site, TAIL, data={"act": "publish", "scope": "chosen", "items": ["measures|MO-1"]})
    assert answer.status_code == 303
    assert site.get(f"/kommune/{CITY}/massnahmen/KL-9").status_code == 404
    report = "Die Planfeststellung verzögert sich"
    assert report in site.get(f"/kommune/{CITY}/massnahmen/MO-1").get_data(as_text=True)


def test_choosing_nothing_is_refused(site: Site) -> None:
    answer = send(site, TAIL, data={"act": "publish", "scope": "chosen"})
    assert answer.status_code == 422
    assert "nichts ausgewählt" in answer.get_data(as_text=True)


def test_ticks_beside_everything_are_asked_about(site: Site) -> None:
    answer = send(site, TAIL, data={"act": "publish", "scope": "everything", "items": ["measures|KL-9"]})
    assert answer.status_code == 422
    text = answer.get_data(as_text=True)
    box = re.search(r'<input[^>]*value="measures\|KL-9"[^>]*>', text)
    assert box
    assert " checked" in box.group()


def test_text_that_looks_like_a_person_needs_an_answer(site: Site) -> None:
    edited = {
        "title": "Entwurf",
        "programme": "K",
        "status": "idea",
        "description": "Auskunft gibt Frau Weber.",
    }
    assert send(site, "/massnahmen/KL-9/bearbeiten", data=edited).status_code == 303
    data = {"act": "publish", "scope": "everything", "paper": "2026/100"}
    refused = send(site, TAIL, data=data)
    assert refused.status_code == 422
    text = refused.get_data(as_text=True)
    assert "Frau Weber" in text
    assert "2026/100" in text
    assert site.get(f"/kommune/{CITY}/massnahmen/KL-9").status_code == 404
    (name,) = set(re.findall(r'name="(person:[^"]+)"', text))
    assert send(site, TAIL, data={**data, name: "not_a_person"}).status_code == 303


def test_a_person_can_be_removed_on_the_way(site: Site) -> None:
    edited = {"title": "Entwurf", "programme": "K", "status": "idea", "description": "Fragen an a@b.de."}
    send(site, "/massnahmen/KL-9/bearbeiten", data=edited)
    data = {"act": "publish", "person:person:measures:description:a@b.de": "remove"}
    assert send(site, TAIL, data=data).status_code == 303
    shown = site.get(f"/kommune/{CITY}/massnahmen/KL-9").get_data(as_text=True)
    assert ("Fragen an." in shown, "a@b.de" in shown) == (True, False)


def test_a_day_that_is_none_is_said_at_its_field(site: Site) -> None:
    answer = send(site, TAIL, data={"act": "publish", "not_before": "gestern"})
    assert answer.status_code == 422
    assert 'id="not_before-error"' in answer.get_data(as_text=True)


def test_withdrawing_needs_a_reason(site: Site) -> None:
    refused = send(site, TAIL, data={"act": "withdraw", "publication": "1", "reason": "  "})
    assert refused.status_code == 422
    assert 'id="reason-error"' in refused.get_data(as_text=True)
    done = send(site, TAIL, data={"act": "withdraw", "publication": "1", "reason": "Zahlendreher"})
    assert done.status_code == 303
    assert site.get(f"/kommune/{CITY}", PUBLIC).status_code == 404
    assert "Zahlendreher" in page(site, f"/intern/{CITY}/verlauf")


def test_withdrawing_what_is_not_out_is_not_found(site: Site) -> None:
    answer = send(site, TAIL, data={"act": "withdraw", "publication": "9", "reason": "x"})
    assert answer.status_code == 404


def test_the_council_sees_what_is_shared(site: Site) -> None:
    office = f"/intern/{CITY}/massnahmen/KL-9"
    assert site.seen(office, "council")[0] == 404 or "Heizungstausch" not in site.seen(office, "council")[1]
    assert send(site, TAIL, data={"act": "share", "revision": "3"}).status_code == 303
    assert "Heizungstausch" in page(site, office, "council")


def test_a_partner_is_let_in_until_a_day(site: Site) -> None:
    until = (date.today() + timedelta(days=30)).isoformat()
    answer = send(site, TAIL, data={"act": "grant", "account": "Operator", "until": until})
    assert answer.status_code == 303


def test_faults_of_a_grant_stand_at_their_fields(site: Site) -> None:
    answer = send(site, TAIL, data={"act": "grant", "account": "niemand", "until": "2020-01-01"})
    assert 'id="until-error"' in answer.get_data(as_text=True)
    until = (date.today() + timedelta(days=30)).isoformat()
    answer = send(site, TAIL, data={"act": "grant", "account": "niemand", "until": until})
    assert 'id="account-error"' in answer.get_data(as_text=True)
