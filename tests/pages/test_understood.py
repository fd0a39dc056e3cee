"""What was understood: what its controls offer, and what they are called."""

from __future__ import annotations

from tests.browsing import Site
from tests.forms.sending import page, send_files, workbook
from tests.services.stage import Rows

BY_CARRIER: Rows = [
    ["Sektor", "Energieträger", 2021, 2022],
    ["Haushalte", "Strom [MWh]", 8, 7],
    ["Verkehr", "Strom [MWh]", 3, 4],
]


def understood(site: Site, rows: Rows) -> str:
    path = send_files(site, {"mappe.xlsx": workbook({"Tabelle": rows})}).location.partition("?")[0]
    return page(site, path + "/verstanden")


def test_headings_can_only_stand_where_there_are_rows(site: Site) -> None:
    shown = understood(site, BY_CARRIER)
    assert [f"Zeile {row}" in shown for row in (1, 3, 4)] == [True, True, False]


def test_a_row_is_called_by_all_its_labels(site: Site) -> None:
    shown = understood(site, BY_CARRIER)
    assert "Bedeutung der Zeile 2: Haushalte / Strom" in shown
    assert "Bedeutung der Spalte C: 2021" in shown
