"""The poster for the board in the town hall: one sheet with a message, a QR code and the address beneath."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from html import escape

from monitoring.charts.svg_element import element, wrapped
from monitoring.reports.preview_picture import PreviewLogo
from monitoring.reports.qr_code import qr_path

SHEETS = {"a4": (210.0, 297.0), "a5": (148.0, 210.0)}
"""Width and height in millimetres."""
_INK, _MUTED, _ACCENT = "#16232b", "#4d5b66", "#0b5563"
_FONT = "Arial, 'Liberation Sans', Helvetica, sans-serif"


@dataclass(frozen=True, slots=True)
class Poster:
    """What stands on the sheet; `address` is what the code leads to, `foot` says as of when it was true."""

    municipality: str
    heading: str
    sentence: str
    scan: str
    address: str
    foot: str
    accent: str | None = None
    logo: PreviewLogo | None = None


def poster_svg(poster: Poster, sheet: str = "a4") -> str:
    """The sheet as a drawing in its real size."""
    width, height = SHEETS[sheet]
    scale = width / SHEETS["a4"][0]
    return element(
        "svg",
        element("title", escape(f"{poster.heading}, {poster.municipality}", quote=False))
        + element("g", _content(poster, height / scale), transform=f"scale({scale:.4f})"),
        xmlns="http://www.w3.org/2000/svg",
        width=f"{width:.0f}mm",
        height=f"{height:.0f}mm",
        viewBox=f"0 0 {width:.0f} {height:.0f}",
        class_="poster-sheet",
        role="img",
        aria_label=_told(poster),
        font_family=_FONT,
    )


def _told(poster: Poster) -> str:
    """What is on the sheet, for those who do not see it."""
    return f"{poster.municipality}: {poster.heading}. {poster.sentence} {poster.scan}: {poster.address}"


def _content(poster: Poster, height: float) -> str:
    """Everything on a sheet 210 wide; a smaller one is the same, scaled."""
    parts = [
        element("rect", width=210, height=height, fill="#ffffff"),
        element("rect", width=210, height=6, fill=poster.accent or _ACCENT),
        _logo(poster.logo),
        _text(poster.municipality, 20, 34, 9, _MUTED, bold=True),
        _lines(poster.heading, 58, 14, 2, bold=True),
        _lines(poster.sentence, 92, 7.5, 4),
        _code(poster.address, 52, 126),
        _centred(poster.scan, 242, 8, bold=True),
        _centred(_short(poster.address), 254, 6.5 if len(poster.address) < 60 else 4.6),
        _centred(poster.foot, height - 12, 5, _MUTED),
    ]
    return "".join(parts)


def _logo(logo: PreviewLogo | None) -> str:
    if logo is None:
        return ""
    scale = min(50 / logo.width, 24 / logo.height)
    width, height = logo.width * scale, logo.height * scale
    href = f"data:{logo.media_type};base64,{b64encode(logo.content).decode()}"
    return element("image", x=190.0 - width, y=16.0, width=width, height=height, href=href)


def _code(address: str, x: float, y: float) -> str:
    """The code, 106 mm wide with its quiet zone."""
    path, side = qr_path(address)
    drawn = element("path", d=path, stroke="#000000", fill="none", shape_rendering="crispEdges")
    return element("g", drawn, transform=f"translate({x},{y}) scale({106 / side:.4f})")


def _lines(text: str, y: float, size: float, most: int, *, bold: bool = False) -> str:
    lines = wrapped(text, 170 / 0.92, size)
    shown = lines if len(lines) <= most else [*lines[: most - 1], f"{lines[most - 1]} …"]
    step = size * 1.35
    return "".join(_text(each, 20, y + step * row, size, bold=bold) for row, each in enumerate(shown))


def _centred(text: str, y: float, size: float, colour: str = _INK, *, bold: bool = False) -> str:
    return _text(text, 105, y, size, colour, bold=bold, anchor="middle")


def _text(
    text: str,
    x: float,
    y: float,
    size: float,
    colour: str = _INK,
    *,
    bold: bool = False,
    anchor: str = "start",
) -> str:
    weight = "bold" if bold else None
    said = escape(text, quote=False)
    return element(
        "text",
        said,
        x=float(x),
        y=float(y),
        font_size=float(size),
        fill=colour,
        font_weight=weight,
        text_anchor=anchor,
    )


def _short(address: str) -> str:
    """An address as people type it.

    >>> _short("https://klima.example/kommune/a")
    'klima.example/kommune/a'
    """
    return address.partition("://")[2] or address
