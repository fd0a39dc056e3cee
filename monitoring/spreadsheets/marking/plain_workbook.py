"""A new .xlsx with what was read of any file: values, number formats, fills, merged and hidden parts."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from monitoring.spreadsheets.addresses import cell_address
from monitoring.spreadsheets.marking.new_cells import CellWriter, Formats
from monitoring.spreadsheets.marking.package import EPOCH
from monitoring.spreadsheets.marking.xml_part import xml_value
from monitoring.spreadsheets.workbook import Sheet, Workbook

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml"
# What Excel allows in the name of a sheet.
LONGEST_NAME = 31
FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
NARROWEST, WIDEST = 8, 60
ROWS_THAT_TELL_WIDTHS = 200


def plain_workbook(workbook: Workbook) -> tuple[bytes, dict[str, str]]:
    """The new file, and under which name each sheet stands in it."""
    names: dict[str, str] = {}
    for sheet in workbook.sheets:
        names[sheet.name] = free_name(sheet.name, names.values())
    formats, written = Formats(), io.BytesIO()
    with ZipFile(written, "w") as archive:
        for number, sheet in enumerate(workbook.sheets, 1):
            with archive.open(_member(f"xl/worksheets/sheet{number}.xml"), "w") as part:
                for xml in _sheet(sheet, CellWriter(sheet, formats, workbook.delimiter)):
                    part.write(xml.encode())
        for name, xml in _frame(workbook, names, formats):
            archive.writestr(_member(name), HEAD + xml)
    return written.getvalue(), names


def free_name(wanted: str, taken: Iterable[str]) -> str:
    """A name that a sheet can have beside others.

    >>> free_name("Bilanz 2019/20", []), free_name("Ziele", ["ziele"]), free_name("x" * 40, ["x" * 31])[-5:]
    ('Bilanz 2019 20', 'Ziele (2)', 'x (2)')
    """
    used = {name.casefold() for name in taken}
    name = plain = FORBIDDEN.sub(" ", wanted).strip("' ")[:LONGEST_NAME] or "_"
    number = 1
    while name.casefold() in used:
        number += 1
        name = f"{plain[: LONGEST_NAME - 3 - len(str(number))]} ({number})"
    return name


def _sheet(sheet: Sheet, cells: CellWriter) -> Iterator[str]:
    yield f'{HEAD}<worksheet xmlns="{MAIN}">{_columns(sheet)}<sheetData>'
    for number, row in enumerate(sheet.rows, 1):
        written = cells.row(number, row)
        hidden = ' hidden="1"' if number in sheet.hidden_rows else ""
        if written or hidden:
            yield f'<row r="{number}"{hidden}>{written}</row>'
    yield "</sheetData>"
    merged = [
        f'<mergeCell ref="{cell_address(top, left)}:{cell_address(bottom, right)}"/>'
        for top, left, bottom, right in sheet.merged
    ]
    if merged:
        yield f"<mergeCells>{''.join(merged)}</mergeCells>"
    if sheet.rows:  # numbers of text tables are texts, and stay so: nothing to warn of
        filled = f"A1:{cell_address(sheet.height, sheet.width)}"
        yield f'<ignoredErrors><ignoredError sqref="{filled}" numberStoredAsText="1"/></ignoredErrors>'
    yield "</worksheet>"


def _columns(sheet: Sheet) -> str:
    written = []
    for column in range(1, sheet.width + 1):
        shown = (row[column - 1] for row in sheet.rows[:ROWS_THAT_TELL_WIDTHS])
        longest = max((len(str(value)) for value in shown if value is not None), default=0)
        hidden = ' hidden="1"' if column in sheet.hidden_columns else ""
        width = min(max(longest + 2, NARROWEST), WIDEST)
        written.append(f'<col min="{column}" max="{column}" width="{width}" customWidth="1"{hidden}/>')
    return f"<cols>{''.join(written)}</cols>" if written else ""


def _frame(workbook: Workbook, names: dict[str, str], formats: Formats) -> Iterator[tuple[str, str]]:
    """The parts around the sheets."""
    numbered = list(enumerate(workbook.sheets, 1))
    overrides = "".join(
        f'<Override PartName="/{part}" ContentType="{CONTENT}.{kind}+xml"/>'
        for part, kind in [
            ("xl/workbook.xml", "sheet.main"),
            ("xl/styles.xml", "styles"),
            *((f"xl/worksheets/sheet{n}.xml", "worksheet") for n, _ in numbered),
        ]
    )
    defaults = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    yield "[Content_Types].xml", f'<Types xmlns="{PACKAGE}/content-types">{defaults}{overrides}</Types>'
    yield "_rels/.rels", _relations([("r1", "officeDocument", "xl/workbook.xml")])
    sheets = "".join(_listed(names[sheet.name], sheet.hidden, n) for n, sheet in numbered)
    views = "<bookViews><workbookView/></bookViews>"
    opening = f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">'
    yield "xl/workbook.xml", f"{opening}{views}<sheets>{sheets}</sheets></workbook>"
    parts = [(f"r{n}", "worksheet", f"worksheets/sheet{n}.xml") for n, _ in numbered]
    yield "xl/_rels/workbook.xml.rels", _relations([*parts, ("r0", "styles", "styles.xml")])
    yield "xl/styles.xml", formats.styles(MAIN).decode().removeprefix(HEAD)


def _member(name: str) -> ZipInfo:
    member = ZipInfo(name, EPOCH)
    member.compress_type = ZIP_DEFLATED
    return member


def _listed(name: str, is_hidden: bool, number: int) -> str:
    hidden = ' state="hidden"' if is_hidden else ""
    return f'<sheet name={xml_value(name)} sheetId="{number}" r:id="r{number}"{hidden}/>'


def _relations(parts: Iterable[tuple[str, str, str]]) -> str:
    written = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for name, kind, target in parts
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{written}</Relationships>'
