"""The legal pages: drafts from what is known, gaps nobody overlooks, texts of one's own, every Land."""

from __future__ import annotations

import re
import tomllib

import pytest

from monitoring.domain.access import Role, viewer_as
from monitoring.domain.public_face import PublicFace
from monitoring.login import SITE_STATEMENTS
from monitoring.services.laender import laender
from monitoring.services.overview import municipality
from monitoring.services.public_face import change_public_face
from monitoring.services.publishing import publish
from tests.browsing import Site
from tests.conftest import REPOSITORY
from tests.seed import CITY, DRAFT, Seeded

FACTS = {
    "body": "Stadt Lindenau",
    "address": "Markt 1\n09999 Lindenau",
    "represented_by": "die Oberbürgermeisterin",
    "data_protection_officer": "Rathaus, Zimmer 7\ndatenschutz@lindenau.example",
    "host": "Rechenzentrum der Region",
    "log_period": "7 Tage",
    "conformance": "partial",
    "barriers": "- Ältere Dateien zum Herunterladen\n- Karten",
    "method": "self",
    "stated_on": "2026-04-01",
}
COMPLETE = PublicFace(email="klima@lindenau.example", land="09", facts=FACTS)
CLAIMS = {
    "WCAG 2.2": "browser/test_every_page.py",
    "400 %": "browser/test_enlarged.py",
    "Vorleseprogramme": "browser/test_outline.py",
    "Tabulatortaste": "browser/test_focus.py",
    "3 : 1": "components/test_tokens.py",
    "zuerst die Aussage": "browser/test_outline.py",
    "weniger Bewegung": "browser/test_every_page.py",
    "ohne JavaScript": "browser/test_without_script.py",
}
"""What the statement says is tested, by words of each entry, and where it is."""
TAILS = ("impressum", "datenschutz", "barrierefreiheit")


def page(site: Site, tail: str, prefix: str = "") -> str:
    answer = site.get(f"{prefix}/kommune/{CITY}/{tail}")
    assert answer.status_code == 200
    return answer.get_data(as_text=True)


def main_of(html: str) -> str:
    return html.partition("<main")[2].partition("</main>")[0]


def set_face(site: Site, face: PublicFace) -> None:
    visit = Seeded(site.database).visit(viewer_as(Role.MANAGER, CITY))
    change_public_face(visit, CITY, face, municipality(visit, CITY))


@pytest.mark.parametrize("tail", TAILS)
def test_a_draft_says_at_each_gap_and_above_what_is_missing(site: Site, tail: str) -> None:
    german, english = main_of(page(site, tail)), main_of(page(site, tail, "/en"))
    assert "Diese Seite ist noch nicht vollständig." in german
    assert "This page is not complete yet." in english
    marked = set(re.findall(r'<mark class="to-fill">zu ergänzen: ([^<]+)</mark>', german))
    listed = german.partition("Es fehlen Angaben: ")[2].partition(". Die Stellen")[0]
    assert marked
    assert marked == set(re.split(r", | und ", listed))


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("tail", TAILS)
def test_a_complete_page_has_no_gap(site: Site, tail: str, prefix: str) -> None:
    set_face(site, COMPLETE)
    text = main_of(page(site, tail, prefix))
    assert "to-fill" not in text
    assert 'class="notice' not in text
    assert '<a href="mailto:klima@lindenau.example">' in text


def test_the_accessibility_statement_names_law_and_body_of_the_land(site: Site) -> None:
    for key, land in laender().items():
        set_face(site, COMPLETE.model_copy(update={"land": key}))
        text = main_of(page(site, "barrierefreiheit")).replace("\N{NO-BREAK SPACE}", " ")
        told = [each for each in (land.law, land.section, land.body, land.email, land.url) if each]
        assert [each for each in told if each not in text] == [], key
        assert land.authority in main_of(page(site, "datenschutz"))


def test_what_is_german_is_read_out_as_german_on_english_pages(site: Site) -> None:
    set_face(site, COMPLETE)
    english, german = (main_of(page(site, "barrierefreiheit", prefix)) for prefix in ("/en", ""))
    for text in ("Karten", laender()["09"].body):
        assert f'<span lang="de">{text}</span>' in english
        assert f'<span lang="de">{text}</span>' not in german
    assert '<span lang="de">datenschutz@' not in german
    assert 'href="mailto:datenschutz@lindenau.example"' in page(site, "datenschutz", "/en")


def test_the_statement_claims_no_test_that_there_is_not(site: Site) -> None:
    set_face(site, COMPLETE)
    told = {prefix: _claims(page(site, "barrierefreiheit", prefix)) for prefix in ("", "/en")}
    assert len(told[""]) == len(told["/en"]) == len(CLAIMS)
    for claim, (words, test) in zip(told[""], CLAIMS.items(), strict=True):
        assert words in claim
        assert (REPOSITORY / "tests" / test).is_file()


def _claims(html: str) -> list[str]:
    """The entries of the list of what is tested."""
    listed = main_of(html).rpartition("<ul>")[2].partition("</ul>")[0]
    return re.findall(r"<li>(.*?)</li>", listed)


def test_the_statement_says_what_was_not_tested(site: Site) -> None:
    set_face(site, COMPLETE)
    assert "Menschen mit Behinderungen haben die Software noch nicht erprobt" in page(
        site, "barrierefreiheit"
    )
    assert "no independent body has tested it" in page(site, "barrierefreiheit", "/en")


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_name_of_the_body_stands_apart(language: str) -> None:
    """„von Stadt Lindenau“ or „der Landkreis …“ would be wrong for half of all names."""
    file = REPOSITORY / "monitoring" / "texts" / f"{language}.toml"
    drafts = tomllib.loads(file.read_text(encoding="utf-8"))["statement"]
    texts = [text for part in drafts.values() if isinstance(part, dict) for text in part.values()]
    named = [text for text in texts if "{body}" in text]
    assert len(named) == 3
    assert [text for text in named if not re.search(r"(^|\n|: ){body}(\.|\n|$)", text)] == []


def test_barriers_stand_as_a_list_unless_there_are_none(site: Site) -> None:
    set_face(site, COMPLETE)
    assert "<li>Karten</li>" in page(site, "barrierefreiheit")
    free = {**FACTS, "conformance": "full"}
    free.pop("barriers")
    set_face(site, COMPLETE.model_copy(update={"facts": free}))
    text = main_of(page(site, "barrierefreiheit"))
    assert "vollständig mit den Anforderungen vereinbar" in text
    assert "to-fill" not in text


def test_barriers_stand_in_english_where_they_were_written_in_english(site: Site) -> None:
    only = "These details are available in German only:"
    set_face(site, COMPLETE)
    assert only in page(site, "barrierefreiheit", "/en")
    assert "nur auf Deutsch" not in page(site, "barrierefreiheit")
    set_face(site, COMPLETE.model_copy(update={"facts": {**FACTS, "barriers_en": "- Older files\n- Maps"}}))
    english, german = page(site, "barrierefreiheit", "/en"), page(site, "barrierefreiheit")
    assert "<li>Maps</li>" in english
    assert only not in english
    assert "Karten" not in english
    assert "Maps" not in german


def test_a_text_of_ones_own_takes_the_place_of_the_draft(site: Site) -> None:
    own = "# Anbieter\n\nStadt <b>Lindenau</b>\n\nTelefon: [zu ergänzen: Durchwahl]"
    set_face(site, PublicFace(texts={"imprint.de": own}))
    text = main_of(page(site, "impressum"))
    assert "<h2>Anbieter</h2><p>Stadt &lt;b&gt;Lindenau&lt;/b&gt;</p>" in text
    assert '<mark class="to-fill">[zu ergänzen: Durchwahl]</mark>' in text
    assert "Diese Seite ist noch nicht vollständig." in text
    assert "Information under section 5" in page(site, "impressum", "/en")


def test_every_land_is_known_with_all_that_is_asked_for() -> None:
    assert sorted(laender()) == [f"{number:02}" for number in range(1, 17)]
    assert len({land.body for land in laender().values()}) == 16
    for land in laender().values():
        assert land.sources
        assert all(each.startswith("https://") for each in (land.url, land.authority_url, *land.sources))


def test_pages_of_no_municipality_lead_to_those_of_the_operator(site: Site) -> None:
    pages = ("/", "/en/", "/glossar", "/anmelden", "/gibt-es-nicht")
    where = "https://rechenzentrum.example/impressum"
    assert not any(where in site.get(path).get_data(as_text=True) for path in pages)
    kept = site.app.server.config[SITE_STATEMENTS]
    site.app.server.config[SITE_STATEMENTS] = {"imprint": where}
    publish(Seeded(site.database).visit(viewer_as(Role.MANAGER, CITY)), CITY, accept_persons=True)
    assert [path for path in pages if f'href="{where}"' not in site.get(path).get_data(as_text=True)] == []
    site.app.server.config[SITE_STATEMENTS] = kept


def test_what_is_not_published_has_no_legal_pages(site: Site) -> None:
    for tail in TAILS:
        assert site.get(f"/kommune/{DRAFT}/{tail}").status_code == 404
        assert site.get(f"/kommune/{CITY}/{tail}?fassung=99").status_code == 404
        assert site.get(f"/kommune/{CITY}/{tail}?fassung=1").status_code == 200
