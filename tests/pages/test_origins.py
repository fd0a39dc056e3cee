"""Where values come from: managers reach cell, file, person and day; in public it ends at sheet and cell."""

from __future__ import annotations

import re

import pytest

from monitoring.domain.access import Role, viewer_as
from monitoring.domain.balance import EmissionEntry, Sector
from monitoring.domain.checks.acceptance import DoubtedValue
from monitoring.services import editing
from monitoring.services.accepting import accept
from monitoring.services.overview import overview
from monitoring.services.visit import Visit
from tests.browsing import Site
from tests.forms.sending import page, send
from tests.forms.test_taking_over import CHANGES, uploaded
from tests.seed import CITY, NOW
from tests.services.stage import Rows

SHEETS: dict[str, Rows] = {
    "Bilanz": [["Jahr", "Sektor", "THG-Emissionen [t CO2e]"], [2023, "VER", 80_123]],
    "Ziele": [["Ziel", "Zielgröße", "Basisjahr", "Basiswert", "Zieljahr", "Zielwert"],
              ["Probeziel", "THG-Emissionen", 2018, 300_000, 2035, 120_000]],
    "Maßnahmen": [["Programm", "Nr.", "Titel", "Umsetzungsstand"],
                  ["Klimaschutzkonzept 2022", "NEU-1", "Trinkbrunnen am Markt", "in Umsetzung"]],
    "Indikatoren": [["Indikator", "Einheit"], ["Trinkbrunnen", "Anzahl"]],
    "Indikatorwerte": [["Indikator", "Jahr", "Wert"], ["Trinkbrunnen", 2023, 4]],
}  # fmt: skip
PAGES = {
    "/bilanz": "Bilanz!C2",
    "/ziele": "Ziele!F2",
    "/massnahmen/NEU-1": "Maßnahmen!C2",
    "/indikatoren": "Indikatorwerte!C2",
}


@pytest.fixture
def imported(site: Site) -> Site:
    """A town whose newest values come from one file."""
    tail = uploaded(site, SHEETS) + CHANGES
    assert send(site, tail, data={"act": "take_over"}).status_code == 303
    return site


@pytest.mark.parametrize("tail", PAGES)
def test_managers_reach_cell_and_file_person_and_day(imported: Site, tail: str) -> None:
    shown = page(imported, f"/intern/{CITY}{tail}")
    assert PAGES[tail] in shown
    assert re.search(rf"/intern/{CITY}/daten/original/\d+", shown)
    assert re.search(re.escape(PAGES[tail]) + r" · manager, \d\d\.\d\d\.\d{4}", shown)


def test_the_file_can_be_downloaded_from_there(imported: Site) -> None:
    href = re.search(rf"/intern/{CITY}/daten/original/\d+", page(imported, f"/intern/{CITY}/bilanz"))
    assert href
    answer = imported.client("manager").get(href.group())
    assert (answer.status_code, answer.data[:2]) == (200, b"PK")


@pytest.mark.parametrize("tail", PAGES)
def test_in_public_it_ends_at_sheet_and_cell(imported: Site, tail: str) -> None:
    send(imported, "/veroeffentlichen", data={"act": "publish", "scope": "everything"})
    shown = imported.get(f"/kommune/{CITY}{tail}").get_data(as_text=True)
    assert PAGES[tail] in shown
    assert "Datenstand" in shown or "Fassung" in shown
    for kept in ("mappe.xlsx", "daten/original", "manager,"):
        assert kept not in shown


def test_a_comment_stays_with_its_value_until_that_changes(site: Site) -> None:
    entry = EmissionEntry(year=2023, sector=Sector.VER, emissions_t=80_123.0)
    about = DoubtedValue.of("jump", entry, "emissions_t")
    manager = Visit(site.database, viewer_as(Role.MANAGER, CITY), NOW)
    accept(manager, CITY, about, "Neue Umgehungsstraße")
    for value, is_shown in ((80_123, True), (80_124, False)):
        rows: Rows = [SHEETS["Bilanz"][0], [2023, "VER", value]]
        send(site, uploaded(site, {"Bilanz": rows}) + CHANGES, data={"act": "take_over"})
        shown = page(site, f"/intern/{CITY}/bilanz")
        assert ("Geprüft: Neue Umgehungsstraße (manager" in shown) is is_shown
    send(site, "/veroeffentlichen", data={"act": "publish", "scope": "everything"})
    assert "Umgehungsstraße" not in site.get(f"/kommune/{CITY}/bilanz").get_data(as_text=True)


def test_managers_see_who_entered_a_value_and_when(site: Site) -> None:
    manager = Visit(site.database, viewer_as(Role.MANAGER, CITY), NOW)
    code = next(iter(overview(manager, CITY).measures)).measure.id
    editing.edit(manager, CITY, "measures", (code,), {"title": "Ein neuer Titel"})
    shown = page(site, f"/intern/{CITY}/massnahmen/{code}")
    assert re.search(r"im Browser eingegeben · manager, \d\d\.\d\d\.\d{4}", shown)
    send(site, "/veroeffentlichen", data={"act": "publish", "scope": "everything"})
    public = site.get(f"/kommune/{CITY}/massnahmen/{code}").get_data(as_text=True)
    assert "im Browser eingegeben" in public
    assert "im Browser eingegeben ·" not in public
