"""The municipalities that the benchmark of the public view serves: three of some size, and copies of one."""

from __future__ import annotations

from datetime import UTC, date, datetime

import sqlalchemy as sa

from monitoring.domain.access import Role, local_administrator, viewer_as
from monitoring.domain.balance import EmissionEntry, Sector
from monitoring.domain.changes import Change
from monitoring.domain.inhabitants import Inhabitants
from monitoring.domain.measure import Measure, MeasureStatus
from monitoring.domain.municipality import Municipality
from monitoring.domain.open_data import DATA_SETS
from monitoring.domain.record import Record
from monitoring.domain.target import TargetNode, TargetQuantity
from monitoring.services.municipalities import add_municipality
from monitoring.services.open_data import decide
from monitoring.services.publishing import publish
from monitoring.services.visit import Visit
from monitoring.storage import municipalities, revisions, schema
from monitoring.storage.database import Database
from monitoring.storage.tables import CONTENT
from monitoring.storage.tables import municipalities as places
from monitoring.storage.tables import publications as published
from monitoring.storage.tables import revisions as revised

YEARS = range(2009, 2024)
"""Fifteen balance years."""
TOWNS = {"achtmalzwoelf": (8, 12), "zehnmalfuenfzig": (10, 50), "klein": (2, 4)}
"""Slug → fields of action, and measures in each."""
COPIED = "klein"
SECTORS = {Sector.HH: 96_000.0, Sector.GHD: 61_000.0, Sector.IND: 88_000.0, Sector.VER: 105_000.0}
NOW = datetime(2026, 5, 4, 10, tzinfo=UTC)


def fill(database: Database, number: int) -> None:
    """A migrated database with `number` published municipalities, three of different size and open."""
    schema.upgrade(database)
    for slug, (fields, each) in TOWNS.items():
        _add(database, slug, [*_balance(), *_measures(fields, each)])
    with database.writing() as connection:
        original = municipalities.find(connection, COPIED)
        assert original is not None
        copies = [
            {"slug": f"gemeinde-{at}", "name": f"Gemeinde {at:05}"} for at in range(number - len(TOWNS))
        ]
        if copies:
            _copy(connection, original.id, copies)


def _add(database: Database, slug: str, records: list[Record]) -> None:
    administrator = Visit(database, local_administrator("benchmark"), NOW)
    add_municipality(administrator, Municipality(slug=slug, name=slug.capitalize()))
    with database.writing() as connection:
        place = municipalities.find(connection, slug)
        assert place is not None
        changes = [Change(each.KIND, None, each) for each in records]
        revisions.add(connection, place.id, changes, at=NOW, by="benchmark", act="import")
    manager = Visit(database, viewer_as(Role.MANAGER, slug), NOW)
    publish(manager, slug)
    decide(manager, slug, DATA_SETS, is_confirmed=True)


def _balance() -> list[Record]:
    rows: list[Record] = []
    for at, year in enumerate(YEARS):
        part = 1 - 0.018 * at
        rows += [
            EmissionEntry(
                year=year,
                sector=sector,
                emissions_t=tonnes * part,
                energy_mwh=tonnes * part * 3.6,
                published_in=year + 2,
                source="Energieagentur, BISKO",
                method="BISKO",
            )
            for sector, tonnes in SECTORS.items()
        ]
        rows.append(Inhabitants(year=year, inhabitants=41_000 + 100 * at))
    for year, reduction in ((2030, 0.55), (2040, 0.9)):
        rows.append(
            TargetNode(
                name="Klimaneutral 2040",
                quantity=TargetQuantity.EMISSIONS,
                base_year=2009,
                year=year,
                reduction=reduction,
            )
        )
    return rows


def _measures(fields: int, each: int) -> list[Record]:
    statuses = [MeasureStatus.IN_PROGRESS, MeasureStatus.COMPLETED, MeasureStatus.NOT_STARTED]
    return [
        Measure(
            id=f"M{field * each + at}",
            programme="Klimaschutzkonzept 2022",
            number=f"M{field * each + at}",
            title=f"Maßnahme {at} im Handlungsfeld {field}, mit einem Titel von üblicher Länge",
            field_of_action=f"Handlungsfeld {field}",
            description="Was getan wird, und warum, in zwei Sätzen. " * 3,
            responsible=f"Amt {at % 9}",
            status=statuses[at % 3],
            start=date(2022, 1, 1),
            end=date(2027 + at % 5, 12, 31),
            savings_t=12.5 * (at + 1),
        )
        for field in range(1, fields + 1)
        for at in range(each)
    ]


def _copy(connection: sa.Connection, original: int, copies: list[dict[str, str]]) -> None:
    """Rows of one municipality once more for each copy, in the database itself."""
    row = dict(connection.execute(sa.select(places).where(places.c.id == original)).mappings().one())
    del row["id"]
    connection.execute(sa.insert(places), [row | copy for copy in copies])
    new = sa.select(places.c.id).where(places.c.slug.like("gemeinde-%")).subquery("new")
    for table in (revised, published, *CONTENT.values()):
        columns = [each for each in table.c if each.name not in ("row", "municipality_id")]
        rows = sa.select(new.c.id, *columns).select_from(sa.join(table, new, sa.true()))
        connection.execute(
            sa.insert(table).from_select(
                ["municipality_id", *[each.name for each in columns]],
                rows.where(table.c.municipality_id == original),
            )
        )
