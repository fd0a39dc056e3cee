"""Beneath every figure: which unit determined it, when and by which method, and what of it nobody stated."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from monitoring.domain.access import Role, viewer_as
from monitoring.domain.balance import Area, Basis, Carrier, EmissionEntry, Sector
from monitoring.domain.determination import Determination
from monitoring.domain.record import Key
from monitoring.domain.totals import YearTotal, year_totals
from monitoring.services import editing
from monitoring.services.publishing import publish
from monitoring.texts.determination import balance_line, earlier_years_line
from monitoring.texts.words import words
from tests.browsing import Site
from tests.pages.test_reading_pages import BASE, text_of
from tests.seed import CITY, Seeded

DE, EN = words("de"), words("en")
BUREAU = "Büro für Energiezahlen"
FIGURES = ("", "/bilanz", "/ziele", "/entwicklung", "/zahlen")
EFFECT, SOLAR = ("KL-1", "emissions", 2025), "Photovoltaik je Einwohner"


def said(site: Site, path: str) -> str:
    return text_of(site, path).replace("\u00a0", " ")


def published(site: Site, kind: str, key: Key, **values: Any) -> None:
    visit = Seeded(site.database).visit(viewer_as(Role.MANAGER, CITY))
    editing.edit(visit, CITY, kind, key, values)
    publish(visit, CITY)


@pytest.mark.parametrize("tail", FIGURES)
def test_figures_of_a_balance_name_unit_and_method_or_say_what_is_not_stated(site: Site, tail: str) -> None:
    before = said(site, f"{BASE}{tail}")
    assert "Quelle: Energieagentur, BISKO · Methode: BISKO · Nicht angegeben: Stelle" in before
    key = ("territory", 2023, "SUM", "all", "bisko", 1)
    published(site, "balance", key, determined_by=BUREAU, factor_set="Faktoren 2023")
    after = said(site, f"{BASE}{tail}")
    assert f"Ermittelt von: {BUREAU} · Methode: BISKO; Faktoren 2023" in after
    assert "Nicht angegeben: Stelle" not in after.partition("Methode: BISKO; Faktoren 2023")[0]
    assert f"Determined by: {BUREAU}" in said(site, f"/en{BASE}{tail}")


def test_what_is_embedded_says_so_too(site: Site) -> None:
    embedded = said(site, f"/einbetten/{CITY}/zielpfad")
    assert "Nicht angegeben: Stelle" in embedded
    assert "Ziel: Beschluss vom 21.06.2022, 2022/118" in embedded


def test_a_path_says_who_decided_it_and_what_was_calculated(site: Site) -> None:
    text = said(site, f"{BASE}/ziele")
    path = "Wert von 2016: aus der Bilanz · Verlauf zwischen den Zieljahren: linear, von Zielpfad gerechnet"
    assert f"Ziel: Beschluss vom 21.06.2022, 2022/118 · {path}" in text
    assert f"Ziel: Zum Beschluss liegt keine Angabe vor · {path}" in text


def test_an_effect_says_how_by_whom_and_when(site: Site) -> None:
    unknown = "Bei 1 Wirkung ist nicht vollständig angegeben, wer sie wann und wie ermittelt hat."
    page = f"{BASE}/massnahmen/KL-1"
    assert unknown in said(site, page)
    assert "Ermittlung: gemessen. Nicht angegeben: Stelle und Datum." in said(site, f"{BASE}/erfolge")
    how = {"method": "Zählerstände", "determined_by": BUREAU, "determined_on": date(2026, 1, 15)}
    published(site, "effects", EFFECT, **how)
    told = f"gemessen (Zählerstände); {BUREAU}, 15.01.2026"
    assert told in said(site, page)
    assert unknown not in said(site, page)
    assert f"Ermittlung: {told}." in said(site, f"{BASE}/erfolge")


def test_savings_of_a_measure_say_it_in_their_own_fields(site: Site) -> None:
    values = {"savings_determined_by": BUREAU, "savings_method": "Potenzialrechnung"}
    published(site, "measures", ("KL-1",), **values)
    told = f"Ermittlung: Potenzialrechnung; {BUREAU}. Nicht angegeben: Datum."
    assert told in said(site, f"{BASE}/massnahmen/KL-1")


def test_an_indicator_says_what_its_newest_value_says_else_what_it_says_of_all(site: Site) -> None:
    page = f"{BASE}/indikatoren"
    published(site, "indicators", (SOLAR,), determined_by=BUREAU, method="Zählung")
    assert f"Ermittelt von: {BUREAU} · Methode: Zählung" in said(site, page)
    published(site, "indicator_values", (SOLAR, 2024), determined_by="Stadtwerke")
    text = said(site, page)
    assert "Ermittelt von: Stadtwerke · Methode: Zählung" in text
    assert f"Frühere Jahre anders ermittelt: 2019 bis 2023: {BUREAU} (Zählung)" in text


def _total(**values: Any) -> YearTotal:
    row = EmissionEntry(year=2022, sector=Sector.SUM, emissions_t=9.0, **values)
    return year_totals([row], area=row.area)[0]


def test_a_balance_of_which_nothing_is_stated_says_all_of_it_once() -> None:
    unknown = "Quelle, Stelle, Methode und Jahr der Veröffentlichung"
    assert balance_line(_total(), None, "", DE) == f"Bilanzjahr 2022 · Nicht angegeben: {unknown}"
    assert balance_line(_total(), None, "", EN).count("Not stated") == 1


def test_a_convention_counts_as_method_where_somebody_named_it() -> None:
    told = balance_line(_total(area=Area.ADMINISTRATION), Basis.BISKO, "", DE)
    assert "Bilanz nach: BISKO, Kommunalverwaltung" in told
    assert "Methode" not in told


def test_a_recalculated_year_says_its_edition() -> None:
    assert "Ausgabe 3 (neu berechnet)" in balance_line(_total(edition=3), None, "", DE)


def test_many_methods_of_one_year_are_not_all_listed() -> None:
    rows = [
        EmissionEntry(year=2022, sector=Sector.HH, carrier=carrier, energy_mwh=1.0, method=f"Weg {number}")
        for number, carrier in enumerate((*Carrier,)[:5])
    ]
    (total,) = year_totals(rows, lambda each: each.energy_mwh)
    assert "Methode: Weg 0; Weg 1; Weg 2 und weitere" in balance_line(total, None, "", DE)


@pytest.mark.parametrize(
    ("by", "line"),
    [
        ("aaa", ""),
        ("abb", "Frühere Jahre anders ermittelt: 2010: a"),
        ("aab", "Frühere Jahre anders ermittelt: 2010 bis 2011: a"),
        ("a-b", "Frühere Jahre anders ermittelt: 2010: a; 2011: nicht angegeben"),
        ("abcdef", "Frühere Jahre wurden anders ermittelt; wie, steht bei den Werten jedes Jahres."),
    ],
)
def test_earlier_years_are_told_where_they_were_determined_otherwise(by: str, line: str) -> None:
    known = {
        2010 + at: Determination() if unit == "-" else Determination(by=(unit,)) for at, unit in enumerate(by)
    }
    assert earlier_years_line(known, DE) == line
