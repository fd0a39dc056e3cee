"""Sharing: stable addresses, what networks and search engines read, and the preview picture."""

from __future__ import annotations

import re
import struct

import pytest

from monitoring.domain.access import Role, viewer_as
from monitoring.domain.public_face import Logo, PublicFace
from monitoring.services.overview import municipality
from monitoring.services.public_face import change_public_face
from monitoring.services.publishing import publish, withdraw
from tests.browsing import Site
from tests.pictures.made import svg
from tests.seed import CITY, DRAFT, MARKER, Seeded

TAILS = (
    "", "/bilanz", "/ziele", "/massnahmen", "/massnahmen/KL-1", "/indikatoren", "/impressum", "/entwicklung",
    "/zahlen", "/einfache-sprache",
)  # fmt: skip
HOST = "http://localhost"


def head_of(site: Site, path: str) -> dict[str, str]:
    """What the head of a page says, by name."""
    answer = site.get(path)
    assert answer.status_code == 200, path
    head = answer.get_data(as_text=True).partition("</head>")[0]
    pairs = re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)">', head)
    canonical = re.findall(r'<link rel="canonical" href="([^"]+)">', head)
    return dict(pairs) | {"canonical": canonical[0] if canonical else ""}


def again(site: Site) -> None:
    """A second publication, so that the first is a past one."""
    visit = Seeded(site.database).visit(viewer_as(Role.MANAGER, CITY))
    publish(visit, CITY, accept_persons=True)


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("tail", TAILS)
def test_every_public_page_says_what_it_is(site: Site, tail: str, prefix: str) -> None:
    path = f"{prefix}/kommune/{CITY}{tail}"
    head = head_of(site, path)
    assert head["canonical"] == head["og:url"] == f"{HOST}{path}"
    assert head["description"] == head["og:description"]
    assert 20 < len(head["description"]) <= 200
    assert "Lindenau" in head["og:title"]
    assert head["og:locale"] == ("de_DE" if not prefix else "en_GB")
    assert head["twitter:card"] == "summary_large_image"
    assert head["og:image"] == f"{HOST}/vorschau{path}.png?fassung=1"


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_the_list_of_municipalities_says_what_it_is(site: Site, prefix: str) -> None:
    head = head_of(site, f"{prefix}/")
    assert head["canonical"] == f"{HOST}{prefix}/"
    assert head["description"] == head["og:description"] != ""
    assert head["twitter:card"] == "summary"


def test_descriptions_are_the_message_of_the_page(site: Site) -> None:
    said = {tail: head_of(site, f"/kommune/{CITY}{tail}")["description"] for tail in TAILS}
    assert re.search(r"\d{4} wurden .* Treibhausgase", said["/bilanz"])
    assert re.search(r"\d+ Maßnahmen", said["/massnahmen"])
    assert said["/einfache-sprache"].startswith("Treibhausgase machen die Erde wärmer. ")


def test_a_measure_is_described_by_what_it_is(site: Site) -> None:
    path = f"/kommune/{CITY}/massnahmen/KL-1"
    head = head_of(site, path)
    what = re.search(r'class="about">([^<]+)<', site.get(path).get_data(as_text=True))
    assert what
    assert head["description"] == what.group(1)


def test_a_title_names_the_municipality_once(site: Site) -> None:
    titles = {tail: head_of(site, f"/kommune/{CITY}{tail}")["og:title"] for tail in TAILS}
    assert titles[""] == "Klimaschutz in Lindenau"
    assert titles["/massnahmen"] == "Maßnahmen – Lindenau"
    assert {title.count("Lindenau") for title in titles.values()} == {1}


def test_filters_are_no_pages_of_their_own(site: Site) -> None:
    head = head_of(site, f"/kommune/{CITY}/massnahmen?suche=Rad&fassung=1")
    assert head["canonical"] == f"{HOST}/kommune/{CITY}/massnahmen?fassung=1"


@pytest.mark.parametrize("tail", TAILS)
def test_a_past_publication_stays_at_its_address(site: Site, tail: str) -> None:
    path = f"/kommune/{CITY}{tail}"
    before = site.get(f"{path}?fassung=1").get_data(as_text=True)
    again(site)
    after = site.get(f"{path}?fassung=1").get_data(as_text=True)
    assert head_of(site, f"{path}?fassung=1")["og:image"].endswith("?fassung=1")
    assert head_of(site, path)["og:image"].endswith("?fassung=2")
    assert before.partition("<main")[2].partition("<h2")[2] == after.partition("<main")[2].partition("<h2")[2]


@pytest.mark.parametrize("tail", [*TAILS, "/datenschutz", "/barrierefreiheit"])
def test_what_was_never_published_is_not_found(site: Site, tail: str) -> None:
    for path in (
        f"/kommune/{CITY}{tail}",
        f"/vorschau/kommune/{CITY}{tail}.png",
        f"/en/kommune/{CITY}{tail}",
    ):
        for number in ("0", "2", "99", "-1", "x", ""):
            assert site.get(f"{path}?fassung={number}").status_code == 404, (path, number)
    assert site.get(f"/kommune/{DRAFT}{tail}?fassung=1").status_code == 404
    assert site.get(f"/vorschau/kommune/{DRAFT}{tail}.png").status_code == 404


def test_a_withdrawn_publication_is_not_found(site: Site) -> None:
    again(site)
    assert site.get(f"/vorschau/kommune/{CITY}.png?fassung=2").status_code == 200
    withdraw(Seeded(site.database).visit(viewer_as(Role.MANAGER, CITY)), CITY, "Zahlendreher", 2)
    assert site.get(f"/vorschau/kommune/{CITY}.png?fassung=2").status_code == 404
    assert site.get(f"/kommune/{CITY}?fassung=2").status_code == 404


def size_of(content: bytes) -> tuple[int, int]:
    """Width and height of a PNG."""
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", content[16:24])
    return width, height


@pytest.mark.parametrize("tail", TAILS)
def test_every_page_has_a_picture_for_networks(site: Site, tail: str) -> None:
    picture = head_of(site, f"/en/kommune/{CITY}{tail}")["og:image"].removeprefix(HOST)
    answer = site.get(picture)
    assert (answer.status_code, answer.mimetype) == (200, "image/png")
    assert size_of(answer.get_data()) == (1200, 630)
    assert answer.headers["Cache-Control"] == "public, no-cache"
    mark = answer.headers["ETag"]
    assert site.get(picture, headers={"If-None-Match": mark}).status_code == 304
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize(
    "path", [f"/intern/{CITY}", "/anmelden", "/konto", f"/kommune/{CITY}/gibt-es-nicht", ""]
)
def test_other_pages_have_none(site: Site, path: str) -> None:
    assert site.get(f"/vorschau{path}.png", "manager").status_code == 404


def test_a_picture_is_drawn_for_no_other_query(site: Site) -> None:
    assert site.get(f"/vorschau/kommune/{CITY}/massnahmen.png?suche=Rad").status_code == 404


def test_a_new_colour_and_logo_make_a_new_picture(site: Site) -> None:
    path, visit = f"/vorschau/kommune/{CITY}.png", Seeded(site.database).visit(viewer_as(Role.MANAGER, CITY))
    before = site.get(path).get_data()
    logo = Logo(media_type="image/svg+xml", mark="m", width=40, height=30)
    face = PublicFace(accent="#7a1f3d", logo=logo)
    change_public_face(visit, CITY, face.model_copy(update={"logo": None}), municipality(visit, CITY))
    coloured = site.get(path).get_data()
    change_public_face(visit, CITY, face, municipality(visit, CITY), svg())
    with_logo = site.get(path).get_data()
    assert len({before, coloured, with_logo}) == 3
    style = site.get(f"/kommune/{CITY}").get_data(as_text=True)
    assert "--accent:#7a1f3d" in style
    assert "prefers-color-scheme: dark" in style


def test_the_logo_is_for_everybody_and_can_do_nothing(site: Site) -> None:
    assert site.get(f"/kommune/{CITY}/logo").status_code == 404
    visit = Seeded(site.database).visit(viewer_as(Role.MANAGER, CITY))
    logo = Logo(media_type="image/svg+xml", mark="m", width=40, height=30)
    change_public_face(visit, CITY, PublicFace(logo=logo), municipality(visit, CITY), svg())
    answer = site.get(f"/kommune/{CITY}/logo?m=m")
    assert (answer.status_code, answer.get_data()) == (200, svg())
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert site.get(f"/kommune/{DRAFT}/logo").status_code == 404


def test_nothing_internal_is_told(site: Site) -> None:
    for tail in TAILS:
        assert MARKER not in " ".join(head_of(site, f"/kommune/{CITY}{tail}").values())
