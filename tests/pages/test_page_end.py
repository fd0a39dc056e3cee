"""The end of a public page: feedback by e-mail, the address that stays, the notice; and nothing is stored."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

from monitoring.domain.access import Role, viewer_as
from monitoring.domain.public_face import Logo, PublicFace
from monitoring.services.overview import municipality
from monitoring.services.public_face import change_public_face
from tests.browsing import Site
from tests.pictures.made import svg
from tests.seed import CITY, DRAFT, Seeded
from tests.seed_open import open_data

HOST = "http://localhost"
TAILS = ("", "/bilanz", "/massnahmen", "/massnahmen/KL-1", "/impressum", "/barrierefreiheit")


def text_of(site: Site, path: str) -> str:
    answer = site.get(path)
    assert answer.status_code == 200, path
    return answer.get_data(as_text=True)


def set_face(site: Site, face: PublicFace, unit: str | None = None, logo: bytes | None = None) -> None:
    visit = Seeded(site.database).visit(viewer_as(Role.MANAGER, CITY))
    own = municipality(visit, CITY).model_copy(update={"contact_unit": unit})
    change_public_face(visit, CITY, face, own, logo)


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("tail", TAILS)
def test_feedback_is_a_prepared_email_about_this_page(site: Site, tail: str, prefix: str) -> None:
    path = f"{prefix}/kommune/{CITY}{tail}"
    assert "mailto:" not in text_of(site, f"{prefix}/kommune/{CITY}/bilanz")
    set_face(site, PublicFace(email="klima@lindenau.example"), "Stabsstelle & Klima")
    end = text_of(site, path).partition('class="page-end"')[2]
    href = urlsplit(unescape(re.findall(r'href="(mailto:[^"]+)"', end)[0]))
    sent = parse_qs(href.query)
    assert href.path == "klima@lindenau.example"
    assert "Lindenau" in sent["subject"][0]
    assert f"{HOST}{path}?fassung=1\r\n" in sent["body"][0]
    assert "Stabsstelle &amp; Klima" in end


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_every_mail_program_reads_the_prepared_email(site: Site, prefix: str) -> None:
    set_face(site, PublicFace(email="klima@lindenau.example"), "Straßen- und Grünflächenamt")
    for tail in (*TAILS, "/massnahmen?suche=Öl&amp;stand=late", "/ziele"):
        end = text_of(site, f"{prefix}/kommune/{CITY}{tail}").partition('class="page-end"')[2]
        href = unescape(re.findall(r'href="(mailto:[^"]+)"', end)[0])
        assert re.fullmatch(r"mailto:[\w.@-]+\?subject=[\w.~%-]+&body=[\w.~%-]+", href, re.ASCII)
        assert href.count("%0A") == href.count("%0D%0A") >= 4
        assert not re.search("%0[AD]", href.partition("&body=")[0])
        assert "%C2%A0" not in href
        assert len(href) < 2000


def test_the_address_that_stays_keeps_what_was_filtered(site: Site) -> None:
    end = text_of(site, f"/kommune/{CITY}/massnahmen?suche=Rad").partition('class="page-end"')[2]
    assert f'href="{HOST}/kommune/{CITY}/massnahmen?suche=Rad&amp;fassung=1"' in end


@pytest.mark.parametrize("tail", ["", "/bilanz", "/massnahmen"])
def test_the_address_that_stays_drops_what_changes_nothing(site: Site, tail: str) -> None:
    """Marks of newsletters and networks, and the filters that a form sends empty."""
    plain = text_of(site, f"/kommune/{CITY}{tail}")
    assert text_of(site, f"/kommune/{CITY}{tail}?utm_source=brief&{'x' * 9000}=1&programm=") == plain


def test_an_address_too_long_for_a_code_is_still_told(site: Site) -> None:
    assert "page-qr-title" in text_of(site, f"/kommune/{CITY}/massnahmen?suche=Rad")
    end = text_of(site, f"/kommune/{CITY}/massnahmen?suche={'R' * 9000}").partition('class="page-end"')[2]
    assert "page-qr-title" not in end
    assert "R" * 9000 + "&amp;fassung=1</a>" in end


def test_nothing_follows_a_page_of_the_office(site: Site) -> None:
    assert "page-end" not in site.seen(f"/intern/{CITY}", "manager")[1]


def test_the_logo_stands_beside_the_name_with_its_size(site: Site) -> None:
    assert "<img" not in text_of(site, f"/kommune/{CITY}")
    logo = Logo(media_type="image/svg+xml", mark="m1", width=40, height=30)
    set_face(site, PublicFace(logo=logo, logo_text="Wappen"), logo=svg())
    bar = text_of(site, f"/kommune/{CITY}").partition('class="municipality"')[2].partition("</p>")[0]
    assert f'src="/kommune/{CITY}/logo?m=m1"' in bar
    assert 'alt="Wappen"' in bar
    assert 'width="40"' in bar
    assert 'height="30"' in bar


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_a_notice_leads_to_the_newest_state_of_its_page(site: Site, prefix: str) -> None:
    base = f"{prefix}/kommune/{CITY}/aushang"
    page = text_of(site, f"{base}?seite=massnahmen&format=a5")
    assert f"localhost{prefix}/kommune/{CITY}/massnahmen</text>" in page
    assert 'width="148mm"' in page
    sheet = site.get(f"{base}.svg?seite=massnahmen&format=a5")
    assert (sheet.status_code, sheet.mimetype) == (200, "image/svg+xml")
    assert sheet.get_data(as_text=True) in page
    assert "sandbox" in sheet.headers["Content-Security-Policy"]
    code = site.get(f"{base}/qr.svg?seite=massnahmen").get_data(as_text=True)
    assert re.findall(r'd="([^"]+)" stroke', code)[0] in page


def test_every_file_that_a_notice_names_is_there(site: Site) -> None:
    for query in ("", "?fassung=1", "?seite=bilanz&format=a5&fassung=1"):
        page = text_of(site, f"/kommune/{CITY}/aushang{query}")
        links = [unescape(each) for each in re.findall(r'<li><a href="([^"]+\.svg[^"]*)"', page)]
        assert len(links) == 2
        assert [site.get(each).status_code for each in links] == [200, 200]


@pytest.mark.parametrize(
    "query",
    [
        "?seite=massnahmen/KL-1",
        "?seite=auftritt",
        "?seite=impressum",
        "?seite=../../konto",
        "?format=a3",
        "?fassung=99",
        "?x=1",
    ],
)
def test_a_notice_about_anything_else_is_not_found(site: Site, query: str) -> None:
    assert site.get(f"/kommune/{CITY}/aushang.svg{query}").status_code == 404
    assert site.get(f"/kommune/{DRAFT}/aushang.svg").status_code == 404
    if query != "?x=1":
        assert site.get(f"/kommune/{CITY}/aushang{query}").status_code == 404


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize(
    ("tail", "kind"),
    [
        ("/bilanz", "balance"),
        ("/ziele", "targets"),
        ("/massnahmen", "measures"),
        ("/massnahmen/KL-1", "measures"),
    ],
)
def test_a_page_leads_to_its_data_as_a_file_while_they_are_open(
    site: Site, prefix: str, tail: str, kind: str
) -> None:
    def led_to() -> list[str]:
        end = text_of(site, f"{prefix}/kommune/{CITY}{tail}?fassung=1").partition('class="page-end"')[2]
        return [unescape(each) for each in re.findall(r'href="([^"]*offene-daten[^"]*)"', end)]

    place = f"{prefix}/offene-daten/{CITY}"
    assert led_to() == [f"{place}/{kind}.xlsx?fassung=1", f"{place}?fassung=1"]
    assert {site.get(each).status_code for each in led_to()} == {200}
    open_data(site, CITY, ["inhabitants"])
    assert led_to() == []


def test_pages_that_show_no_data_lead_to_none(site: Site) -> None:
    for tail in ("/impressum", "/barrierefreiheit"):
        assert "offene-daten" not in text_of(site, f"/kommune/{CITY}{tail}").partition('class="page-end"')[2]
