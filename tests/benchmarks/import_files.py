"""The workbooks that the benchmark of importing reads: measures and balance values, twelve columns each."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl

from monitoring.domain.balance import Carrier, Sector
from monitoring.spreadsheets.vocabulary import word_of

Row = Sequence[Any]
MEASURES: Row = (
    "Programm", "Nr.", "Handlungsfeld", "Titel", "Beschreibung", "Zuständigkeit", "Umsetzungsstand", "Beginn",
    "Ende", "THG-Einsparung [t/a]", "Gesamtkosten [€]", "Priorität",
)  # fmt: skip
BALANCE: Row = (
    "Jahr", "Sektor", "Energieträger", "Endenergie [MWh]", "THG-Emissionen [t CO2e]", "Datengüte",
    "Bilanzraum", "Bilanzart", "Ausgabe", "Veröffentlicht", "Methode", "Quelle",
)  # fmt: skip
STATUS = ("nicht begonnen", "in Umsetzung", "abgeschlossen", "dauerhaft")
AREAS = ("Gesamtes Gebiet", "Kommunalverwaltung")
BASES = ("bisko", "as_reported", "local_mix", "weather_corrected")
YEARS = range(1990, 2025)


def measures(rows: int) -> Iterator[Row]:
    """A list of measures as a town would keep it."""
    for number in range(rows):
        yield (
            f"Konzept {number % 3}",
            f"M{number}",
            f"Handlungsfeld {number % 8}",
            f"Maßnahme {number}",
            f"{number}: " + "Was getan wird. " * 10,
            f"Amt {number % 20}",
            STATUS[number % len(STATUS)],
            date(2020 + number % 5, 1, 1),
            date(2026 + number % 9, 12, 31),
            12.5 + number % 1000 / 8,
            1000 * (number % 500),
            "hoch" if number % 2 else "mittel",
        )


def balance(rows: int) -> Iterator[Row]:
    """A balance in long form, each value once: editions, conventions and areas give enough of them."""
    sectors = [word_of("sector", each) for each in Sector if each is not Sector.SUM]
    carriers = [word_of("carrier", each) for each in Carrier if each is not Carrier.ALL]
    series = itertools.product(range(1, 10), AREAS, BASES, YEARS, enumerate(sectors), enumerate(carriers))
    for edition, area, basis, year, (s, sector), (c, carrier) in itertools.islice(series, rows):
        energy = (s + 1) * (c + 1) * 100.0 * (1 - 0.01 * (year - 1990)) * (1 + 0.01 * math.sin(s + c + year))
        yield (
            year, sector, carrier, energy, energy * 0.2, "ABCD"[c % 4], area, basis, edition, 2024,
            "endenergiebasiert", f"Bilanz {year}",
        )  # fmt: skip


CONTENTS: dict[str, tuple[str, Row, Callable[[int], Iterator[Row]]]] = {
    "measures": ("Maßnahmen", MEASURES, measures),
    "balance": ("Bilanz", BALANCE, balance),
}
"""Kind → name of the sheet, headings, rows."""


def write(path: Path, kind: str, rows: int) -> None:
    """Write a workbook of one kind."""
    title, headings, content = CONTENTS[kind]
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet(title)
    sheet.append(headings)
    for row in content(rows):
        sheet.append(row)
    book.save(path)
