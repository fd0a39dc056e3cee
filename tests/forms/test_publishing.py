"""Publishing, withdrawing, sharing and granting: what everybody sees afterwards."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import pytest

from monitoring.domain.access import Role, viewer_as
from monitoring.domain.measure import MeasureStatus
from monitoring.services import editing
from tests.browsing import PUBLIC, Site
from tests.forms.sending import page, send
from tests.pages.test_reading_pages import text_of
from tests.seed import CITY, Seeded

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


METER, TYPO = "Der Zähler war falsch abgelesen.", "Zahlendreher beim Abschreiben."


@pytest.fixture
def corrected(site: Site) -> Site:
    """Three public values would change, two for the same reason; a fourth is progress of a measure."""
    visit = Seeded(site.database).visit(viewer_as(Role.MANAGER, CITY))
    for sector in ("HH", "VER"):
        key = ("territory", 2023, sector, "all", "bisko", 1)
        editing.edit(visit, CITY, "balance", key, {"emissions_t": 77_000.0}, note=METER)
    editing.edit(visit, CITY, "measures", ("KL-1",), {"goal": "0,9 MWp bis 2028."}, note=TYPO)
    editing.edit(visit, CITY, "measures", ("KL-1",), {"status": MeasureStatus.COMPLETED}, note="intern")
    return site


def reason_fields(node: Any) -> dict[str, str]:
    """The reasons that the page offers, by the names of their fields."""
    if isinstance(node, list):
        return {name: value for each in node for name, value in reason_fields(each).items()}
    if not isinstance(node, dict):
        return {}
    found = {name: value for each in node.values() for name, value in reason_fields(each).items()}
    name = str(node.get("name", ""))
    return found | ({name: node.get("value", "")} if name.startswith(("reason:", "own_reason:")) else {})


def offered(site: Site) -> dict[str, str]:
    return reason_fields(site.routed(f"/intern/{CITY}{TAIL}", "manager").get_json())


def test_one_field_for_those_of_one_reason_and_one_for_each(corrected: Site) -> None:
    shown = page(corrected, f"/intern/{CITY}{TAIL}")
    common = {value for name, value in offered(corrected).items() if name.startswith("reason:")}
    assert common == {METER, TYPO}
    assert sum(name.startswith("own_reason:") for name in offered(corrected)) == 2
    assert "3 Angaben, die schon öffentlich sind, ändern sich." in shown
    assert "Grund für diese 2 Angaben" in shown
    assert "intern" not in common


def sent_reasons(site: Site, **changed: str) -> dict[str, str]:
    """What the form would send, with other texts in the place of some reasons."""
    fields = offered(site)
    return {"act": "publish", "scope": "everything", **{n: changed.get(v, v) for n, v in fields.items()}}


def corrections(site: Site) -> str:
    return text_of(site, f"/kommune/{CITY}/berichtigungen")


def test_confirmed_reasons_are_public(corrected: Site) -> None:
    assert send(corrected, TAIL, data=sent_reasons(corrected)).status_code == 303
    text = corrections(corrected)
    assert text.count(f"Warum: {METER}") == 1
    assert text.count(f"Warum: {TYPO}") == 1
    assert "Nicht aufgeführt ist 1 Angabe" in text
    english = corrected.get(f"/en/kommune/{CITY}/berichtigungen").get_data(as_text=True)
    assert f'Why: <span lang="de">{METER}</span>' in english


def test_a_reason_that_was_emptied_gives_way_to_that_of_the_publication(corrected: Site) -> None:
    data = sent_reasons(corrected, **{METER: ""}) | {"explanation": "Jährliche Fortschreibung."}
    assert send(corrected, TAIL, data=data).status_code == 303
    text = corrections(corrected)
    assert METER not in text
    assert "Warum: Jährliche Fortschreibung." in text
    assert f"Warum: {TYPO}" in text


def test_one_value_may_have_another_reason(corrected: Site) -> None:
    data = sent_reasons(corrected)
    own = next(name for name in data if name.startswith("own_reason:"))
    assert send(corrected, TAIL, data=data | {own: "Doppelt gezählt."}).status_code == 303
    text = corrections(corrected)
    assert "Warum: Doppelt gezählt." in text
    assert f"Warum: {METER}" in text


def test_a_reason_that_names_a_person_is_asked_about_with_everything_typed(corrected: Site) -> None:
    answer = send(corrected, TAIL, data=sent_reasons(corrected, **{METER: "Frau Weber hat es gemerkt."}))
    shown = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert 'href="#gruende"' in shown
    assert "Frau Weber hat es gemerkt." in shown
    assert "Frau Weber" not in corrections(corrected)


def test_a_withdrawn_publication_says_why_to_everybody(corrected: Site) -> None:
    send(corrected, TAIL, data=sent_reasons(corrected))
    data = {
        "act": "withdraw",
        "publication": "2",
        "reason": "nur für uns",
        "withdraw_explanation": "Ein Irrtum.",
    }
    assert send(corrected, TAIL, data=data).status_code == 303
    assert send(corrected, TAIL, data=sent_reasons(corrected)).status_code == 303
    text = corrections(corrected)
    assert "Fassung 2 vom 04.05.2026, zurückgezogen am" in text
    assert "Warum: Ein Irrtum." in text
    assert "nur für uns" not in text


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
