"""One sheet, marked: rules that colour cells, and the place of its comments. Its cells are not touched.

The colours are rules (conditional formats), not fills: every fill, font and number format stays the town's
own, also where the workbook comes back, and the rules of an earlier check can be taken away again.
Runs in the child process: only the standard library is imported.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from monitoring.spreadsheets.addresses import cell_address
from monitoring.spreadsheets.marking.order import SHEET, child_of_root, place_for
from monitoring.spreadsheets.marking.request import SIGN, Mark
from monitoring.spreadsheets.marking.xml_part import Unmarkable, XmlPart, xml_text

FORMULA = f'LEN("{SIGN}")>0'
# A rule with a very long list of cells is slow in some programs.
CELLS_OF_A_RULE = 200
OPENING = re.compile(rb"<(?:[\w.-]+:)?sheetData(?:\s[^>]*)?>")
CLOSING = re.compile(rb"</(?:[\w.-]+:)?sheetData\s*>")


class SheetPart:
    """A sheet without its cells, which are put back as they were."""

    def __init__(self, xml: bytes) -> None:
        opening = OPENING.search(xml)
        if not opening:
            raise Unmarkable("sheetData")
        begin = end = opening.end()
        if not opening[0].endswith(b"/>"):
            end = _last_closing(xml)
        self._cells = xml[begin:end]
        self.part = XmlPart(xml[:begin] + xml[end:])

    def content(self) -> bytes:
        """The whole sheet with its changes."""
        changed = self.part.content()
        opening = OPENING.search(changed)
        assert opening
        return changed[: opening.end()] + self._cells + changed[opening.end() :]

    def remove_colours(self) -> None:
        """Takes away the rules of an earlier check."""
        for block in self.part.named("conditionalFormatting"):
            rules = self.part.named("cfRule", block)
            ours = [rule for rule in rules if SIGN.encode() in self.part.text(rule)]
            for gone in [block] if ours and len(ours) == len(rules) else ours:
                self.part.replace(gone, b"")

    def colour(self, marks: Sequence[Mark], styles: Mapping[str, int]) -> None:
        """Colours cells by what was found in them, before all other rules."""
        rules = [
            (severity, addresses[at : at + CELLS_OF_A_RULE])
            for severity, addresses in _by_severity(marks, styles).items()
            for at in range(0, len(addresses), CELLS_OF_A_RULE)
        ]
        for rule in self.part.named("cfRule"):
            if rule.attributes.get("priority", "").isdigit():
                rule.set["priority"] = str(int(rule.attributes["priority"]) + len(rules))
        place = place_for(self.part, "conditionalFormatting", SHEET)
        for priority, (severity, addresses) in enumerate(rules, start=1):
            self.part.insert(place, _rule(addresses, styles[severity], priority))

    @property
    def drawing_relation(self) -> str | None:
        """Under which name the sheet uses the drawing of its comments."""
        drawing = child_of_root(self.part, "legacyDrawing")
        names = drawing.attributes.items() if drawing else ()
        return next((value for name, value in names if name.endswith(":id")), None)

    def add_drawing(self, relation: str, relation_types: str) -> None:
        """Names the drawing of the comments."""
        xml = f'<legacyDrawing xmlns:rel="{relation_types}" rel:id="{relation}"/>'
        self.part.insert(place_for(self.part, "legacyDrawing", SHEET), xml)


def deselect(sheet: XmlPart) -> None:
    """Two chosen sheets would be edited together."""
    for view in sheet.named("sheetView"):
        if "tabSelected" in view.attributes:
            view.set["tabSelected"] = "0"


def _last_closing(xml: bytes) -> int:
    at = max(xml.rfind(b"</sheetData"), xml.rfind(b":sheetData"))
    closing = CLOSING.search(xml, xml.rfind(b"<", 0, at + 1)) if at >= 0 else None
    if not closing:
        raise Unmarkable("sheetData")
    return closing.start()


def _by_severity(marks: Sequence[Mark], styles: Mapping[str, int]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {severity: [] for severity in styles}
    for mark in marks:
        found[mark.severity].append(cell_address(mark.row, mark.column))
    return found


def _rule(addresses: Sequence[str], style: int, priority: int) -> str:
    formula = f"<formula>{xml_text(FORMULA)}</formula>"
    rule = f'<cfRule type="expression" dxfId="{style}" priority="{priority}">{formula}</cfRule>'
    return f'<conditionalFormatting sqref="{" ".join(addresses)}">{rule}</conditionalFormatting>'
