"""All sheets of a workbook marked, one after the other, and the summary put in front.

Runs in the child process: only the standard library is imported.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

from monitoring.spreadsheets.addresses import cell_address
from monitoring.spreadsheets.archive import Archive
from monitoring.spreadsheets.marking import comments_part, notes_drawing
from monitoring.spreadsheets.marking.package import WORKBOOK, Package
from monitoring.spreadsheets.marking.request import Mark, Request
from monitoring.spreadsheets.marking.sheet_part import SheetPart, deselect
from monitoring.spreadsheets.marking.styles_part import add_colours, add_looks
from monitoring.spreadsheets.marking.summary_part import add_summary
from monitoring.spreadsheets.marking.xml_part import Unmarkable, XmlPart
from monitoring.spreadsheets.xlsx_marks import sheet_parts

# Charts on sheets of their own have no cells.
NO_CELLS = frozenset({"chartsheet", "dialogsheet"})
# So many blocks of numbers are kept for the comments of each sheet.
BLOCKS_OF_A_SHEET = 8


class Aside(StrEnum):
    """What only shows while a workbook is marked and is said on the summary sheet."""

    CONVERSATIONS = "conversations"
    SIGNATURE = "signature"


def marked(archive: Archive, request: Request) -> bytes:
    """The workbook with its cells marked; raises Unmarkable."""
    if archive.kind != "xlsx":
        raise Unmarkable(archive.kind)
    package, asides = Package(archive.members), set()
    colours = add_colours(package)
    without_cells = {each.target for each in package.relations(WORKBOOK) if each.kind in NO_CELLS}
    for number, (name, part) in enumerate(_sheets(package).items(), start=1):
        if part in without_cells:
            _deselect(package, part)
        else:
            asides |= _mark_sheet(package, part, request.marks.get(name, []), colours, number)
    if package.has_part("_xmlsignatures/"):
        asides.add(Aside.SIGNATURE)
    said = [request.summary.asides[each] for each in Aside if each in asides]
    add_summary(package, request.summary, said, add_looks(package))
    return package.content()


def _deselect(package: Package, part: str) -> None:
    chart = XmlPart(package.read(part))
    deselect(chart)
    package.write(part, chart.content())


def _sheets(package: Package) -> dict[str, str]:
    return sheet_parts(package.read(WORKBOOK), package.read("xl/_rels/workbook.xml.rels"))


def _mark_sheet(
    package: Package, part: str, marks: Sequence[Mark], colours: Mapping[str, int], number: int
) -> set[Aside]:
    sheet = SheetPart(package.read(part))
    deselect(sheet.part)
    sheet.remove_colours()
    sheet.colour(marks, colours)
    asides = _comment(package, part, sheet, marks, number)
    package.write(part, sheet.content())
    return asides


def _comment(package: Package, part: str, sheet: SheetPart, marks: Sequence[Mark], number: int) -> set[Aside]:
    """Writes the comments and their boxes; a cell with a conversation shows nothing else and keeps it."""
    known = package.target(part, "comments")
    talks = _conversations(package, part)
    notes = {cell_address(each.row, each.column): each.text for each in marks if each.text is not None}
    asides = {Aside.CONVERSATIONS} if talks & notes.keys() else set()
    notes = {address: text for address, text in notes.items() if address not in talks}
    if known is None and not notes:
        return asides
    xml, gone = comments_part.without_ours(
        package.read(known) if known else comments_part.no_comments(package.namespace)
    )
    xml, fresh = comments_part.with_ours(xml, notes)
    _draw(package, part, sheet, gone, fresh, number * BLOCKS_OF_A_SHEET)
    if known is None:
        known = package.new_part("xl/commentsZ{}.xml")
        package.relate(part, "comments", known)
        package.declare(known, comments_part.CONTENT_TYPE)
    package.write(known, xml)
    return asides


def _draw(
    package: Package, part: str, sheet: SheetPart, gone: set[str], fresh: Sequence[str], block: int
) -> None:
    drawing = package.related(part, sheet.drawing_relation) if sheet.drawing_relation else None
    if drawing is None:
        if not fresh:
            return
        drawing = package.new_part("xl/drawings/vmlDrawingZ{}.vml")
        package.write(drawing, notes_drawing.empty_drawing(block, len(fresh)))
        package.declare_ending("vml", notes_drawing.CONTENT_TYPE)
        sheet.add_drawing(package.relate(part, "vmlDrawing", drawing), package.relation_types)
    kept = notes_drawing.without_boxes(package.read(drawing), gone)
    package.write(drawing, notes_drawing.with_boxes(kept, fresh, block))


def _conversations(package: Package, part: str) -> set[str]:
    """The cells with a conversation of several people."""
    talks = package.target(part, "threadedComment")
    return (
        {each.attributes["ref"] for each in XmlPart(package.read(talks)).named("threadedComment")}
        if talks
        else set()
    )
