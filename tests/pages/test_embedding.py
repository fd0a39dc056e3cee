"""Embedding: only there, only for websites that are allowed, the same content, one script of its own."""

from __future__ import annotations

import re
from html import unescape

import pytest

from monitoring.domain.access import Role, viewer_as
from monitoring.domain.public_face import PublicFace
from monitoring.services.overview import municipality
from monitoring.services.public_face import change_public_face
from tests.browsing import Site
from tests.seed import CITY, DRAFT, MARKER, VILLAGE, Seeded

FRAMES = tuple(
    f"{prefix}/einbetten/{CITY}/{name}" for prefix in ("", "/en") for name in ("zielpfad", "massnahmen")
)
ALLOWED = ("https://www.lindenau.example", "http://localhost:8999")


def allow(site: Site, *sites: str) -> None:
    visit = Seeded(site.database).visit(viewer_as(Role.MANAGER, CITY))
    change_public_face(visit, CITY, PublicFace(embedding_sites=sites), municipality(visit, CITY))


def ancestors_of(site: Site, path: str, viewer: str = "public") -> str:
    """Who may show an address in a frame, as its policy says."""
    answer = site.get(path, viewer)
    policy = answer.headers["Content-Security-Policy"]
    found = re.findall(r"frame-ancestors ([^;]+)", policy)
    assert len(found) == 1, path
    assert (answer.headers.get("X-Frame-Options") == "DENY") is (found[0] == "'none'"), path
    return str(found[0])


@pytest.mark.parametrize("path", FRAMES)
def test_only_allowed_websites_may_embed(site: Site, path: str) -> None:
    assert ancestors_of(site, path) == "'none'"
    allow(site, *ALLOWED)
    assert ancestors_of(site, path) == " ".join(ALLOWED)
    assert ancestors_of(site, path) == " ".join(ALLOWED)  # as it is kept
    allow(site)
    assert ancestors_of(site, path) == "'none'"


def test_nothing_else_may_be_embedded_by_anybody(site: Site) -> None:
    allow(site, *ALLOWED)
    public = (
        "/", "/anmelden", f"/kommune/{CITY}", f"/kommune/{CITY}/massnahmen", f"/kommune/{CITY}/impressum",
        f"/kommune/{CITY}/aushang", f"/kommune/{CITY}/aushang.svg", "/gibt-es-nicht",
        f"/einbetten/{CITY}/daten", f"/einbetten/{DRAFT}/zielpfad",
    )  # fmt: skip
    assert {path: ancestors_of(site, path) for path in public} == dict.fromkeys(public, "'none'")
    office = (f"/intern/{CITY}", f"/intern/{CITY}/auftritt", "/konto")
    assert {path: ancestors_of(site, path, "manager") for path in office} == dict.fromkeys(office, "'none'")


@pytest.mark.parametrize("path", FRAMES)
def test_a_frame_is_complete_without_script_and_loads_one_of_its_own(site: Site, path: str) -> None:
    answer = site.get(path)
    html = answer.get_data(as_text=True)
    assert answer.status_code == 200
    assert "Set-Cookie" not in answer.headers
    assert answer.headers["Cache-Control"] == "public, no-cache"
    assert re.findall(r'<script[^>]*src="([^"?]+)', html) == ["/assets/embedded.js"]
    assert '<meta name="robots" content="noindex">' in html
    assert "<header" not in html
    assert "chart-switch" not in html
    assert "Lindenau" in html
    assert MARKER not in html
    assert ("<svg" if "zielpfad" in path else "<table") in html
    mark = answer.headers["ETag"]
    assert site.get(path, headers={"If-None-Match": mark}).status_code == 304


def test_the_chart_is_that_of_the_page(site: Site) -> None:
    paths = (f"/kommune/{CITY}", f"/einbetten/{CITY}/zielpfad")
    page, frame = (site.get(path).get_data(as_text=True) for path in paths)
    own, other = (
        re.findall(r"<rect [^>]*><title>[^<]+</title>", re.sub(r"url\(#\w+-(?:narrow-)?", "url(#", html))
        for html in (frame, page)
    )
    assert own
    assert set(own) <= set(other)


def links_of(html: str) -> list[tuple[str, bool]]:
    """Every link with whether it opens a window of its own."""
    tags = re.findall(r"<a ([^>]*)>", html)
    return [
        (
            unescape(re.findall(r'href="([^"]*)"', tag)[0]),
            'target="_blank"' in tag and 'rel="noopener"' in tag,
        )
        for tag in tags
    ]


@pytest.mark.parametrize("path", FRAMES)
def test_every_link_leads_out_of_the_frame_and_exists(site: Site, path: str) -> None:
    links = links_of(site.get(path).get_data(as_text=True))
    assert links
    assert [href for href, leads_out in links if not leads_out] == []
    assert [href for href, _ in links if site.get(href).status_code != 200] == []


def test_filters_stay_in_the_frame(site: Site) -> None:
    base = f"/einbetten/{CITY}/massnahmen"
    html = site.get(f"{base}?farben=hell&fassung=1&suche=zzz").get_data(as_text=True)
    assert f'action="{base}"' in html
    assert '<input name="farben" type="hidden" value="hell">' in html
    assert '<input name="fassung" type="hidden" value="1">' in html
    assert (f"{base}?fassung=1&farben=hell", False) in links_of(html)
    assert "0 Maßnahmen" in html or "Keine Maßnahme" in html


def test_a_frame_stays_light_where_its_website_is(site: Site) -> None:
    base = f"/einbetten/{CITY}/zielpfad"
    assert "color-scheme:light;" in site.get(f"{base}?farben=hell").get_data(as_text=True)
    assert "color-scheme:light;" not in site.get(base).get_data(as_text=True)
    assert site.get(f"{base}?farben=bunt").status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        f"/einbetten/{DRAFT}/zielpfad",
        f"/einbetten/{DRAFT}/massnahmen",
        f"/einbetten/{VILLAGE}/massnahmen",
        f"/einbetten/{CITY}/bilanz",
        f"/einbetten/{CITY}/zielpfad?fassung=99",
        f"/einbetten/{CITY}/massnahmen?fassung=x",
        "/einbetten/gibt-es-nicht/zielpfad",
    ],
)
def test_what_nobody_published_is_not_found(site: Site, path: str) -> None:
    assert site.get(path).status_code == 404


def test_a_town_without_target_shows_its_balance(site: Site) -> None:
    assert "<svg" in site.get(f"/einbetten/{VILLAGE}/zielpfad").get_data(as_text=True)


def test_managers_find_the_text_to_copy(site: Site) -> None:
    allow(site, *ALLOWED)
    page = site.get(f"/intern/{CITY}/auftritt/einbetten", "manager")
    assert page.status_code == 200
    drawn = site.seen(f"/intern/{CITY}/auftritt/einbetten", "manager")[1].replace('\\"', '"')
    for name in ("zielpfad", "massnahmen"):
        assert f'<iframe src="http://localhost/einbetten/{CITY}/{name}?farben=hell" title="' in drawn
    assert 'event.origin !== "http://localhost"' in drawn
    assert ALLOWED[0] in drawn
    for viewer in ("council", "partner", "operator", "foreign"):
        assert site.get(f"/intern/{CITY}/auftritt/einbetten", viewer).status_code in (403, 404)


def test_nothing_to_copy_before_something_is_published(site: Site) -> None:
    drawn = site.seen(f"/intern/{DRAFT}/auftritt/einbetten", "foreign")[1]
    assert "Einbetten lässt sich erst, was veröffentlicht ist." in drawn
    assert "<iframe" not in drawn
