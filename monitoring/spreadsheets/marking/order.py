"""In which order elements stand in a sheet, in a workbook and among the styles: programs refuse any other.

Runs in the child process: only the standard library is imported.
"""

from __future__ import annotations

from monitoring.spreadsheets.marking.xml_part import Element, Unmarkable, XmlPart

SHEET = (
    "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges "
    "scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr "
    "conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter "
    "rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing "
    "legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst"
).split()
STYLES = (
    "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst"
).split()
# What stands here that we do not know are newer kinds of controls and objects.
UNKNOWN = "controls"


def place_for(part: XmlPart, name: str, order: list[str]) -> int:
    """Where in a part a new child of the root belongs: before the first that must come later."""
    rank = order.index(name)
    for child in part.children(part.root):
        if order.index(child.name if child.name in order else UNKNOWN) > rank:
            return child.start
    if part.root.is_empty:
        raise Unmarkable(part.root.name)
    return part.root.closed


def child_of_root(part: XmlPart, name: str) -> Element | None:
    """The child of the root of that name, if there is one."""
    return next(iter(part.named(name, part.root)), None)
