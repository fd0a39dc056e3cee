"""Confidential values against everything that is public: no output names one, and none can be computed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

import dash
import pytest

from monitoring.domain.access import Role, viewer_as
from monitoring.domain.balance import Area, Basis, Carrier, CellState, EmissionEntry, Sector
from monitoring.domain.record import Record
from monitoring.domain.target import TargetNode, TargetQuantity
from monitoring.services.editing import edit
from monitoring.services.publishing import publish, share
from tests.browsing import Site
from tests.domain.attack import ADDED, Attack, secrets
from tests.domain.balances import balance
from tests.seed import CITY, Seeded, write
from tests.test_open_walk import addresses, text_of

YEAR = 2011
CARRIERS = (Carrier.ELECTRICITY, Carrier.NATURAL_GAS, Carrier.HEATING_OIL)
AMOUNTS = {
    (sector, carrier): 40_000.0 + 7_000 * i + 1_317 * j
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
    write(seeded, CITY, [*openly, *targets])
    publish(manager, CITY)
    for sector, carrier in INDUSTRY:
        key = (Area.TERRITORY.value, YEAR, sector.value, carrier.value, Basis.BISKO.value, 1)
        edit(manager, CITY, "balance", key, {"state": CellState.CONFIDENTIAL})
    share(manager, CITY)
    publish(manager, CITY)
    marked = balance(AMOUNTS, CELLS, INDUSTRY, YEAR)
    return [[*openly, *targets], [*marked, *targets]]


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


def outputs(site: Site) -> Iterator[str]:
    """Every public page of the city and every open answer, also of the publication before."""
    for entry in dash.page_registry.values():
        template = entry["path_template"] or entry["path"]
        if entry["audience"] == "public" and "<slug>" in template:
            path = template.replace("<slug>", CITY).replace("<code>", "KL-1")
            yield from (path, f"{path}?fassung=2", f"{path}?jahr={YEAR}", f"{path}?fassung=2&jahr={YEAR}")
    for path in addresses(site, CITY):
        yield path
        if CITY in path and "atom" not in path and "sitemap" not in path:
            yield f"{path}?fassung=2"


def test_no_output_names_a_confidential_value(site: Site, states: list[list[Record]]) -> None:
    numbers = {
        number
        for each in states[1]
        if isinstance(each, EmissionEntry) and each.state is CellState.CONFIDENTIAL
        for number in (each.energy_mwh, each.emissions_t)
        if number is not None
    }
    whole = {str(int(number)) for number in numbers}
    forms = whole | {f"{int(each):,}".replace(",", mark) for each in whole for mark in (".", ",")}
    secret = re.compile(rf"(?<![\d.,])(?:{'|'.join(map(re.escape, forms))})(?!\d)")
    seen = 0
    for path in outputs(site):
        answer = site.get(path)
        if answer.status_code == 200:
            seen += 1
            found = secret.search(text_of(answer.data))
            assert found is None, (path, found)
    assert seen > 150
    office = site.routed(f"/intern/{CITY}/bilanz", "manager", search=f"?jahr={YEAR}")
    assert secret.search(office.get_data(as_text=True)) is not None


@pytest.mark.parametrize("viewer", ["council", "partner"])
def test_members_outside_the_office_are_told_no_more(
    site: Site, states: list[list[Record]], viewer: str
) -> None:
    text = site.routed(f"/intern/{CITY}/bilanz", viewer, search=f"?jahr={YEAR}").get_data(as_text=True)
    industry = _whole_industry(states[0])
    whole = f"{int(industry.energy_mwh or 0):,}"
    assert "vertraulich (C)" in text
    assert whole not in text
    assert whole.replace(",", ".") not in text
