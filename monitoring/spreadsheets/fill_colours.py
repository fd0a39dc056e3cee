"""The fill colours of an .xlsx file's cell styles, as #RRGGBB; white and no fill are no colour.

Runs in the child process: only the standard library is imported.
"""

from __future__ import annotations

import colorsys
import re

from monitoring.spreadsheets.marks import parse, xml_parser

WHITE = "#FFFFFF"
THEME_ORDER = ("lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6")
OFFICE_THEME = (
    *("FFFFFF", "000000", "E7E6E6", "44546A", "4472C4"),
    *("ED7D31", "A5A5A5", "FFC000", "5B9BD5", "70AD47"),
)
"""The colours that a number means where the file has no theme of its own."""
INDEXED = (
    "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF "
    "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF "
    "800000 008000 000080 808000 800080 008080 C0C0C0 808080 "
    "9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF "
    "000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF "
    "00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 "
    "3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 "
    "003366 339966 003300 333300 993300 993366 333399 333333"
).split()
"""The palette of old files, by number."""
_HEX = re.compile(r"(?:[0-9A-Fa-f]{2})?([0-9A-Fa-f]{6})")


def theme_colours(theme: bytes) -> list[str]:
    """The colours of a theme in the order in which styles number them."""
    found: dict[str, str] = {}
    inside = [""]

    def start(name: str, attributes: dict[str, str]) -> None:
        element = name.rpartition(":")[2]
        if element in THEME_ORDER:
            inside[0] = element
        elif element in ("srgbClr", "sysClr") and inside[0]:
            found.setdefault(inside[0], attributes.get("lastClr") or attributes.get("val", ""))

    if theme:
        parse(xml_parser(start), theme)
    return [found.get(name) or OFFICE_THEME[at] for at, name in enumerate(THEME_ORDER)]


def fills_by_style(styles: bytes, theme: bytes) -> dict[str, str]:
    """Style number to the colour with which it fills a cell, for styles that do."""
    if b"fgColor" not in styles:
        return {}
    scan = _Styles(theme_colours(theme))
    parse(xml_parser(scan.start), styles)
    colours = {str(style): scan.fills.get(fill) for style, fill in enumerate(scan.styles)}
    return {style: colour for style, colour in colours.items() if colour and colour != WHITE}


class _Styles:
    """The state of one pass over styles.xml: fills by number, and the fill of each style."""

    def __init__(self, theme: list[str]) -> None:
        self.fills: dict[int, str] = {}
        self.styles: list[int] = []
        self._theme = theme
        self._part, self._pattern, self._number = "", "", -1

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Takes note of one element."""
        element = name.rpartition(":")[2]
        if element in ("fills", "cellXfs", "cellStyles", "cellStyleXfs", "dxfs", "borders"):
            self._part = element
        elif element == "xf" and self._part == "cellXfs":
            self.styles.append(int(attributes.get("fillId", "0")))
        elif self._part == "fills":
            self._fill(element, attributes)

    def _fill(self, element: str, attributes: dict[str, str]) -> None:
        if element == "fill":
            self._number, self._pattern = self._number + 1, ""
        elif element == "patternFill":
            self._pattern = attributes.get("patternType", "")
        elif element == "fgColor" and self._pattern not in ("", "none"):
            colour = colour_of(attributes, self._theme)
            if colour:
                self.fills[self._number] = colour


def colour_of(attributes: dict[str, str], theme: list[str]) -> str | None:
    """A colour as #RRGGBB from its red, green and blue, its number in a theme or palette, and its tint.

    With a tint each part is within one step of 255 of what office programs show; they count in other steps.

    >>> colour_of({"rgb": "FF01873B"}, []), colour_of({"indexed": "10"}, [])
    ('#01873B', '#FF0000')
    >>> colour_of({"theme": "9", "tint": "0.6"}, list(OFFICE_THEME))
    '#C5E0B4'
    """
    exact = _HEX.fullmatch(attributes.get("rgb", ""))
    if exact:
        plain = exact[1]
    elif "theme" in attributes:
        plain = _numbered(theme, attributes["theme"])
    else:
        plain = _numbered(INDEXED, attributes.get("indexed", ""))
    if not _HEX.fullmatch(plain):
        return None
    return _tinted(plain[-6:], float(attributes.get("tint", "0"))).upper()


def _numbered(colours: list[str], number: str) -> str:
    return colours[int(number)] if number.isdigit() and int(number) < len(colours) else ""


def _tinted(plain: str, tint: float) -> str:
    """Lighter for a positive tint, darker for a negative one, as the office programs do it."""
    parts = [int(plain[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    hue, light, saturation = colorsys.rgb_to_hls(parts[0], parts[1], parts[2])
    light = light * (1 + tint) if tint < 0 else light + (1 - light) * tint
    return "#" + "".join(f"{round(part * 255):02X}" for part in colorsys.hls_to_rgb(hue, light, saturation))
