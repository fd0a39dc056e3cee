"""The styles of a workbook with ours added: colours of marked cells, and how the summary sheet looks.

Runs in the child process: only the standard library is imported.
"""

from __future__ import annotations

from collections.abc import Sequence

from monitoring.spreadsheets.marking.order import STYLES, child_of_root, place_for
from monitoring.spreadsheets.marking.package import WORKBOOK, Package
from monitoring.spreadsheets.marking.request import COLOURS
from monitoring.spreadsheets.marking.xml_part import XmlPart

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
BLACK = "FF000000"
FONTS = {
    "plain": f'<font><sz val="11"/><color rgb="{BLACK}"/><name val="Calibri"/><family val="2"/></font>',
    "bold": f'<font><b/><sz val="11"/><color rgb="{BLACK}"/><name val="Calibri"/><family val="2"/></font>',
    "title": f'<font><b/><sz val="16"/><color rgb="{BLACK}"/><name val="Calibri"/><family val="2"/></font>',
    "small": '<font><sz val="9"/><color rgb="FF595959"/><name val="Calibri"/><family val="2"/></font>',
    "link": '<font><u/><sz val="11"/><color rgb="FF0B5394"/><name val="Calibri"/><family val="2"/></font>',
}
FILLS = {"heading": "FFE7E6E6", **COLOURS}
LOOKS = {
    "text": ("plain", None),
    "line": ("plain", None),
    "title": ("title", None),
    "small": ("small", None),
    "link": ("link", None),
    "heading": ("bold", "heading"),
    **{severity: ("plain", severity) for severity in COLOURS},
}
"""The styles of the summary sheet: font and fill."""
ONE_LINE = frozenset({"line", "small", "title"})
"""Styles whose text runs over the empty cells beside it."""
NO_STYLES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="{}">'
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


def add_colours(package: Package) -> dict[str, int]:
    """Adds the colours of marked cells: severity → number of the style for a rule."""
    part, styles = _opened(package)
    first = add_to(styles, "dxfs", [_differential(colour) for colour in COLOURS.values()])
    package.write(part, styles.content())
    return {severity: first + number for number, severity in enumerate(COLOURS)}


def add_looks(package: Package) -> dict[str, int]:
    """Adds the styles of the summary sheet: name → number of the style for a cell."""
    part, styles = _opened(package)
    fonts, fills = add_to(styles, "fonts", list(FONTS.values())), _add_fills(styles)
    named = {name: fonts + number for number, name in enumerate(FONTS)}
    filled = {name: fills + number for number, name in enumerate(FILLS)}
    formats = [
        _format(named[font], filled[fill] if fill else 0, name not in ONE_LINE)
        for name, (font, fill) in LOOKS.items()
    ]
    first = add_to(styles, "cellXfs", formats)
    package.write(part, styles.content())
    return {name: first + number for number, name in enumerate(LOOKS)}


def add_to(styles: XmlPart, group: str, items: Sequence[str]) -> int:
    """Adds to a list of the styles and returns the number of the first one added."""
    listed = child_of_root(styles, group)
    if listed is None and not items:
        return 0
    if listed is None:
        xml = f'<{group} count="{len(items)}">{"".join(items)}</{group}>'
        styles.insert(place_for(styles, group, STYLES), xml)
        return 0
    before = len(styles.children(listed))
    listed.set["count"] = str(before + len(items))
    for item in items:
        styles.append(listed, item)
    return before


def _add_fills(styles: XmlPart) -> int:
    return add_to(styles, "fills", [solid(colour) for colour in FILLS.values()])


def solid(colour: str) -> str:
    """A fill of one colour."""
    return f'<fill><patternFill patternType="solid"><fgColor rgb="{colour}"/></patternFill></fill>'


def _opened(package: Package) -> tuple[str, XmlPart]:
    part = package.target(WORKBOOK, "styles")
    if part is None:
        part = package.new_part("xl/styles{}.xml")
        package.write(part, NO_STYLES.format(package.namespace).encode())
        package.relate(WORKBOOK, "styles", part)
        package.declare(part, CONTENT_TYPE)
    return part, XmlPart(package.read(part))


def _differential(colour: str) -> str:
    fill = (
        f'<patternFill patternType="solid"><fgColor rgb="{colour}"/><bgColor rgb="{colour}"/></patternFill>'
    )
    return f'<dxf><font><color rgb="{BLACK}"/></font><fill>{fill}</fill></dxf>'


def _format(font: int, fill: int, wraps: bool) -> str:
    wrapping = ' wrapText="1"' if wraps else ""
    return (
        f'<xf numFmtId="0" fontId="{font}" fillId="{fill}" borderId="0" xfId="0" quotePrefix="1" '
        f'applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top"{wrapping}/></xf>'
    )
