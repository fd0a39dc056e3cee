"""The data page: uploading, the workbooks, and every file that ever came."""

from __future__ import annotations

from tests.browsing import Site
from tests.forms.sending import page, send_files, workbook
from tests.seed import CITY
from tests.services.stage import BALANCE

PATH = f"/intern/{CITY}/daten"


def test_offers_upload_templates_and_export(site: Site) -> None:
    shown = page(site, PATH)
    for part in (
        ".xlsx,.ods,.csv,.xlsm,.xls",
        "/vorlagen/monitoring-mappe.xlsx",
        "/daten/stand.xlsx",
        "20 MB",
    ):
        assert part in shown


def test_lists_uploads_with_their_state(site: Site) -> None:
    assert "noch keine Datei" in page(site, PATH)
    send_files(site, {"bilanz.xlsx": workbook({"Bilanz": BALANCE}), "kaputt.xlsx": b"PK\x03\x04"})
    shown = page(site, PATH)
    assert "geprüft, nicht übernommen" in shown
    assert "abgelehnt" in shown
    assert "/daten/original/1" in shown
    assert "/daten/original/2" not in shown
