"""What is written for everybody: a story with its photo, and a text in easy language that was checked."""

from __future__ import annotations

import re
from io import BytesIO

import pytest

from monitoring.domain.access import Role, viewer_as
from monitoring.services.publishing import publish
from tests.browsing import Site
from tests.forms.sending import page, send
from tests.pages.test_reading_pages import BASE, text_of
from tests.pictures.made import photo, taken_in
from tests.seed import CITY, Seeded

FORM, EASY = "/massnahmen/MO-1/erfolg", "/leichte-sprache/bearbeiten"
PHOTO = photo(3000, 2000, exif=taken_in(52.0, 13.0))
TOLD = {
    "act": "tell",
    "title": "Rad frei",
    "text": "Die Planung steht.",
    "picture_text": "Ein Radweg",
    "credit": "Stadt",
}
CHECKED = {
    "act": "keep_easy",
    "title": "Klima und Stadt",
    "text": "Es wird wärmer.",
    "checked_by": "Prüfgruppe Lindenau",
    "checked_on": "2026-04-01",
    "confirmed": "yes",
}


def release(site: Site) -> None:
    publish(Seeded(site.database).visit(viewer_as(Role.MANAGER, CITY)), CITY)


def html_of(site: Site, path: str) -> str:
    return site.get(path).get_data(as_text=True)


def picture_in(html: str) -> str:
    found = re.search(r'src="(/kommune/[^"]*/bild/[0-9a-f]{32})"', html)
    assert found
    return found.group(1)


def test_a_story_with_its_photo_reaches_the_public(site: Site) -> None:
    answer = send(site, FORM, data={**TOLD, "photo": (BytesIO(PHOTO), "rad.jpg")})  # type: ignore[dict-item]
    assert answer.status_code == 303
    assert "Rad frei" not in text_of(site, f"{BASE}/erfolge")
    release(site)
    html = html_of(site, f"{BASE}/erfolge")
    for part in ("Rad frei", 'alt="Ein Radweg"', "Bild: Stadt", 'width="1000"', 'height="667"'):
        assert part in html
    shown = site.get(picture_in(html))
    assert (shown.status_code, shown.mimetype) == (200, "image/jpeg")
    assert b"Exif" in PHOTO
    assert b"Exif" not in shown.data
    assert site.get(picture_in(html)[:-1] + "x").status_code == 404
    assert "Rad frei" in text_of(site, BASE)
    assert "Rad frei" in text_of(site, f"{BASE}/massnahmen/MO-1")
    assert picture_in(html_of(site, f"/en{BASE}/erfolge")) == picture_in(html)


def test_the_overview_shows_the_picture_small_and_says_whose_it_is(site: Site) -> None:
    send(site, FORM, data={**TOLD, "photo": (BytesIO(PHOTO), "rad.jpg")})  # type: ignore[dict-item]
    release(site)
    teaser = html_of(site, BASE).partition("<h2>Gelungen</h2>")[2].partition("</ul>")[0]
    assert f'href="{BASE}/massnahmen/MO-1"' in teaser
    assert 'alt="Ein Radweg"' in teaser
    assert 'loading="lazy"' in teaser
    assert "Bild: Stadt" in teaser
    small = re.findall(r'src="([^"]+/klein)"', teaser)[0]
    whole, answer = site.get(small.removesuffix("/klein")), site.get(small)
    assert (answer.status_code, answer.mimetype) == (200, "image/jpeg")
    assert b"Exif" not in answer.data
    assert len(answer.data) * 2 < len(whole.data)
    assert site.get(small.replace("/bild/", "/bild/0")).status_code == 404


def test_the_effect_is_the_figure_of_the_measure_with_its_method(site: Site) -> None:
    text = text_of(site, f"{BASE}/erfolge").replace("\u00a0", " ")
    assert "Wirkung: 165 t THG-Einsparung (2025, jährlich). Ermittlung: gemessen." in text
    assert "Ermittlung: gemessen." in text_of(site, f"{BASE}/massnahmen/KL-1")


@pytest.mark.parametrize("missing", ["title", "text"])
def test_what_was_typed_stays_where_something_is_missing(site: Site, missing: str) -> None:
    answer = send(site, FORM, data={**TOLD, missing: ""})
    assert answer.status_code == 422
    html = answer.get_data(as_text=True)
    assert f'id="{missing}-error"' in html
    assert "Ein Radweg" in html


def test_a_photo_without_words_and_credit_is_refused(site: Site) -> None:
    data = {**TOLD, "credit": "", "picture_text": "", "photo": (BytesIO(PHOTO), "rad.jpg")}
    html = send(site, FORM, data=data).get_data(as_text=True)  # type: ignore[arg-type]
    assert 'id="credit-error"' in html
    assert 'id="picture_text-error"' in html


def test_a_picture_is_removed_everywhere(site: Site) -> None:
    send(site, FORM, data={**TOLD, "photo": (BytesIO(PHOTO), "rad.jpg")})  # type: ignore[dict-item]
    release(site)
    address = picture_in(html_of(site, f"{BASE}/erfolge"))
    assert send(site, FORM, data={"act": "remove_picture"}).status_code == 303
    assert site.get(address).status_code == 404
    assert "Das Bild wurde entfernt" in html_of(site, f"{BASE}/erfolge")
    assert send(site, FORM, data={"act": "withdraw_story"}).status_code == 303
    assert "Rad frei" not in page(site, f"/intern/{CITY}/erfolge")


def test_only_a_checked_text_is_easy_language(site: Site) -> None:
    answer = send(site, EASY, data={**CHECKED, "confirmed": ""})
    assert answer.status_code == 422
    assert "Sonst darf er nicht Leichte Sprache heißen." in answer.get_data(as_text=True)
    late = send(site, EASY, data={**CHECKED, "checked_on": "2026-06-01"})
    assert "liegt in der Zukunft" in late.get_data(as_text=True)
    assert "Klima und Stadt" not in page(site, f"/intern/{CITY}/leichte-sprache")


def test_a_new_text_takes_the_place_of_the_one_before(site: Site) -> None:
    assert send(site, EASY, data=CHECKED).status_code == 303
    shown = page(site, f"/intern/{CITY}/leichte-sprache")
    assert "Es wird wärmer." in shown
    assert "Sie baut Radwege." not in shown
    release(site)
    text = text_of(site, f"{BASE}/leichte-sprache")
    assert "Geprüft von Menschen mit Lernschwierigkeiten: Prüfgruppe Lindenau, 01.04.2026." in text
    assert "Sie baut Radwege." in text_of(site, f"{BASE}/leichte-sprache?fassung=1")


def test_without_a_text_there_is_no_page(site: Site) -> None:
    assert "In Leichter Sprache" in text_of(site, BASE)
    assert send(site, EASY, data={"act": "remove_easy"}).status_code == 303
    release(site)
    assert site.get(f"{BASE}/leichte-sprache").status_code == 404
    assert "In Leichter Sprache" not in text_of(site, BASE)
