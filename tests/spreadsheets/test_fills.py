"""Fill colours as the file has them: by red, green and blue, by theme, by palette; in .xlsx and in .ods."""

from __future__ import annotations

from io import BytesIO

from openpyxl import Workbook as Written
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import PatternFill
from openpyxl.styles.colors import Color

from monitoring.spreadsheets.reading import read
from tests.spreadsheets.archives import ods

STYLES = "".join(
    f'<style:style style:name="{name}" style:family="table-cell">'
    f'<style:table-cell-properties fo:background-color="{colour}"/></style:style>'
    for name, colour in (("ce1", "#00a933"), ("ce2", "#ffffff"), ("ce3", "transparent"))
)
TABLE = (
    '<table:table table:name="T"><table:table-row>'
    '<table:table-cell office:value-type="string" table:style-name="ce2"><text:p>Nr.</text:p>'
    "</table:table-cell>"
    '<table:table-cell table:style-name="ce1" table:number-columns-repeated="2"/>'
    '<table:table-cell table:style-name="ce3" office:value-type="string"><text:p>x</text:p>'
    "</table:table-cell>"
    "</table:table-row></table:table>"
)


def _xlsx() -> bytes:
    written = Written()
    sheet = written.active
    sheet.append(["a", "b", "c", "d", "e"])
    sheet["A1"].fill = PatternFill("solid", fgColor="FF01873B")
    sheet["B1"].fill = PatternFill("solid", fgColor=Color(indexed=10))
    sheet["C1"].fill = PatternFill("solid", fgColor=Color(theme=9))
    sheet["D1"].fill = PatternFill("solid", fgColor="FFFFFFFF")
    sheet["A2"].fill = PatternFill("solid", fgColor="FFFF00")
    rule = CellIsRule(operator="equal", formula=["1"], fill=PatternFill("solid", bgColor="00FF00"))
    sheet.conditional_formatting.add("E1:E9", rule)
    content = BytesIO()
    written.save(content)
    return content.getvalue()


def test_colours_of_a_workbook() -> None:
    sheet = read("farben.xlsx", _xlsx()).sheets[0]
    assert sheet.fills == {(1, 1): "#01873B", (1, 2): "#FF0000", (1, 3): "#F79646", (2, 1): "#FFFF00"}
    assert sheet.conditional == ("E1:E9",)


def test_a_colour_of_an_open_document_holds_for_all_cells_of_its_style() -> None:
    sheet = read("farben.ods", ods(TABLE, STYLES)).sheets[0]
    assert sheet.fills == {(1, 2): "#00A933", (1, 3): "#00A933"}
