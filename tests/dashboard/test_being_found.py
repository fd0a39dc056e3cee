"""Being found and followed: sitemaps name every public page and no other, feeds tell what was published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from xml.etree import ElementTree as ET

import pytest

from monitoring.domain.access import Role, viewer_as
from monitoring.reports import sitemap
from monitoring.services.publishing import publish, withdraw
from monitoring.texts.words import LANGUAGES
from tests.browsing import Site
from tests.seed import CITY, DRAFT, MARKER, NOW, VILLAGE, Seeded, write
from tests.seed_records import later_report

HERE = "http://localhost"
MAPS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ATOM = "{http://www.w3.org/2005/Atom}"
XHTML = "{http://www.w3.org/1999/xhtml}"
FEED = f"/kommune/{CITY}/neues.atom"
PAGE = f"/offene-daten/{CITY}"


def xml(site: Site, path: str) -> ET.Element:
    answer = site.get(path)
    assert answer.status_code == 200, path
    return ET.fromstring(answer.data)


def places(site: Site, path: str) -> list[str]:
    found = [each.text or "" for each in xml(site, path).iter(f"{MAPS}loc")]
    assert all(each.startswith(HERE) for each in found)
    return [each.removeprefix(HERE) for each in found]


def every_page(site: Site) -> Iterator[str]:
    for each in places(site, "/sitemap.xml"):
        yield from places(site, each)


def test_robots_name_the_sitemap_and_leave_the_office_alone(site: Site) -> None:
    answer = site.get("/robots.txt")
    assert answer.mimetype == "text/plain"
    lines = answer.get_data(as_text=True).splitlines()
    assert lines[-1] == f"Sitemap: {HERE}/sitemap.xml"
    assert "Disallow: /intern/" in lines


def test_the_sitemaps_name_every_public_page(site: Site) -> None:
    assert places(site, "/sitemap.xml") == [
        "/sitemap_site.xml",
        f"/sitemap-{VILLAGE}.xml",
        f"/sitemap-{CITY}.xml",
    ]
    pages = list(every_page(site))
    assert len(pages) == len(set(pages))
    assert {site.get(each).status_code for each in pages} == {200}
    for path in (
        f"/kommune/{CITY}",
        f"/en/kommune/{CITY}/massnahmen/KL-1",
        f"/offene-daten/{CITY}",
        "/",
        "/en/",
    ):
        assert path in pages
    assert [each for each in pages if DRAFT in each or "intern" in each] == []
    assert f"/kommune/{VILLAGE}/massnahmen" not in pages  # nothing to show


def test_a_page_is_named_with_its_other_language_and_its_day(site: Site) -> None:
    found = {each.findtext(f"{MAPS}loc"): each for each in xml(site, f"/sitemap-{CITY}.xml")}
    page = found[f"{HERE}/kommune/{CITY}/bilanz"]
    assert page.findtext(f"{MAPS}lastmod") == "2026-05-04"
    links = {each.get("hreflang"): each.get("href") for each in page.iter(f"{XHTML}link")}
    assert links == {
        code: f"{HERE}{prefix}/kommune/{CITY}/bilanz" for code, prefix in (("de", ""), ("en", "/en"))
    }


@pytest.mark.parametrize("path", [f"/sitemap-{DRAFT}.xml", "/sitemap-x.xml", f"/kommune/{DRAFT}/neues.atom"])
def test_what_is_not_published_is_not_named(site: Site, path: str) -> None:
    assert site.get(path).status_code == 404


def test_the_feed_tells_what_each_publication_brought(site: Site) -> None:
    seeded = Seeded(site.database, NOW + timedelta(days=30))
    publish(seeded.visit(viewer_as(Role.MANAGER, CITY)), CITY, paper="2026/077", note=MARKER)
    site.app.server.config["CLOCK"] = lambda: NOW + timedelta(days=30)
    feed = xml(site, FEED)
    newest, first = feed.findall(f"{ATOM}entry")
    assert newest.findtext(f"{ATOM}title") == "Lindenau: Fassung 2 vom 03.06.2026"
    assert newest.findtext(f"{ATOM}id") == f"{HERE}/kommune/{CITY}?fassung=2"
    summary = newest.findtext(f"{ATOM}summary") or ""
    assert summary.startswith("Vorlage 2026/077.")
    assert "Maßnahmen: 1 neu." in summary
    assert "Sachstände: 1 neu." in summary
    assert "Bilanz" not in summary
    assert feed.findtext(f"{ATOM}updated") == newest.findtext(f"{ATOM}updated") == "2026-06-03T12:00:00+02:00"
    assert "Bilanz" in (first.findtext(f"{ATOM}summary") or "")
    assert MARKER not in site.get(FEED).get_data(as_text=True)
    assert "manager" not in site.get(FEED).get_data(as_text=True)


def test_entries_lead_to_what_they_tell_of(site: Site) -> None:
    for path in (FEED, f"/en{FEED}", "/neues.atom", "/en/neues.atom"):
        links = [each.get("href") or "" for each in xml(site, path).iter(f"{ATOM}link")]
        assert {site.get(each.removeprefix(HERE)).status_code for each in links} == {200}


def test_the_feed_of_all_is_in_the_order_of_publication(site: Site) -> None:
    later = Seeded(site.database, NOW + timedelta(days=1))
    write(later, VILLAGE, [later_report().model_copy(update={"measure": "X-1"})])
    publish(later.visit(viewer_as(Role.MANAGER, VILLAGE)), VILLAGE)
    waiting = Seeded(site.database, NOW + timedelta(days=2))
    day = waiting.now.date() + timedelta(days=60)
    publish(waiting.visit(viewer_as(Role.MANAGER, CITY)), CITY, not_before=day)
    site.app.server.config["CLOCK"] = lambda: NOW + timedelta(days=3)

    def titles() -> list[str]:
        entries = xml(site, "/neues.atom").findall(f"{ATOM}entry")
        return [(each.findtext(f"{ATOM}title") or "").partition(" vom")[0] for each in entries]

    # The first publications came out in the same moment.
    assert titles()[0] == "Birkenhain: Fassung 2"
    assert sorted(titles()[1:]) == ["Birkenhain: Fassung 1", "Lindenau: Fassung 1"]
    site.app.server.config["CLOCK"] = lambda: NOW + timedelta(days=90)
    assert titles()[0] == "Lindenau: Fassung 2"


def test_a_withdrawn_publication_is_no_longer_told_of(site: Site) -> None:
    manager = Seeded(site.database).visit(viewer_as(Role.MANAGER, CITY))
    publish(manager, CITY)
    assert len(xml(site, FEED).findall(f"{ATOM}entry")) == 2
    withdraw(manager, CITY, "Zahlendreher", 2)
    assert len(xml(site, FEED).findall(f"{ATOM}entry")) == 1


def test_pages_lead_readers_of_news_to_their_feed(site: Site) -> None:
    for page, feed in ((f"/kommune/{CITY}/bilanz", FEED), (PAGE, FEED), ("/en/", "/en/neues.atom")):
        text = site.get(page).get_data(as_text=True)
        (link,) = re.findall(r'<link rel="alternate" type="application/atom\+xml"[^>]*>', text)
        assert f'href="{feed}"' in link
        assert re.search(r'title="\w[^"]+"', link)
    assert f'href="{FEED}"' in site.get(PAGE).get_data(as_text=True).partition("<main")[2]


def test_a_feed_has_what_atom_asks_for(site: Site) -> None:
    """RFC 4287, 4.1.1 and 4.1.2: each once, an author, a permanent id, and when it was."""
    for path in (FEED, f"/en{FEED}", "/neues.atom"):
        assert site.get(path).mimetype == "application/atom+xml"
        feed = xml(site, path)
        entries = feed.findall(f"{ATOM}entry")
        for element in (feed, *entries):
            for name in ("id", "title", "updated"):
                assert len(element.findall(f"{ATOM}{name}")) == 1, (path, name)
        own = feed.find(f"{ATOM}link[@rel='self']")
        assert own is not None
        assert own.get("href") == feed.findtext(f"{ATOM}id") == HERE + path
        for each in entries:
            assert each.findtext(f"{ATOM}author/{ATOM}name")
            assert datetime.fromisoformat(each.findtext(f"{ATOM}published") or "").tzinfo is not None
        ids = [each.findtext(f"{ATOM}id") for each in entries]
        assert len(set(ids)) == len(ids) > 0


def test_what_was_told_once_keeps_its_id(site: Site) -> None:
    def ids() -> list[str]:
        return [each.findtext(f"{ATOM}id") or "" for each in xml(site, FEED).findall(f"{ATOM}entry")]

    before = ids()
    publish(Seeded(site.database).visit(viewer_as(Role.MANAGER, CITY)), CITY)
    assert ids()[1:] == before


BELOW_A_PATH = "https://stadt.example/klima/"


def test_everything_names_the_path_below_which_it_is_served(site: Site) -> None:
    """As behind a proxy that serves the site below a path of the town's own."""

    def text(path: str) -> str:
        return site.get(path, base_url=BELOW_A_PATH).get_data(as_text=True)

    lines = text("/robots.txt").splitlines()
    assert "Disallow: /klima/intern/" in lines
    assert lines[-1] == f"Sitemap: {BELOW_A_PATH}sitemap.xml"
    for path in ("/sitemap.xml", "/sitemap_site.xml", f"/sitemap-{CITY}.xml"):
        named = [each.text or "" for each in ET.fromstring(text(path)).iter(f"{MAPS}loc")]
        assert named
        assert all(each.startswith(BELOW_A_PATH) for each in named), path
    for path in (FEED, f"{PAGE}/catalog.rdf", f"{PAGE}/datapackage.json", f"/api/v1/municipalities/{CITY}"):
        addresses = re.findall(r"https://stadt\.example/[^\"<]*", text(path))
        assert addresses
        assert all(each.startswith(BELOW_A_PATH) for each in addresses), path


def test_no_sitemap_is_longer_than_search_engines_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemap, "MOST", 6)
    pages = [{str(code): f"{HERE}/{code}/{at}" for code in LANGUAGES} for at in range(9)]
    told = ET.fromstring(sitemap.sitemap(pages))
    assert [each.findtext(f"{MAPS}loc") for each in told][-1] == f"{HERE}/en/2"
    assert len(told) == 6
    assert len(ET.fromstring(sitemap.sitemap_index((f"{HERE}/{at}", None) for at in range(9)))) == 6
