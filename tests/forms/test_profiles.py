"""Profiles in the browser: listed with what they read, renamed, corrected, shared and forgotten."""

from __future__ import annotations

import pytest

from monitoring.domain.access import Role, viewer_as
from monitoring.domain.profile import Profile
from monitoring.services import importing, profiles
from monitoring.services.importing import Options
from tests.browsing import Site
from tests.forms.sending import page, send
from tests.seed import CITY, Seeded
from tests.services.profile_files import first

TAIL = "/daten/profile"
PATH = f"/intern/{CITY}{TAIL}"


@pytest.fixture
def key(site: Site) -> str:
    """A file was taken over with an answer about its unit: the key of this answer."""
    visit = Seeded(site.database).visit(viewer_as(Role.MANAGER, CITY))
    batch = importing.upload(visit, CITY, [first()])
    (question,) = importing.check(visit, CITY, batch, Options()).open_questions
    answers = {question.key: "kt"}
    assert importing.take_over(visit, CITY, batch, Options(answers=answers)).revision
    return question.key


def named(site: Site) -> list[Profile]:
    visit = Seeded(site.database).visit(viewer_as(Role.MANAGER, CITY))
    return [each for each in profiles.listed(visit, CITY).own if each.answers]


def test_the_page_says_what_a_profile_reads(site: Site, key: str) -> None:
    shown = page(site, PATH)
    assert "THG 2023" in shown
    assert "Sektor: Private Haushalte" in shown
    assert f"answer:{key}" in shown
    assert '"value": "share"' not in shown
    assert "Einheit: THG 2023" in shown
    assert "Mio. €" not in shown
    assert f"{CITY}{TAIL}" in page(site, f"/intern/{CITY}/daten")


def test_a_profile_is_renamed_corrected_and_forgotten(site: Site, key: str) -> None:
    answer = send(site, TAIL, data={"act": "rename", "profile": "Bilanz", "name": "Unsere Bilanz"})
    assert answer.location.endswith(f"{TAIL}?erledigt=renamed")
    shown = site.routed(PATH, "manager", search="?erledigt=renamed").get_json()
    assert "Das Profil ist umbenannt." in str(shown)
    send(site, TAIL, data={"act": "correct", "profile": "Unsere Bilanz", f"answer:{key}": "t"})
    assert [each.answers for each in named(site)] == [{key: "t"}]
    send(site, TAIL, data={"act": "forget", "profile": "Unsere Bilanz"})
    assert named(site) == []


def test_what_cannot_be_is_said_on_the_page(site: Site, key: str) -> None:
    for data, said in (
        ({"act": "rename", "profile": "Bilanz", "name": " "}, "Name"),
        ({"act": "correct", "profile": "Bilanz", f"answer:{key}": "Kilo"}, "nicht möglich"),
        ({"act": "forget", "profile": "Gibt es nicht"}, "gibt es nicht"),
        ({"act": "share", "profile": "Bilanz"}, "keiner Region"),
    ):
        answer = send(site, TAIL, data=data)
        assert answer.status_code == 422
        assert said in answer.get_data(as_text=True)
