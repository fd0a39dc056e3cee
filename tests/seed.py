"""Made-up municipalities for tests of the screens: small, with every kind of record and internal text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from monitoring.domain.access import ANYWHERE, Membership, Role, Viewer, local_administrator, viewer_as
from monitoring.domain.changes import Change
from monitoring.domain.municipality import Municipality, MunicipalityKind
from monitoring.domain.open_data import DATA_SETS
from monitoring.domain.record import INTERNAL, Record, fields_with
from monitoring.services.accounts import add_account
from monitoring.services.municipalities import add_municipality
from monitoring.services.open_data import decide
from monitoring.services.publishing import publish, share
from monitoring.services.visit import Visit
from monitoring.storage import municipalities, revisions
from monitoring.storage.database import Database
from tests import seed_records as records

MARKER = "NUR-INTERN"
"""Stands in every internal field: it must appear in no public output."""
PASSWORD = "ein-langes-passwort"
NOW = datetime(2026, 5, 4, 10, 0, tzinfo=UTC)
CITY, DRAFT, VILLAGE = "lindenau", "steinfeld", "birkenhain"
"""A published municipality with everything, open too; one never published; a village with two balances."""
ROLES = {
    "council": Membership(Role.COUNCIL, CITY),
    "manager": Membership(Role.MANAGER, CITY),
    "partner": Membership(Role.PARTNER, CITY, date(2099, 12, 31)),
    "operator": Membership(Role.OPERATOR, ANYWHERE),
    "foreign": Membership(Role.MANAGER, DRAFT),
}
"""The accounts by name, all with the same password."""


@dataclass(frozen=True)
class Seeded:
    """What was made: the database, and the moment of its making."""

    database: Database
    now: datetime = NOW

    def visit(self, viewer: Viewer) -> Visit:
        """A visit of somebody."""
        return Visit(self.database, viewer, self.now)


def seed(database: Database) -> Seeded:
    """Fill a migrated database: three municipalities and an account for each role."""
    seeded = Seeded(database)
    administrator = seeded.visit(local_administrator("test"))
    for municipality in (
        Municipality(slug=CITY, name="Lindenau", kind=MunicipalityKind.CITY, ags="09999001", is_sample=True),
        Municipality(slug=DRAFT, name="Steinfeld"),
        Municipality(slug=VILLAGE, name="Birkenhain", balance_rhythm_years=4),
    ):
        add_municipality(administrator, municipality)
    for name, membership in ROLES.items():
        add_account(administrator, name, [membership], PASSWORD)
    add_account(administrator, "village", [Membership(Role.MANAGER, VILLAGE)], PASSWORD)
    _fill(seeded)
    return seeded


def _fill(seeded: Seeded) -> None:
    write(seeded, CITY, records.city())
    publish(seeded.visit(viewer_as(Role.MANAGER, CITY)), CITY, paper="2026/041")
    decide(seeded.visit(viewer_as(Role.MANAGER, CITY)), CITY, DATA_SETS, is_confirmed=True)
    write(seeded, CITY, [records.later_report()])
    share(seeded.visit(viewer_as(Role.MANAGER, CITY)), CITY)
    write(seeded, CITY, [records.draft_measure()])
    write(seeded, DRAFT, records.measures())
    write(seeded, VILLAGE, records.village())
    publish(seeded.visit(viewer_as(Role.MANAGER, VILLAGE)), VILLAGE)


def write(seeded: Seeded, slug: str, records: Iterable[Record]) -> None:
    """Write records as one revision, with internal text in every internal field."""
    with seeded.database.writing() as connection:
        place = municipalities.find(connection, slug)
        assert place is not None
        changes = [Change(each.KIND, None, with_internal_text(each)) for each in records]
        revisions.add(connection, place.id, changes, at=seeded.now, by="test", act="import")


def with_internal_text(record: Record) -> Record:
    """The record with the marker in every internal field."""
    return record.model_copy(
        update=dict.fromkeys(fields_with(type(record), INTERNAL), f"{MARKER} {record.KIND}")
    )
