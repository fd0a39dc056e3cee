"""A stage for trying services: two municipalities, viewers of every role, small files made on the spot."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import openpyxl

from monitoring.domain.access import Role, Viewer, local_administrator, viewer_as
from monitoring.domain.municipality import Municipality
from monitoring.services.importing import Check, File, Options, take_over, upload
from monitoring.services.municipalities import add_municipality
from monitoring.services.visit import Visit
from monitoring.storage.database import Database

OWN = "bad-musterstadt"
FOREIGN = "nachbarstadt"
NOW = datetime(2025, 6, 2, 10, 0, tzinfo=UTC)
Rows = Sequence[Sequence[Any]]

BALANCE: Rows = [
    ["Jahr", "Sektor", "Endenergie [MWh]", "THG-Emissionen [t CO2e]"],
    [2018, "HH", 1000, 400],
    [2018, "VER", 2000, 600],
    [2020, "HH", 900, 360],
    [2020, "VER", 1900, 570],
]
TARGETS: Rows = [
    ["Ziel", "Zielgröße", "Basisjahr", "Basiswert", "Zieljahr", "Zielwert"],
    ["Halbierung", "THG-Emissionen", 2018, 1000, 2030, 500],
    ["Halbierung", "THG-Emissionen", 2018, 1000, 2040, 100],
]
MEASURES: Rows = [
    ["Programm", "Nr.", "Titel", "Beschreibung", "Umsetzungsstand", "Ende"],
    ["Konzept 2023", "M1", "Solar auf Dächern", "Alle Schulen", "in Umsetzung", "2026-12-31"],
    ["Konzept 2023", "M2", "Radweg am Fluss", "Drei Kilometer", "nicht begonnen", "2024-12-31"],
]


@dataclass(frozen=True)
class Stage:
    """A database with two municipalities that have no records yet."""

    database: Database

    def visit(self, role: Role = Role.MANAGER, slug: str = OWN, *, days: float = 0) -> Visit:
        """A viewer of a role, some days after the first."""
        return Visit(self.database, viewer_as(role, slug), NOW + timedelta(days=days))

    def administrator(self, *, days: float = 0) -> Visit:
        """The person at the server's own command line."""
        return self.of(local_administrator("admin"), days=days)

    def of(self, viewer: Viewer, *, days: float = 0) -> Visit:
        """A visit of a given viewer."""
        return Visit(self.database, viewer, NOW + timedelta(days=days))

    def take(self, *files: File, visit: Visit | None = None, slug: str = OWN, **options: Any) -> Check:
        """Upload files together and take them over."""
        visit = visit or self.visit(slug=slug)
        return take_over(visit, slug, upload(visit, slug, files), Options(**options))


def open_stage(url: str) -> Stage:
    """A stage on a migrated database."""
    stage = Stage(Database(url))
    for slug, name in ((OWN, "Bad Musterstadt"), (FOREIGN, "Nachbarstadt")):
        add_municipality(stage.administrator(), Municipality(slug=slug, name=name))
    return stage


def book(sheets: Mapping[str, Rows], name: str = "mappe.xlsx") -> File:
    """A workbook from its sheets."""
    made = openpyxl.Workbook()
    made.remove(made.active)
    for title, rows in sheets.items():
        sheet = made.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    content = io.BytesIO()
    made.save(content)
    return File(name, content.getvalue())


def csv(text: str, name: str = "bilanz.csv") -> File:
    """A text file."""
    return File(name, text.encode())


def with_cell(rows: Rows, row: int, column: int, value: Any) -> list[list[Any]]:
    """The rows with one other value."""
    copied = [list(each) for each in rows]
    copied[row][column] = value
    return copied
