"""What is refused is a page like any other: for everybody who listens to it, in both languages."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from werkzeug.test import TestResponse

from monitoring.domain.access import Role, viewer_as
from monitoring.services.publishing import publish, withdraw
from tests.browsing import PUBLIC, Site
from tests.seed import CITY, DRAFT, Seeded

LANGUAGES = {"de": "", "en": "/en"}
HEADING = re.compile(r"<h1[^>]*>(.*?)</h1>")
TITLE = re.compile(r"<title>(.*?)</title>")


def _withdrawn(site: Site, prefix: str) -> TestResponse:
    manager = Seeded(site.database).visit(viewer_as(Role.MANAGER, CITY))
    publish(manager, CITY, accept_persons=True)
    withdraw(manager, CITY, "Zahlendreher", 1)
    return site.get(f"{prefix}/kommune/{CITY}?fassung=1")


def _broken(site: Site, prefix: str) -> TestResponse:
    site.app.server.extensions["monitoring"] = None
    try:
        return site.get(f"{prefix}/kommune/{CITY}/bilanz")
    finally:
        site.app.server.extensions["monitoring"] = site.database


def _asked(path: str, viewer: str = PUBLIC) -> Callable[[Site, str], TestResponse]:
    return lambda site, prefix: site.get(prefix + path, viewer)


REFUSALS = {
    "no such page": (404, _asked("/gibt-es-nicht")),
    "no such municipality": (404, _asked("/kommune/gibt-es-nicht")),
    "nothing published": (404, _asked(f"/kommune/{DRAFT}")),
    "never published": (404, _asked(f"/kommune/{CITY}?fassung=99")),
    "withdrawn": (404, _withdrawn),
    "not allowed": (403, _asked(f"/intern/{CITY}/daten", "council")),
    "a bug": (500, _broken),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", REFUSALS)
def test_a_refusal_is_a_whole_page(site: Site, name: str, language: str) -> None:
    status, asked = REFUSALS[name]
    answer = asked(site, LANGUAGES[language])
    html = answer.get_data(as_text=True)
    assert answer.status_code == status
    assert f'<html lang="{language}">' in html
    [heading] = HEADING.findall(html)
    assert TITLE.findall(html) == [f"{heading} – Zielpfad"]
    assert [html.count(f"<{each}") for each in ("main", "header ", "footer ")] == [1, 1, 1]
    assert re.search(r'<body>\s*<div class="page"><a class="skip-link" href="#inhalt">', html)
    assert 'id="inhalt"' in html


def test_from_a_publication_that_is_gone_one_finds_what_is_public(site: Site) -> None:
    way = f'<a href="/kommune/{CITY}">Zur öffentlichen Seite der Kommune</a>'
    assert way in _withdrawn(site, "").get_data(as_text=True)
    assert way in site.get(f"/kommune/{CITY}/massnahmen/gibt-es-nicht").get_data(as_text=True)
    assert "Zur öffentlichen Seite" not in site.get(f"/kommune/{DRAFT}").get_data(as_text=True)
    assert "Zur öffentlichen Seite" not in site.get("/kommune/gibt-es-nicht").get_data(as_text=True)
