"""Kept sheets: the sheets of uploaded files, cell by cell as their owner knows them."""

from __future__ import annotations

from dataclasses import dataclass

from monitoring.domain.access import Act
from monitoring.domain.errors import NotFound
from monitoring.services.checking import Check
from monitoring.services.visit import Visit
from monitoring.spreadsheets.addresses import cell_address, column_letters
from monitoring.spreadsheets.addresses import position as cell_position
from monitoring.spreadsheets.kept_workbooks import KEPT
from monitoring.spreadsheets.limits import Unreadable
from monitoring.spreadsheets.understanding import SheetReading
from monitoring.spreadsheets.workbook import ERROR, FORMULA_WITHOUT_VALUE, Cell, Sheet, Workbook
from monitoring.storage import uploads

__all__ = [
    "ERROR", "FORMULA_WITHOUT_VALUE", "Cell", "KeptSheet", "Sheet", "cell_address", "cell_position",
    "column_letters", "kept_sheets",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class KeptSheet:
    """A sheet of an uploaded file, with what it was taken for."""

    file: str
    sheet: Sheet
    reading: SheetReading


def kept_sheets(visit: Visit, slug: str, found: Check) -> tuple[KeptSheet, ...]:
    """Every sheet of the readable files of a check, in their order.

    Raises:
        NotFound: there is no such batch any more.
    """
    place = visit.place(slug, Act.IMPORT)
    with visit.database.reading() as connection:
        kept = uploads.batch(connection, place.id, found.batch or "")
    if not kept:
        raise NotFound()
    sheets = [
        (each.file_name, sheet) for each in kept for workbook in _workbook(each) for sheet in workbook.sheets
    ]
    # The check names the sheets of the same files in the same order.
    return tuple(KeptSheet(*each, reading) for each, reading in zip(sheets, found.sheets, strict=False))


def _workbook(upload: uploads.Upload) -> list[Workbook]:
    """The workbook of a kept file; none where it cannot be read."""
    if upload.content is None:
        return []
    try:
        return [KEPT.read(upload.file_name, upload.content)]
    except Unreadable:
        return []
