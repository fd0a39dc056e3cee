"""Discarding in the browser: the button on the check page, and what the list says afterwards."""

from __future__ import annotations

from urllib.parse import urlsplit

from tests.browsing import Site
from tests.forms.sending import page, send, send_files, workbook
from tests.seed import CITY
from tests.services.stage import BALANCE


def test_a_checked_batch_is_discarded(site: Site) -> None:
    path = urlsplit(send_files(site, {"verworfene.xlsx": workbook({"Bilanz": BALANCE})}).location).path
    assert '"value": "discard"' in page(site, path)
    answer = send(site, path.removeprefix(f"/intern/{CITY}") + "/aenderungen", data={"act": "discard"})
    assert answer.location.endswith("/daten?verworfen=1")
    shown = page(site, f"/intern/{CITY}/daten")
    assert "verworfen" in shown
    assert "Name nicht gespeichert" in shown
    assert "kB" in shown
    assert "verworfene.xlsx" not in shown
    assert '"value": "discard"' not in page(site, path)
