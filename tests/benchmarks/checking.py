"""Time to check a workbook of 1,000 measures in the service, child process included, beside its parts.

Run from the repository: `python tests/benchmarks/checking.py`. The aim is 0.3 seconds.
"""

from __future__ import annotations

import io
import statistics
import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import openpyxl

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from monitoring.domain.access import local_administrator
from monitoring.services.importing import File, Options, check_files
from monitoring.services.visit import Visit
from monitoring.spreadsheets.reading import read
from monitoring.storage.database import Database

ROWS = 1_000
ROUNDS = 9
HEADINGS = (
    "Programm",
    "Nr.",
    "Handlungsfeld",
    "Titel",
    "Beschreibung",
    "Zuständigkeit",
    "Umsetzungsstand",
    "Beginn",
    "Ende",
    "THG-Einsparung [t/a]",
)


def main() -> None:
    """Print the median of each step over several rounds, and its share of the whole."""
    file = File("measures.xlsx", workbook(ROWS))
    visit = Visit(Database("sqlite://"), local_administrator("benchmark"), datetime.now(UTC))
    whole = median(lambda: check_files([file], Options(), visit))
    steps = {
        "openpyxl alone, in this process": median(lambda: _openpyxl(file)),
        "reading in the child process": median(lambda: read(file.name, file.content)),
        "the whole check": whole,
    }
    print(f"{ROWS:,} rows x {len(HEADINGS)} columns, median of {ROUNDS}")
    for name, seconds in steps.items():
        print(f"{name:<34} {seconds * 1000:>7.0f} ms  {seconds / whole:>5.2f}")


def workbook(rows: int) -> bytes:
    """A workbook of measures as a town would keep it."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Maßnahmen"
    sheet.append(HEADINGS)
    for number in range(rows):
        field, title = f"Handlungsfeld {number % 8}", f"Maßnahme {number}"
        days = date(2024, 1, 1), date(2028, 12, 31)
        sheet.append(
            [
                "Konzept",
                f"M{number}",
                field,
                title,
                "Beschreibung. " * 15,
                "Amt 1",
                "in Umsetzung",
                *days,
                12.5 + number,
            ]
        )
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _openpyxl(file: File) -> None:
    book = openpyxl.load_workbook(io.BytesIO(file.content), read_only=True, data_only=True)
    for row in book.active.iter_rows(values_only=True):
        list(row)


def median(act: Callable[[], object]) -> float:
    """The median time of an act in seconds, after one round that does not count."""
    act()
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        act()
        times.append(time.perf_counter() - began)
    return statistics.median(times)


if __name__ == "__main__":
    main()
