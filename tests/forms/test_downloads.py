"""Downloads: the original as it came, the state as a workbook, the empty workbooks; each for whom it is."""

from __future__ import annotations

from io import BytesIO

import openpyxl
import pytest

from tests.browsing import PUBLIC, Site
from tests.forms.sending import send_files, workbook
from tests.seed import CITY, DRAFT, ROLES
from tests.services.stage import BALANCE, with_cell

OTHERS = [PUBLIC, *[name for name in ROLES if name != "manager"]]


def test_the_original_comes_back_byte_by_byte(site: Site) -> None:
    content = workbook({"Bilanz": BALANCE})
    send_files(site, {"bilanz.xlsx": content})
    answer = site.get(f"/intern/{CITY}/daten/original/1", "manager")
    assert answer.data == content
    assert answer.headers["Content-Disposition"] == "attachment; filename=bilanz.xlsx"
    assert (answer.mimetype, answer.headers["Cache-Control"]) == ("application/octet-stream", "no-store")


@pytest.mark.parametrize("viewer", OTHERS)
@pytest.mark.parametrize("path", ["/daten/original/1", "/daten/stand.xlsx"])
def test_only_the_manager_downloads_from_the_office(site: Site, viewer: str, path: str) -> None:
    send_files(site, {"bilanz.xlsx": workbook({"Bilanz": BALANCE})})
    assert site.get(f"/intern/{CITY}{path}", viewer).status_code in (302, 401, 403)
    assert site.get(f"/intern/{DRAFT}{path}", "manager").status_code == 403


def test_an_original_of_another_municipality_is_not_found(site: Site) -> None:
    send_files(site, {"bilanz.xlsx": workbook({"Bilanz": BALANCE})})
    assert site.get(f"/intern/{DRAFT}/daten/original/1", "foreign").status_code == 404


def test_a_checked_file_comes_back_marked(site: Site) -> None:
    content = workbook({"Bilanz": with_cell(BALANCE, 1, 3, "vierhundert")})
    checked = send_files(site, {"bilanz.xlsx": content}).location.partition("?")[0]
    answer = site.get(f"{checked}/markiert/1", "manager")
    assert answer.status_code == 200
    assert "gepr%C3%BCft" in answer.headers["Content-Disposition"]
    assert answer.headers["Cache-Control"] == "no-store"
    comment = openpyxl.load_workbook(BytesIO(answer.data))["Bilanz"]["D2"].comment
    assert "Fehler: " in comment.text
    english = site.get(f"/en{checked}/markiert/1", "manager")
    assert "Check result" in openpyxl.load_workbook(BytesIO(english.data)).sheetnames
    assert site.get(f"{checked}/markiert/2", "manager").status_code == 404
    for viewer in OTHERS:
        assert site.get(f"{checked}/markiert/1", viewer).status_code in (302, 401, 403)


def test_the_state_is_a_workbook(site: Site) -> None:
    answer = site.get(f"/intern/{CITY}/daten/stand.xlsx", "manager")
    assert answer.data[:2] == b"PK"
    assert f"{CITY}-" in answer.headers["Content-Disposition"]


@pytest.mark.parametrize("name", ["monitoring-mappe.xlsx", "monitoring-mappe-vollstaendig.xlsx"])
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_templates_are_for_everybody(site: Site, name: str, prefix: str) -> None:
    assert site.get(f"{prefix}/vorlagen/{name}").data[:2] == b"PK"


def test_an_unknown_template_is_not_found(site: Site) -> None:
    assert site.get("/vorlagen/geheim.xlsx").status_code == 404
