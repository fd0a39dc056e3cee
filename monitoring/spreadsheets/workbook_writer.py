"""Writing a workbook of ours: guide, sheets, hidden lists; the same bytes for the same content."""

from __future__ import annotations

import re
from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl.workbook import Workbook

from monitoring.spreadsheets.column import SheetFormat
from monitoring.spreadsheets.guide import write_guide
from monitoring.spreadsheets.layout import GUIDE_TITLE, LISTS_TITLE

_EPOCH = (1980, 1, 1, 0, 0, 0)
_MOMENT = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def new_workbook(heading: str, formats: Iterable[SheetFormat]) -> Workbook:
    """A workbook with its guide and an empty hidden sheet of lists."""
    book = Workbook()
    guide = book.active
    guide.title = GUIDE_TITLE
    write_guide(guide, heading, formats)
    book.create_sheet(LISTS_TITLE).sheet_state = "hidden"
    return book


def workbook_bytes(book: Workbook) -> bytes:
    """The file, its lists behind everything else."""
    book.move_sheet(LISTS_TITLE, len(book.sheetnames))
    return timeless(book)


def timeless(book: Workbook) -> bytes:
    """The file, without the time of its making: equal content gives equal bytes."""
    saved = BytesIO()
    book.save(saved)
    packed = BytesIO()
    with ZipFile(saved) as source, ZipFile(packed, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(ZipInfo(name, _EPOCH), _without_time(source.read(name)), ZIP_DEFLATED)
    return packed.getvalue()


def _without_time(part: bytes) -> bytes:
    return _MOMENT.sub(rb"\g<1>1980-01-01T00:00:00Z", part)
