"""The drawing in which a sheet keeps the boxes of its comments; programs write it in an old language (VML).

Runs in the child process: only the standard library is imported.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from monitoring.spreadsheets.addresses import position
from monitoring.spreadsheets.marking.xml_part import Unmarkable

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
SHAPE = re.compile(rb"(?s)<(\w+:)shape\s.*?</\1shape>")
WHERE = re.compile(rb"(?s)<\w+:Row>\s*(\d+)\s*</\w+:Row>\s*<\w+:Column>\s*(\d+)\s*</\w+:Column>")
SHAPE_NUMBER = re.compile(rb"_x0000_s(\d+)")
BOX = (
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
PREFIXES = (
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"'
)
EMPTY = (
    f"<xml{PREFIXES}>"
    '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="{}"/></o:shapelayout>{}</xml>'
)
# The numbers of shapes come in blocks of this size.
BLOCK = 1024
ROWS_OF_A_BOX, COLUMNS_OF_A_BOX = 7, 4


def empty_drawing(block: int, boxes: int) -> bytes:
    """A drawing without boxes whose numbers come from as many blocks as it will need."""
    blocks = ",".join(str(block + number) for number in range(boxes // BLOCK + 1))
    return EMPTY.format(blocks, BOX).encode()


def without_boxes(drawing: bytes, addresses: AbstractSet[str]) -> bytes:
    """The drawing without the boxes of some cells."""
    cells = {tuple(part - 1 for part in position(address)) for address in addresses}

    def kept(shape: re.Match[bytes]) -> bytes:
        where = WHERE.search(shape[0])
        is_gone = where is not None and (int(where[1]), int(where[2])) in cells
        return b"" if is_gone else shape[0]

    return SHAPE.sub(kept, drawing) if cells else drawing


def with_boxes(drawing: bytes, addresses: Iterable[str], block: int) -> bytes:
    """The drawing with a box for each cell, numbered from the block or behind those it has."""
    end = drawing.rfind(b"</xml>")
    if end < 0:
        raise Unmarkable("drawing")
    first = 1 + max([block * BLOCK, *map(int, SHAPE_NUMBER.findall(drawing))])
    box = b"" if b'id="_x0000_t202"' in drawing else BOX.encode()
    boxes = "".join(_box(first + number, *position(each)) for number, each in enumerate(addresses))
    return drawing[:end] + _prefixed(drawing, box + boxes.encode()) + drawing[end:]


def _prefixed(drawing: bytes, boxes: bytes) -> bytes:
    """Where the drawing has other prefixes than usual, our elements name their own."""
    if all(prefix.encode() in drawing for prefix in PREFIXES.split()):
        return boxes
    return re.sub(rb"<v:(shape|shapetype)(?=\s)", rb"<v:\1" + PREFIXES.encode(), boxes)


def _box(number: int, row: int, column: int) -> str:
    anchor = (column, 15, max(0, row - 2), 10, column + COLUMNS_OF_A_BOX, 15, row - 2 + ROWS_OF_A_BOX, 4)
    return (
        f'<v:shape id="_x0000_s{number}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;'
        'margin-top:2pt;width:240pt;height:100pt;z-index:1;visibility:hidden" fillcolor="#ffffe1" '
        'o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/>'
        '<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto">'
        '<div style="text-align:left"></div></v:textbox>'
        '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
        f"<x:Anchor>{', '.join(map(str, anchor))}</x:Anchor><x:AutoFill>False</x:AutoFill>"
        f"<x:Row>{row - 1}</x:Row><x:Column>{column - 1}</x:Column></x:ClientData></v:shape>"
    )
