"""The form of the public face: stored at once, refused with every fault at its field."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

import pytest
from werkzeug.test import TestResponse

from monitoring.domain.access import Role, viewer_as
from monitoring.domain.public_face import PublicFace
from monitoring.services.laender import laender
from monitoring.services.overview import municipality
from monitoring.services.public_face import logo, public_face
from tests.browsing import Site
from tests.pictures.made import png, svg
from tests.seed import CITY, Seeded

PAGE = f"/intern/{CITY}/auftritt"
GOOD = {
    "unit": "Stabsstelle Klima",
    "email": "klima@lindenau.example",
    "accent": "#0B5563",
    "embedding_sites": "https://www.lindenau.example/start\nwww.lindenau.example",
    "land": "09",
    "body": "Stadt Lindenau",
    "address": "Markt 1\r\n09999 Lindenau",
    "conformance": "partial",
    "method": "self",
    "stated_on": "2026-04-01",
    "imprint_url": "https://www.lindenau.example/impressum",
    "text_privacy.de": "# Datenschutz\r\n\r\nText",
}


def face_of(site: Site) -> PublicFace:
    return public_face(Seeded(site.database).visit(viewer_as(Role.MANAGER, CITY)), CITY)


def face_mark_of(page: str) -> str:
    """The mark of what was set, as the form carries it."""
    mark = re.findall(r'"name": "based_on", "value": "(\w+)"|"value": "(\w+)"[^}]*"name": "based_on"', page)
    return next(each for pair in mark for each in pair if each)


def send(site: Site, fields: dict[str, Any], viewer: str = "manager") -> TestResponse:
    """The answer to the form, sent with the session's own token."""
    return site.client(viewer).post(
        PAGE, data={"csrf_token": site.token(viewer)} | fields, content_type="multipart/form-data"
    )


def typed(**changes: Any) -> dict[str, Any]:
    return GOOD | changes


def test_everything_is_stored_at_once(site: Site) -> None:
    picture = (BytesIO(svg()), "wappen.svg")
    answer = send(site, typed(logo=picture, logo_text="Wappen"))
    assert (answer.status_code, answer.location) == (303, f"{PAGE}?gespeichert=1")
    face = face_of(site)
    assert (face.email, face.accent, face.land) == ("klima@lindenau.example", "#0b5563", "09")
    assert face.embedding_sites == ("https://www.lindenau.example",)
    assert face.facts["address"] == "Markt 1\n09999 Lindenau"
    assert face.texts == {"privacy.de": "# Datenschutz\n\nText"}
    assert face.logo is not None
    assert (face.logo.media_type, face.logo_text) == ("image/svg+xml", "Wappen")
    visit = Seeded(site.database).visit(viewer_as(Role.MANAGER, CITY))
    assert municipality(visit, CITY).contact_unit == "Stabsstelle Klima"
    assert municipality(visit, CITY).imprint_url == "https://www.lindenau.example/impressum"
    answer = site.routed(PAGE, "manager", "?gespeichert=1")
    assert "Die \\u00f6ffentlichen Seiten zeigen es schon." in answer.get_data(as_text=True)


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("email", "klima at ort", "Das ist keine E-Mail-Adresse."),
        ("accent", "petrol", "Das ist keine Farbe."),
        ("accent", "#ffcc00", "Kontrast 1,3 : 1; für Text sind 4,5 : 1 nötig"),
        ("accent", "#ffcc00", "Die nächste Farbe, die genügt, ist #886d00."),
        ("accent_dark", "#0b5563", "auf dunklem Grund zu schwach"),
        (
            "embedding_sites",
            "http://ort.example\n*",
            "Das ist keine Website, die einbetten kann: http://ort.example, *.",
        ),
        ("embedding_sites", "https://[", "Das ist keine Website, die einbetten kann: https://[."),
        (
            "embedding_sites",
            f"https://{'.'.join(['ortsteil' * 6] * 5)}.example",
            "Das ist keine Website, die einbetten kann",
        ),
        ("imprint_url", "javascript:alert(1)", "Das ist keine Adresse einer Webseite."),
        ("stated_on", "gestern", "Dieser Wert ist hier nicht zulässig."),
        ("body", "x" * 5001, "höchstens 5000 Zeichen"),
    ],
)
def test_a_fault_stands_at_its_field_and_nothing_is_stored(
    site: Site, name: str, text: str, sentence: str
) -> None:
    answer = send(site, typed(**{name: text}))
    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert sentence in page.partition(f'id="{name}-error"')[2].partition("</p>")[0]
    assert "Stabsstelle Klima" in page
    assert face_of(site) == PublicFace()


def test_the_nearest_colour_that_suffices_is_there_to_look_at(site: Site) -> None:
    page = send(site, typed(accent="#ffcc00")).get_data(as_text=True)
    shown = page.partition("Zum Ansehen, die nächste Farbe, die genügt:")[2].partition("</ul>")[0]
    assert "background:#886d00" in shown
    assert "Zum Ansehen" not in send(site, typed(accent="petrol")).get_data(as_text=True)


def test_a_website_with_an_umlaut_may_embed_under_the_name_that_browsers_send(site: Site) -> None:
    send(site, typed(embedding_sites="https://www.weißenthal-süd.example/start"))
    assert face_of(site).embedding_sites == ("https://www.xn--weienthal-sd-n9a82b.example",)
    policy = site.get(f"/einbetten/{CITY}/zielpfad").headers["Content-Security-Policy"]
    assert "frame-ancestors https://www.xn--weienthal-sd-n9a82b.example;" in policy


def test_all_faults_are_told_together(site: Site) -> None:
    answer = send(site, typed(email="x", accent="#ffcc00", privacy_url="nirgends"))
    page = answer.get_data(as_text=True)
    assert all(f'href="#{name}"' in page for name in ("email", "accent", "privacy_url"))


def test_a_picture_that_could_do_harm_is_refused(site: Site) -> None:
    picture = (BytesIO(svg("<script>alert(1)</script>")), "wappen.svg")
    answer = send(site, typed(logo=picture))
    assert answer.status_code == 422
    assert "Die SVG-Datei enthält Skripte" in answer.get_data(as_text=True)
    assert face_of(site) == PublicFace()


def test_a_logo_stays_until_it_is_removed_or_replaced(site: Site) -> None:
    visit = Seeded(site.database).visit(viewer_as(Role.MANAGER, CITY))
    send(site, typed(logo=(BytesIO(svg()), "a.svg")))
    send(site, typed(email="neu@lindenau.example"))
    assert logo(visit, CITY).media_type == "image/svg+xml"
    send(site, typed(logo=(BytesIO(png()), "a.png")))
    assert logo(visit, CITY).content == png()
    send(site, typed(remove_logo="yes"))
    assert face_of(site).logo is None


def test_the_office_shows_the_logo_to_those_who_set_it(site: Site) -> None:
    send(site, typed(logo=(BytesIO(svg()), "a.svg")))
    answer = site.get(f"{PAGE}/logo", "manager")
    assert (answer.status_code, answer.mimetype) == (200, "image/svg+xml")
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert site.get(f"{PAGE}/logo", "council").status_code == 403


def test_a_change_made_meanwhile_is_told_before_it_is_overwritten(site: Site) -> None:
    page = site.seen(PAGE, "manager")[1]
    begun = face_mark_of(page)
    send(site, typed(email="zuerst@lindenau.example", based_on=begun))
    refused = send(site, typed(email="danach@lindenau.example", based_on=begun))
    text = refused.get_data(as_text=True)
    assert refused.status_code == 422
    assert "inzwischen von jemand anderem geändert" in text
    assert 'value="danach@lindenau.example"' in text
    assert face_of(site).email == "zuerst@lindenau.example"
    now = re.findall(r'name="based_on" type="hidden" value="(\w+)"', text)[0]
    assert send(site, typed(email="danach@lindenau.example", based_on=now)).status_code == 303
    assert face_of(site).email == "danach@lindenau.example"


TO_CHECK = "Bitte prüfen, bevor Sie sich darauf verlassen"


def test_what_was_read_on_no_official_page_is_to_be_checked_in_the_office_alone(site: Site) -> None:
    doubted = []
    for key, land in laender().items():
        send(site, typed(land=key))
        office = site.seen(PAGE, "manager")[1]
        if TO_CHECK in office:
            doubted.append(key)
        box = office.partition(TO_CHECK)[2].partition("Angaben berichtigen")[0]
        assert all(land.said(part) in box for part in land.unconfirmed), key
        public = site.get(f"/kommune/{CITY}/barrierefreiheit").get_data(as_text=True)
        assert TO_CHECK not in public
        assert "amtlichen Seite" not in public
    assert doubted == [key for key, land in laender().items() if land.unconfirmed]
    assert doubted


def test_who_has_checked_the_land_is_asked_again_only_after_a_correction(site: Site) -> None:
    land = laender()["09"]
    send(site, typed(land_checked=land.mark))
    assert TO_CHECK not in site.seen(PAGE, "manager")[1]
    send(site, typed(land_checked=laender()["08"].mark))
    assert TO_CHECK in site.seen(PAGE, "manager")[1]


def test_what_is_known_of_the_land_can_be_corrected(site: Site) -> None:
    own = {
        "law": "Neues Gesetz, § 1",
        "enforcement_body": "Neue Stelle\r\nneu@land.example",
        "authority": "Neue Aufsicht\r\nhttps://aufsicht.example/",
    }
    send(site, typed(**own))
    assert TO_CHECK not in site.seen(PAGE, "manager")[1]
    pages = [
        site.get(f"/kommune/{CITY}/{tail}").get_data(as_text=True)
        for tail in ("barrierefreiheit", "datenschutz")
    ]
    assert "Rechtsgrundlage: Neues Gesetz, § 1." in pages[0]
    assert 'Neue Stelle<br><a href="mailto:neu@land.example">' in pages[0]
    assert laender()["09"].body not in pages[0]
    assert laender()["09"].authority not in pages[1]


def test_what_was_changed_is_listed_and_can_be_taken_back(site: Site) -> None:
    assert "Noch hat niemand etwas geändert." in site.seen(PAGE, "manager")[1]
    send(site, GOOD)
    send(site, typed(email="neu@lindenau.example", **{"text_imprint.de": "Eigener Text"}))
    changes = site.seen(PAGE, "manager")[1].partition("Wer wann was")[2].partition("Wiederherstellen, was")[0]
    assert ", manager" in changes
    assert "E-Mail-Adresse, Impressum: Eigener Text auf Deutsch" in changes
    assert changes.index("klima@lindenau.example") < changes.index("neu@lindenau.example")
    begun = face_mark_of(site.seen(PAGE, "manager")[1])
    answer = send(site, {"act": "restore", "number": "2", "based_on": begun})
    assert answer.location == f"{PAGE}?wiederhergestellt=1"
    assert (face_of(site).email, face_of(site).texts.keys()) == ("klima@lindenau.example", {"privacy.de"})
    again = send(site, {"act": "restore", "number": "3", "based_on": begun})
    assert again.status_code == 422
    assert "inzwischen von jemand anderem geändert" in again.get_data(as_text=True)
    assert 'value="klima@lindenau.example"' in again.get_data(as_text=True)


@pytest.mark.parametrize("viewer", ["council", "partner", "operator", "foreign"])
def test_others_set_nothing(site: Site, viewer: str) -> None:
    assert send(site, GOOD, viewer).status_code == 403
    assert face_of(site) == PublicFace()
