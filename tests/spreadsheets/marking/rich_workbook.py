"""A workbook with all that a writer could lose: formulas, formats, rules, comments, pictures, macros."""

from __future__ import annotations

import base64
import io
import zipfile
from collections.abc import Mapping

import openpyxl
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

SHEET = "Bilanz & Co's"
PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
MORE = {
    "xl/media/image1.png": PICTURE,
    "xl/vbaProject.bin": b"\xd0\xcf\x11\xe0 macros",
    "customXml/item1.xml": b"<own/>",
}
"""Parts that openpyxl would not keep."""


def rich_workbook() -> bytes:
    """The workbook as bytes."""
    book = openpyxl.Workbook()
    _fill(book.active)
    other = book.create_sheet("Ziele")
    other.append(["Jahr", "Wert"])
    other.defined_names["Bereich"] = DefinedName("Bereich", attr_text="Ziele!$A$1")
    other.print_title_rows = "1:1"
    book.create_sheet("Versteckt").sheet_state = "hidden"
    book.create_chartsheet("Diagramm").add_chart(BarChart())
    book.active = 1
    return with_parts(_saved(book), MORE)


def _fill(sheet: Worksheet) -> None:
    sheet.title = SHEET
    for row in (["Jahr", "Wert", "Stand"], [2019, 1.5, "läuft"], [2020, "viele", None]):
        sheet.append(row)
    sheet["B4"] = "=B2*2"
    sheet["B2"].number_format = '#,##0.00" kt"'
    sheet["B3"].font = Font(bold=True, color="FFAA0000")
    sheet["B3"].fill = PatternFill("solid", fgColor="FF01873B")
    sheet["B3"].alignment = Alignment(horizontal="right")
    sheet["A1"].comment = Comment("Meine Notiz", "Amt")
    sheet["C1"].comment = Comment("Noch eine", "Amt")
    sheet.freeze_panes = "A2"
    sheet.column_dimensions["B"].width = 41.5
    sheet.row_dimensions[3].hidden = True
    sheet.merge_cells("D5:E6")
    red = PatternFill("solid", bgColor="FFFF0000")
    sheet.conditional_formatting.add("B2:B9", CellIsRule(operator="greaterThan", formula=["1"], fill=red))
    words = DataValidation("list", formula1='"läuft,ruht"')
    words.add("C2:C9")
    sheet.add_data_validation(words)
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=2, min_row=1, max_row=3))
    sheet.add_chart(chart, "G2")


def _saved(book: openpyxl.Workbook) -> bytes:
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def parts(content: bytes) -> dict[str, bytes]:
    """The parts of a file by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_parts(content: bytes, changed: Mapping[str, bytes]) -> bytes:
    """The file with some parts added or replaced."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in {**parts(content), **changed}.items():
            archive.writestr(name, part)
    return written.getvalue()
