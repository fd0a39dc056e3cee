"""The publish page: where everybody stands, what would change, and what can be chosen."""

from __future__ import annotations

from tests.browsing import Site
from tests.forms.sending import page, send
from tests.seed import CITY, DRAFT, MARKER

PATH = f"/intern/{CITY}/veroeffentlichen"


def test_says_what_the_public_and_the_council_see(site: Site) -> None:
    shown = page(site, PATH)
    assert "Öffentlich zu sehen ist Fassung 1" in shown
    assert "Der Rat sieht Bearbeitungsstand 2" in shown
    assert "Bearbeitungsstand 3 mit dem Rat teilen" in shown


def test_items_are_chosen_by_measure(site: Site) -> None:
    shown = page(site, PATH)
    assert "measures|KL-9" in shown
    assert "measures|MO-1" in shown
    assert "MO-1 Radachse Bahnhof" in shown


def test_internal_text_is_no_part_of_the_preview(site: Site) -> None:
    assert MARKER not in page(site, PATH)


def test_says_what_a_form_has_done(site: Site) -> None:
    answer = send(site, "/veroeffentlichen", data={"act": "publish", "scope": "everything"})
    search = "?" + answer.location.partition("?")[2]
    shown = site.routed(PATH, "manager", search).get_json()
    assert "Veröffentlicht als Fassung 2" in str(shown)
    assert "Der veröffentlichte Stand ist aktuell" in page(site, PATH)


def test_before_the_first_publication(site: Site) -> None:
    shown = page(site, f"/intern/{DRAFT}/veroeffentlichen", "foreign")
    assert "Veröffentlicht ist noch nichts" in shown
    assert "Mit dem Rat geteilt ist noch nichts" in shown
