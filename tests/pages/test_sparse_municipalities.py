"""What the reading pages say where little is there: only targets, only a balance, nothing at all."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest

from monitoring.domain.access import Membership, Role, local_administrator, viewer_as
from monitoring.domain.balance import Area, EmissionEntry, Sector
from monitoring.domain.indicator import Indicator, IndicatorValue
from monitoring.domain.measure import Measure, MeasureStatus
from monitoring.domain.municipality import Municipality
from monitoring.domain.record import Record
from monitoring.domain.target import TargetNode, TargetQuantity
from monitoring.services.accounts import add_account
from monitoring.services.publishing import publish
from monitoring.storage import municipalities
from tests.browsing import Site
from tests.seed import CITY, PASSWORD, Seeded, write

NEW = "neuhausen"
TARGET = TargetNode(
    name="Strom / Wärme",
    quantity=TargetQuantity.EMISSIONS,
    base_year=2010,
    base_value=100.0,
    year=2040,
    value=0.0,
)
BALANCE = [EmissionEntry(year=year, sector=Sector.SUM, emissions_t=float(year)) for year in (2019, 2022)]


def published(site: Site, records: Sequence[Record]) -> str:
    """The served overview of a municipality with nothing but these records."""
    seeded = Seeded(site.database)
    with site.database.writing() as connection:
        municipalities.add(connection, Municipality(slug=NEW, name="Neuhausen"))
    write(seeded, NEW, records)
    publish(seeded.visit(viewer_as(Role.MANAGER, NEW)), NEW)
    return site.get(f"/kommune/{NEW}").get_data(as_text=True)


def test_a_target_without_a_balance_is_not_rated_and_gives_no_text_for_a_paper(site: Site) -> None:
    html = published(site, [TARGET])
    assert "nicht bewertbar" in html
    assert "Als Erstes wird eine Bilanz gebraucht." in html
    for absent in ("Text für die Beschlussvorlage", "Bundesstrommixes"):
        assert absent not in html


def test_a_balance_without_a_target_is_shown_without_a_path(site: Site) -> None:
    html = published(site, BALANCE)
    assert "Es ist kein Ziel hinterlegt" in html
    assert "Emissionen und Zielpfad" not in html
    assert f'href="/kommune/{NEW}/ziele"' not in html


@pytest.mark.parametrize("tail", ["/ziele", "/entwicklung"])
def test_nothing_is_needed_to_a_target_that_is_kept_already(site: Site, tail: str) -> None:
    kept = TARGET.model_copy(update={"base_year": 2018, "base_value": 9_000.0, "value": 5_000.0})
    published(site, [kept, *BALANCE])
    html = site.get(f"/kommune/{NEW}{tail}").get_data(as_text=True)
    assert "Laut Zielpfad" in html
    assert "Ab jetzt nötige" not in html


PER_HEAD = TARGET.model_copy(
    update={
        "quantity": TargetQuantity.EMISSIONS_PER_CAPITA,
        "base_year": 2019,
        "base_value": None,
        "value": 1.0,
    }
)
CHARGING = TARGET.model_copy(
    update={"quantity": TargetQuantity.INDICATOR, "indicator": "Ladepunkte", "base_year": None, "value": 9.0}
)


@pytest.mark.parametrize(
    ("records", "needed"),
    [
        ([TARGET], "Als Erstes wird eine Bilanz gebraucht."),
        ([PER_HEAD], "Als Erstes wird eine Bilanz gebraucht."),
        ([PER_HEAD, *BALANCE], "Als Erstes werden Einwohnerzahlen zu den Jahren mit Bilanz gebraucht."),
        (
            [CHARGING, Indicator(name="Ladepunkte", unit="Stück")],
            "Als Erstes wird ein Wert des Indikators gebraucht.",
        ),
    ],
    ids=["nothing", "nothing per head", "no inhabitants", "no value"],
)
def test_what_is_needed_first_is_what_is_missing(site: Site, records: list[Record], needed: str) -> None:
    said = re.sub("<[^>]+>", "", published(site, records))
    assert set(re.findall(r"Als Erstes [^.]+\.", said)) == {needed}


ADMINISTRATION: list[Record] = [
    EmissionEntry(area=Area.ADMINISTRATION, year=year, sector=Sector.SUM, emissions_t=float(year))
    for year in (2019, 2022)
]
ELSEWHERE: dict[str, list[Record]] = {
    "/indikatoren": [
        Indicator(name="Ladepunkte", unit="Stück"),
        IndicatorValue(indicator="Ladepunkte", year=2022, value=9.0),
    ],
    "/bilanz": ADMINISTRATION,
}


@pytest.mark.parametrize("tail", ELSEWHERE)
def test_what_answers_no_question_of_the_overview_is_found_from_there(site: Site, tail: str) -> None:
    """An indicator or the balance of the town hall alone: nobody is told that there is nothing."""
    html = published(site, ELSEWHERE[tail])
    assert "Schon da ist:" in html
    assert "Es liegen noch keine Angaben vor" not in html
    assert f'href="/kommune/{NEW}{tail}"' in html.partition("<main")[2]
    assert "2022" in site.get(f"/kommune/{NEW}{tail}").get_data(as_text=True)
    assert f'href="/kommune/{NEW}{tail}"' in site.get(f"/kommune/{NEW}/zahlen").get_data(as_text=True)
    assert site.get(f"/kommune/{NEW}/entwicklung").status_code == 404


def test_a_first_visit_leads_to_the_upload_and_the_template(site: Site) -> None:
    with site.database.writing() as connection:
        municipalities.add(connection, Municipality(slug=NEW, name="Neuhausen"))
    administrator = Seeded(site.database).visit(local_administrator("test"))
    add_account(administrator, "erika", [Membership(Role.MANAGER, NEW)], PASSWORD)
    status, page = site.seen(f"/intern/{NEW}", "erika")
    assert status == 200
    for part in (f"/intern/{NEW}/daten", "/vorlagen/monitoring-mappe.xlsx", "Erste Tabelle hochladen"):
        assert part in page
    assert "Bearbeitungsstand 0" not in page


@pytest.mark.parametrize("path", ["/kommune/nichts", f"/kommune/{CITY}/massnahmen/nichts", "/en/nichts"])
def test_error_pages_have_the_whole_header(site: Site, path: str) -> None:
    html = site.get(path).get_data(as_text=True)
    for part in ('class="skip-link"', "/anmelden", 'hreflang="en"', 'hreflang="de"', 'class="product"'):
        assert part in html


SPARSE = [
    [TARGET],
    BALANCE,
    [TARGET, *BALANCE],
    [TARGET.model_copy(update={"base_year": None, "base_value": None}), *BALANCE],
    [TARGET.model_copy(update={"base_year": None}), *BALANCE],
    [TARGET.model_copy(update={"base_year": 2018, "base_value": None}), *BALANCE],
    [TARGET.model_copy(update={"base_year": None, "value": None, "is_neutrality": True})],
    [Measure(id="M1", programme="Plan", title="Radweg", status=MeasureStatus.UNKNOWN)],
    [
        Indicator(name="Ladepunkte", unit="Stück"),
        TargetNode(
            name="Laden", quantity=TargetQuantity.INDICATOR, indicator="Ladepunkte", year=2030, value=9.0
        ),
    ],
]


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("records", SPARSE, ids=range(len(SPARSE)))
def test_what_is_missing_is_never_written_as_none(site: Site, records: list[Record], prefix: str) -> None:
    published(site, records)
    for tail in ("", "/bilanz", "/ziele", "/massnahmen", "/massnahmen/M1", "/indikatoren"):
        html = site.get(f"{prefix}/kommune/{NEW}{tail}").get_data(as_text=True)
        assert re.findall(r"[^<>]{0,40}\b(?:None|nan)\b[^<>]{0,40}", html) == [], tail
