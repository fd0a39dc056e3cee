"""The history and one revision: who, when, what, why, and the way back."""

from __future__ import annotations

from tests.browsing import Site
from tests.forms.sending import page, send
from tests.seed import CITY

PATH = f"/intern/{CITY}/verlauf"


def test_lists_revisions_and_publications(site: Site) -> None:
    shown = page(site, PATH)
    assert "Bearbeitungsstand 3" in shown
    assert "1 Änderung" in shown
    assert "mit dem Rat geteilt" in shown
    assert "Fassung 1" in shown
    assert "2026/041" in shown
    assert f"/kommune/{CITY}?fassung=1" in shown


def test_a_revision_shows_its_changes_and_asks_before_undoing(site: Site) -> None:
    shown = page(site, f"{PATH}/3")
    assert "Heizungstausch" in shown
    assert "Bearbeitungsstand 3 rückgängig machen?" in shown


def test_a_withdrawn_publication_says_why(site: Site) -> None:
    data = {"act": "withdraw", "publication": "1", "reason": "Zahlendreher in der Bilanz"}
    send(site, "/veroeffentlichen", data=data)
    assert "Zahlendreher in der Bilanz" in page(site, PATH)


def test_a_revision_that_is_none_is_not_found(site: Site) -> None:
    for number in ("99", "0", "eins"):
        status, text = site.seen(f"{PATH}/{number}", "manager")
        assert status == 404 or "Das gibt es nicht" in text
