"""The summary sheet in front of a marked workbook.

Runs in the child process: only the standard library is imported.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from monitoring.spreadsheets.addresses import cell_address
from monitoring.spreadsheets.marking.order import child_of_root
from monitoring.spreadsheets.marking.package import WORKBOOK, Package
from monitoring.spreadsheets.marking.request import Summary, SummaryCell
from monitoring.spreadsheets.marking.styles_part import ONE_LINE
from monitoring.spreadsheets.marking.xml_part import Element, Unmarkable, XmlPart, xml_text, xml_value
from monitoring.spreadsheets.xlsx_marks import sheet_parts

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
VIEW = (
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>'
    '<sheetView showGridLines="0" tabSelected="1" workbookViewId="0"/></sheetViews>'
)
LINE_HEIGHT, TITLE_HEIGHT, HIGHEST = 15, 24, 400
"""Points."""
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def add_summary(package: Package, summary: Summary, said: Sequence[str], styles: Mapping[str, int]) -> None:
    """Adds the summary as the first sheet and shows it on opening; replaces that of an earlier check."""
    rows = list(summary.rows)
    rows[summary.asides_at : summary.asides_at] = [[SummaryCell(sentence, "line")] for sentence in said]
    xml = _sheet(rows, summary.widths, styles, package.namespace).encode()
    workbook = XmlPart(package.read(WORKBOOK))
    names = [each.attributes["name"] for each in workbook.named("sheet")]
    if summary.replaces in names:
        at, part = names.index(summary.replaces), part_of(package, summary.replaces)
    else:
        at, part = 0, package.new_part("xl/worksheets/zielpfad{}.xml")
        package.declare(part, CONTENT_TYPE)
        _put_in_front(workbook, summary.name, package.relate(WORKBOOK, "worksheet", part), package)
    package.write(part, xml)
    for view in workbook.named("workbookView"):
        view.set |= {"activeTab": str(at), "firstSheet": str(at)}
    package.write(WORKBOOK, workbook.content())


def part_of(package: Package, sheet: str | None) -> str:
    """The part that holds a sheet."""
    folder, _, name = WORKBOOK.rpartition("/")
    parts = sheet_parts(package.read(WORKBOOK), package.read(f"{folder}/_rels/{name}.rels"))
    return parts[sheet or ""]


def _put_in_front(workbook: XmlPart, name: str, relation: str, package: Package) -> None:
    sheets = child_of_root(workbook, "sheets")
    first = next(iter(workbook.children(sheets)), None) if sheets else None
    if not sheets or not first:
        raise Unmarkable("sheets")
    number = 1 + max(int(each.attributes["sheetId"]) for each in workbook.children(sheets))
    known = f'name={xml_value(name)} sheetId="{number}" xmlns:rel="{package.relation_types}"'
    workbook.insert(first.start, f'<sheet {known} rel:id="{relation}"/>')
    for defined in workbook.named("definedName"):
        _move_on(defined)


def _move_on(defined: Element) -> None:
    """A name that belongs to one sheet counts the sheets from the front."""
    if "localSheetId" in defined.attributes:
        defined.set["localSheetId"] = str(int(defined.attributes["localSheetId"]) + 1)


def _sheet(
    rows: Sequence[Sequence[SummaryCell]], widths: Sequence[int], styles: Mapping[str, int], namespace: str
) -> str:
    columns = "".join(
        f'<col min="{n}" max="{n}" width="{width}" customWidth="1"/>' for n, width in enumerate(widths, 1)
    )
    links = [
        f'<hyperlink ref="{cell_address(row, column)}" location={_location(*cell.link)} '
        f"display={xml_value(str(cell.value))}/>"
        for row, cells in enumerate(rows, 1)
        for column, cell in enumerate(cells, 1)
        if cell.link
    ]
    return (
        f'{HEAD}<worksheet xmlns="{namespace}">{VIEW}<cols>{columns}</cols>'
        f"<sheetData>{''.join(_row(n, cells, widths, styles) for n, cells in enumerate(rows, 1))}</sheetData>"
        + (f"<hyperlinks>{''.join(links)}</hyperlinks>" if links else "")
        + '<pageSetup orientation="landscape" fitToHeight="0"/></worksheet>'
    )


def _row(number: int, cells: Sequence[SummaryCell], widths: Sequence[int], styles: Mapping[str, int]) -> str:
    written = "".join(
        _cell(cell_address(number, column), cell, styles[cell.style])
        for column, cell in enumerate(cells, 1)
        if cell.value is not None
    )
    return f'<row r="{number}" ht="{_height(cells, widths)}">{written}</row>' if written else ""


def _height(cells: Sequence[SummaryCell], widths: Sequence[int]) -> int:
    """Room for all lines of the longest text; not every program works it out on opening.

    >>> _height([SummaryCell("x" * 25)], [10]), _height([SummaryCell("x" * 25, "line")], [10])
    (45, 15)
    """
    if any(cell.style == "title" for cell in cells):
        return TITLE_HEIGHT
    lines = [
        -(-len(str(cell.value)) // width)
        for cell, width in zip(cells, widths, strict=False)
        if cell.value is not None and cell.style not in ONE_LINE
    ]
    return min(LINE_HEIGHT * max([1, *lines]), HIGHEST)


def _cell(address: str, cell: SummaryCell, style: int) -> str:
    if isinstance(cell.value, int):
        return f'<c r="{address}" s="{style}"><v>{cell.value}</v></c>'
    text = f'<is><t xml:space="preserve">{xml_text(str(cell.value))}</t></is>'
    return f'<c r="{address}" s="{style}" t="inlineStr">{text}</c>'


def _location(sheet: str, cell: str) -> str:
    quoted = sheet.replace("'", "''")
    return xml_value(f"'{quoted}'!{cell}")
