"""A recalculated balance year stands beside the one it replaced: old, new, and by how much they differ."""

from __future__ import annotations

from tests.browsing import Site
from tests.forms.sending import page, send
from tests.forms.test_taking_over import CHANGES, uploaded
from tests.seed import CITY
from tests.services.stage import Rows, with_cell

BALANCE: Rows = [["Jahr", "Sektor", "THG-Emissionen [t CO2e]"], [2024, "VER", 80_000], [2024, "HH", 60_000]]
BALANCE_PAGE = f"/intern/{CITY}/bilanz"


def _take(site: Site, rows: Rows, **answers: str) -> None:
    data = {"act": "take_over"} | {f"answer:{name}:balance": value for name, value in answers.items()}
    query = "?" + "&".join(f"answer:{name}:balance={value}" for name, value in answers.items())
    assert send(site, uploaded(site, {"Bilanz": rows}) + CHANGES + query, data=data).status_code == 303


def test_old_and_new_edition_are_compared(site: Site) -> None:
    _take(site, BALANCE)
    assert "Ausgaben im Vergleich" not in page(site, BALANCE_PAGE)
    _take(site, with_cell(BALANCE, 1, 2, 75_000), edition="new_edition")
    shown = page(site, BALANCE_PAGE).replace("\u00a0", " ")
    assert "Ausgaben im Vergleich" in shown
    for number in ("80.000", "75.000", "-5.000", "140.000", "135.000"):
        assert number in shown.replace("\u2212", "-")
