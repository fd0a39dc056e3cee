"""Confidential values against everything that is public: no output names one, and none can be computed.

What is attacked, in every publication: balance, targets and paths of the open data as equations; the tables
of all pages with their rounding, values for each inhabitant times inhabitants, the coordinates of bars, the
figures that Dash gives for interactive charts, as bounds. Searched for the numbers in any unit: all pages in
both languages, embedded ones, the notice, every file, answer and feed, the drawings of preview pictures, and
the office pages of council, partner and operator. Shares in per cent, sentences and descriptions of charts
are made of the same numbers and are searched, not solved.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

import dash
import pytest

from monitoring.components.address import EMBEDDED
from monitoring.domain.access import Role, viewer_as
from monitoring.domain.balance import Area, Basis, Carrier, CellState, EmissionEntry, Sector
from monitoring.domain.confidentiality.tables import Cell
from monitoring.domain.confidentiality.withholding import Withheld
from monitoring.domain.indicator import Indicator, IndicatorValue
from monitoring.domain.inhabitants import Inhabitants
from monitoring.domain.record import Record
from monitoring.domain.target import TargetNode, TargetQuantity
from monitoring.pages._embedded import EMBEDS
from monitoring.reports import preview_picture
from monitoring.services import withholding
from monitoring.services.editing import edit
from monitoring.services.publishing import publish, share
from tests.browsing import Site
from tests.domain.attack import ADDED, Attack, Said, secrets
from tests.domain.balances import balance
from tests.reading_outputs import read_drawing, read_drawings, read_figures, read_tables
from tests.seed import CITY, Seeded, write
from tests.test_access_walk import paths
from tests.test_open_walk import addresses, text_of

YEAR = 2011
CARRIERS = (Carrier.ELECTRICITY, Carrier.NATURAL_GAS, Carrier.HEATING_OIL)
AMOUNTS = {
    (sector, carrier): 40_123.0 + 7_043 * i + 1_317 * j
    for i, sector in enumerate(ADDED)
    for j, carrier in enumerate(CARRIERS)
}
CELLS = [(sector, carrier) for sector in (*ADDED, Sector.SUM) for carrier in (*CARRIERS, Carrier.ALL)]
INDUSTRY = [(Sector.IND, carrier) for carrier in (*CARRIERS, Carrier.ALL)]


@pytest.fixture
def states(site: Site) -> list[list[Record]]:
    """Published openly with targets, then marked as confidential; what is stored of both states."""
    seeded = Seeded(site.database)
    manager = seeded.visit(viewer_as(Role.MANAGER, CITY))
    openly = balance(AMOUNTS, CELLS, year=YEAR)
    industry = _whole_industry(openly)
    targets = [
        _target("Industrie", sector=Sector.IND, base_value=industry.emissions_t, value=1_000.0),
        _target("Industrie", version=2, sector=Sector.IND, reduction=0.9),
        _target("Halbe Industrie", sector=Sector.IND, value=(industry.emissions_t or 0) / 2, reduction=0.5),
    ]
    write(seeded, CITY, [*openly, *targets, *_told_once_more(industry)])
    publish(manager, CITY)
    for sector, carrier in INDUSTRY:
        key = (Area.TERRITORY.value, YEAR, sector.value, carrier.value, Basis.BISKO.value, 1)
        edit(manager, CITY, "balance", key, {"state": CellState.CONFIDENTIAL})
    share(manager, CITY)
    publish(manager, CITY)
    marked = balance(AMOUNTS, CELLS, INDUSTRY, YEAR)
    return [[*openly, *targets], [*marked, *targets]]


def _told_once_more(industry: EmissionEntry) -> list[Record]:
    """The energy of industry as an indicator, and what makes values for each inhabitant a total."""
    assert industry.energy_mwh is not None
    value = IndicatorValue(indicator="Betriebe", year=YEAR, value=industry.energy_mwh / 1000)
    return [Indicator(name="Betriebe", unit="GWh"), value, Inhabitants(year=YEAR, inhabitants=40_963)]


def _whole_industry(records: Iterable[Record]) -> EmissionEntry:
    entries = (each for each in records if isinstance(each, EmissionEntry))
    return next(each for each in entries if (each.sector, each.carrier) == INDUSTRY[-1])


def _target(name: str, **numbers: Any) -> TargetNode:
    return TargetNode(name=name, year=2035, base_year=YEAR, quantity=TargetQuantity.EMISSIONS, **numbers)


def told(site: Site, publication: int) -> list[Record]:
    """What the files of a publication tell of the year, as records."""
    found: list[Record] = []
    for row in _rows(site, "balance", publication):
        if row["year"] == YEAR:
            enums = {"area": Area(row["area"]), "sector": Sector(row["sector"])}
            enums |= {"carrier": Carrier(row["carrier"]), "basis": Basis(row["basis"])}
            found.append(EmissionEntry.model_construct(**row | enums | {"state": CellState(row["state"])}))
    for row in _rows(site, "targets", publication):
        sector = Sector(row["sector"]) if row["sector"] else None
        about = {"area": Area(row["area"]), "quantity": TargetQuantity(row["quantity"]), "sector": sector}
        found.append(TargetNode.model_construct(**row | about))
    for row in _rows(site, "paths", publication):
        if row["year"] == YEAR:  # a path begins at the base value
            base = {
                "area": Area(row["area"]),
                "sector": Sector(row["sector"]) if row["sector"] else Sector.SUM,
            }
            numbers = {"base_year": YEAR, "base_value": row["value"], "value": None, "reduction": None}
            quantity = TargetQuantity(row["quantity"])
            found.append(TargetNode.model_construct(**base | numbers, name="", year=2100, quantity=quantity))
    return found


def _rows(site: Site, kind: str, publication: int) -> list[dict[str, Any]]:
    answer = site.get(f"/offene-daten/{CITY}/{kind}.json?fassung={publication}")
    rows: list[dict[str, Any]] = json.loads(answer.data)["rows"]
    return rows


def test_no_confidential_value_follows_from_all_publications_together(
    site: Site, states: list[list[Record]]
) -> None:
    seen = [told(site, publication) for publication in (1, 2, 3)]
    attack = Attack(seen, YEAR)
    wanted = secrets(states)[YEAR]
    assert len(wanted) == 2 * len(INDUSTRY)
    assert wanted.keys() & attack.known() == set()
    for place in wanted.keys() & attack.places.keys():
        assert not attack.narrow(place, wanted[place]), place


def test_the_attack_would_find_what_is_only_marked(site: Site, states: list[list[Record]]) -> None:
    """Without second cells withheld, the total tells the industry."""
    marked = [
        each.model_copy(update={"energy_mwh": None, "emissions_t": None})
        if isinstance(each, EmissionEntry) and each.state is CellState.CONFIDENTIAL
        else each
        for each in states[1]
    ]
    assert secrets(states)[YEAR].keys() & Attack([marked], YEAR).known()


def pages(site: Site) -> Iterator[str]:
    """Every public page of the city, embedded ones too, now and in each publication, of any balance year."""
    found = [f"{EMBEDDED}/{CITY}{each.tail}" for each in EMBEDS]
    for entry in dash.page_registry.values():
        template = entry["path_template"] or entry["path"]
        if entry["audience"] == "public" and ("<slug>" in template or template == "/"):
            found.append(template.replace("<slug>", CITY).replace("<code>", "KL-1"))
    for path in found:
        yield from (path, *(f"{path}?fassung={n}&jahr={YEAR}" for n in (1, 2, 3)), f"{path}?jahr={YEAR}")


def outputs(site: Site) -> Iterator[str]:
    """Every page, every drawing and every open answer, also of the publications before."""
    yield from pages(site)
    for path in (*addresses(site, CITY), f"/kommune/{CITY}/aushang.svg"):
        yield path
        if CITY in path and "atom" not in path and "sitemap" not in path:
            yield from (f"{path}?fassung=1", f"{path}?fassung=2")


def secret_numbers(states: list[list[Record]]) -> list[float]:
    """What is confidential, in MWh and t."""
    return [number for number in secrets(states)[YEAR].values() if number]


COORDINATES = re.compile(r'\b(?:[xy][12]?|c[xy]|r|d|width|height|points|transform|viewBox)="[^"]*"')
"""What places things in a drawing; the heights of bars are read apart."""


def betrayed(text: str, numbers: Iterable[float]) -> list[str]:
    """Numbers in a text that are a confidential one to four digits or more, in whatever unit, DE or EN."""
    found = []
    text = COORDINATES.sub("", text)
    for word in set(re.findall(r"(?<![\w.,#%-])\d[\d.,]{3,}(?![\w%])", text)):
        for reading in {word.replace(".", "").replace(",", "."), word.replace(",", "")}:
            digits = reading.rstrip(".").partition(".")
            if reading.count(".") > 1 or len((digits[0] + digits[2]).strip("0")) < 4:
                continue
            exact = 0.5 * 10.0 ** -len(digits[2])
            scales = (0.001, 1.0, 1000.0)
            found += [word for n in numbers for scale in scales if abs(float(reading) - n * scale) <= exact]
    return found


READERS = {"tables": read_tables, "coordinates": read_drawings, "figures": read_figures}
"""By what somebody can read a page: served as HTML, or given by Dash to everybody who asks for it."""


def heard(site: Site, *kinds: str) -> list[Said]:
    """What all German pages say of the year; the English ones are made of the same."""
    said: list[Said] = []
    for path in (each for each in pages(site) if not each.startswith("/en")):
        plain, _, query = path.partition("?")
        for kind in kinds:
            answer = (
                site.routed(plain, search=f"?{query}&interaktiv=1") if kind == "figures" else site.get(path)
            )
            said += READERS[kind](answer.get_data(as_text=True), YEAR)
    return said


def test_no_confidential_value_follows_from_the_pages_and_the_files_together(
    site: Site, states: list[list[Record]]
) -> None:
    said = heard(site, *READERS)
    assert {each.place[1] for each in said} >= {Sector.HH, Sector.KE, Sector.VER, Sector.SUM}
    wanted = secrets(states)[YEAR]
    assert {each.place for each in said} & wanted.keys() == set()
    attack = Attack([told(site, publication) for publication in (1, 2, 3)], YEAR, said)
    reached = wanted.keys() & attack.places.keys()
    assert [place for place in reached if attack.narrow(place, wanted[place])] == []


@pytest.mark.parametrize("kind", READERS)
def test_the_pages_alone_would_betray_what_is_only_marked(
    site: Site, states: list[list[Record]], monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    """Rounded numbers, coordinates and figures are enough, were no second cell withheld."""
    marked = frozenset(Cell(Area.TERRITORY, *place) for place in INDUSTRY)
    monkeypatch.setattr(withholding, "withheld", lambda *_: Withheld({YEAR: marked}))
    wanted = secrets(states)[YEAR]
    attack = Attack([], YEAR, heard(site, kind))
    assert [place for place in wanted.keys() & attack.places.keys() if attack.narrow(place, wanted[place])]


def test_no_output_names_a_confidential_value(site: Site, states: list[list[Record]]) -> None:
    numbers = secret_numbers(states)
    seen = 0
    for path in outputs(site):
        answer = site.get(path)
        if answer.status_code == 200:
            seen += 1
            assert betrayed(text_of(answer.data), numbers) == [], path
    assert seen > 250
    office = site.routed(f"/intern/{CITY}/bilanz", "manager", search=f"?jahr={YEAR}")
    assert betrayed(office.get_data(as_text=True), numbers)


def test_no_preview_picture_shows_a_confidential_value(
    site: Site, states: list[list[Record]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The drawings that the pictures are made of: their words, their numbers, their bars."""
    drawn: list[str] = []

    def draw(svg: str, width: int) -> bytes:
        drawn.append(svg)
        return b"png"

    monkeypatch.setattr(preview_picture, "png_of", draw)
    for tail in ("", "/bilanz", "/ziele", "/entwicklung", "/zahlen", "/indikatoren"):
        for number in (1, 2, 3):
            answer = site.get(f"/vorschau/kommune/{CITY}{tail}.png?fassung={number}")
            assert answer.status_code == 200
    assert drawn
    wanted = secrets(states)[YEAR]
    for svg in drawn:
        assert betrayed(svg, secret_numbers(states)) == []
        assert {each.place for each in read_drawing(svg, YEAR)} & wanted.keys() == set()


@pytest.mark.parametrize("viewer", ["council", "partner", "operator"])
def test_members_outside_the_office_are_told_no_more(
    site: Site, states: list[list[Record]], viewer: str
) -> None:
    """Every page of the office that opens for them, with its figures."""
    numbers, wanted, seen = secret_numbers(states), secrets(states)[YEAR], 0
    for path in paths("member", CITY):
        answer = site.routed(path, viewer, search=f"?jahr={YEAR}")
        text = answer.get_data(as_text=True)
        assert betrayed(text, numbers) == [], path
        seen += "vertraulich (C)" in text
        if answer.status_code == 200:
            assert {each.place for each in read_figures(text, YEAR)} & wanted.keys() == set(), path
    assert seen or viewer == "operator"
    assert site.get(f"/intern/{CITY}/daten/stand.xlsx", viewer).status_code == 403
