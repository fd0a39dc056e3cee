"""What holds as long as nobody says otherwise is said before taking over, and on the pages after."""

from __future__ import annotations

from tests.browsing import Site
from tests.forms.sending import page, send
from tests.forms.test_taking_over import CHANGES, QUESTIONS, uploaded
from tests.seed import CITY
from tests.services.stage import Rows

KEY = "answer:total:territory"
BALANCE: Rows = [
    ["Jahr", "Sektor", "THG-Emissionen [t CO2e]"],
    *([2024, sector, 45_000] for sector in ("HH", "GHD", "IND", "VER")),
    [2024, "Summe", 250_000],
]


def _counts(site: Site) -> str:
    """What the page of the balance says about which sum of the year counts."""
    said = "2024: berichtete Summe 250.000 t, Summe der Sektoren 180.000 t; für das Ziel zählt "
    return page(site, f"/intern/{CITY}/bilanz").replace("\u00a0", " ").split(said)[1]


def test_a_total_that_counts_unasked_is_told_before_and_after(site: Site) -> None:
    tail = uploaded(site, {"Bilanz": BALANCE})
    before = page(site, f"/intern/{CITY}{tail}{CHANGES}")
    assert "Ohne Ihre Antwort gilt:" in before
    assert "Die berichtete Summe" in before.split("Ohne Ihre Antwort gilt:")[1]
    assert "Ohne Ihre Antwort gilt: Die berichtete Summe." in page(site, f"/intern/{CITY}{tail}{QUESTIONS}")
    send(site, tail + CHANGES, data={"act": "take_over"})
    assert _counts(site).startswith("die berichtete Summe, solange nichts anderes entschieden ist")


def test_a_total_that_was_chosen_counts_without_reserve(site: Site) -> None:
    tail = uploaded(site, {"Bilanz": BALANCE})
    send(site, tail + QUESTIONS, data={"act": "go_on", KEY: "reported"})
    assert "Ohne Ihre Antwort gilt:" not in page(site, f"/intern/{CITY}{tail}{CHANGES}")
    send(site, tail + CHANGES, data={"act": "take_over"})
    assert not _counts(site).startswith("die berichtete Summe, solange")
