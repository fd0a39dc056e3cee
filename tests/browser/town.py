"""A municipality for one test: its accounts, its workbooks, and what is in it before the browser comes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count

from playwright.sync_api import FilePayload

from monitoring.domain.access import Membership, Role, Viewer, local_administrator, viewer_as
from monitoring.domain.municipality import Municipality
from monitoring.services.accounts import add_account
from monitoring.services.importing import File, Options, take_over, upload
from monitoring.services.municipalities import add_municipality
from monitoring.services.visit import Visit
from monitoring.storage.database import Database
from tests.services.stage import BALANCE, MEASURES, TARGETS, book, with_cell

PASSWORD = "ein-langes-passwort"
_numbers = count(1)


@dataclass(frozen=True)
class Town:
    """A municipality that nobody else in the run writes to."""

    database: Database
    slug: str
    name: str

    @property
    def office(self) -> str:
        """Its address in the office."""
        return f"/intern/{self.slug}"

    @property
    def public(self) -> str:
        """Its address in public."""
        return f"/kommune/{self.slug}"

    def account(self, role: Role) -> str:
        """The name of its account of a role."""
        return f"{role.value}-{self.slug}"

    def fill(self) -> None:
        """Take over a small workbook without faults."""
        visit = self.visit_as_manager()
        taken = take_over(visit, self.slug, upload(visit, self.slug, [complete_book()]), Options())
        assert taken.revision == 1, taken.findings

    def visit_as_manager(self) -> Visit:
        """A visit of its manager, now."""
        return self.visit(viewer_as(Role.MANAGER, self.slug))

    def visit(self, viewer: Viewer) -> Visit:
        """A visit of somebody, now."""
        return Visit(self.database, viewer, datetime.now(UTC))


def new_town(database: Database) -> Town:
    """Add a municipality without records, with an account for its manager and one for its council."""
    number = next(_numbers)
    town = Town(database, f"probedorf-{number}", f"Probedorf {number}")
    administrator = town.visit(local_administrator("test"))
    add_municipality(administrator, Municipality(slug=town.slug, name=town.name))
    for role in (Role.MANAGER, Role.COUNCIL):
        add_account(administrator, town.account(role), [Membership(role, town.slug)], PASSWORD)
    return town


def complete_book(name: str = "mappe.xlsx") -> File:
    """A workbook of balance, target and measures without faults or questions."""
    return book({"Bilanz": BALANCE, "Ziele": TARGETS, "Maßnahmen": MEASURES}, name)


def years_in_columns(*labels: str, first_year: int = 2019) -> File:
    """A balance of two rows with two years as columns; unless labels are given, the last has an odd name."""
    one, other = labels or ("Haushalte", "Sonstwas")
    rows = [["THG-Emissionen [t]", first_year, first_year + 1], [one, 700, 650], [other, 900, 850]]
    return book({"Daten": rows}, "jahre.xlsx")


def faulty_book() -> File:
    """The same with three faults (Bilanz A2 and D3, Maßnahmen C3) and an ambiguous status."""
    balance = with_cell(with_cell(BALANCE, 1, 0, "zwanzig18"), 2, 3, "viel")
    measures = with_cell(with_cell(MEASURES, 1, 4, "laufend"), 2, 2, None)
    return book({"Bilanz": balance, "Ziele": TARGETS, "Maßnahmen": measures}, "mit-fehlern.xlsx")


def corrected_book() -> File:
    """The faults mended; the ambiguous status is still there."""
    measures = with_cell(MEASURES, 1, 4, "laufend")
    return book({"Bilanz": BALANCE, "Ziele": TARGETS, "Maßnahmen": measures}, "korrigiert.xlsx")


def payload(file: File) -> FilePayload:
    """A file as Playwright hands it to a file input."""
    return {"name": file.name, "mimeType": "application/octet-stream", "buffer": file.content}
