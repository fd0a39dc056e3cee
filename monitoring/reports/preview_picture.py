"""The preview picture: what social networks show of a page, drawn around the same chart that stands on it."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import dataclass
from html import escape

from monitoring.charts.svg_element import element, text_width, wrapped
from monitoring.reports.raster import png_of

WIDTH, HEIGHT = 1200, 630
_EDGE, _FOOT, _TOP = 60, 56, 14
_INK, _MUTED, _LINE, _ACCENT = "#16232b", "#4d5b66", "#d3dade", "#0b5563"
_HEADING, _SENTENCE = 42, 27
_FRAME = re.compile(r'viewBox="0 0 (?P<width>[\d.]+) (?P<height>[\d.]+)"')
_LOGO_WIDTH, _LOGO_HEIGHT = 220, 84


@dataclass(frozen=True, slots=True)
class PreviewLogo:
    """A logo to be drawn: its kind, content, and size in any unit."""

    media_type: str
    content: bytes
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Preview:
    """What is on the picture. `chart` is an SVG drawing, `foot` says product and publication."""

    municipality: str
    heading: str
    sentence: str
    foot: tuple[str, str]
    chart: str | None = None
    accent: str | None = None
    logo: PreviewLogo | None = None


def preview_png(preview: Preview) -> bytes:
    """The picture, 1200 × 630 pixels."""
    return png_of(preview_svg(preview), WIDTH)


def preview_svg(preview: Preview) -> str:
    """The picture as a drawing."""
    heading, bottom = _head(preview)
    accent = preview.accent or _ACCENT
    parts = [
        element("rect", width=WIDTH, height=HEIGHT, fill="#ffffff"),
        element("rect", width=WIDTH, height=_TOP, fill=accent),
        heading,
        _middle(preview, bottom + 30),
        _foot(preview.foot),
    ]
    return element(
        "svg",
        "".join(parts),
        xmlns="http://www.w3.org/2000/svg",
        width=WIDTH,
        height=HEIGHT,
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
    )


def _head(preview: Preview) -> tuple[str, float]:
    """Municipality, heading and logo; and where they end."""
    room = WIDTH - 2 * _EDGE - (_LOGO_WIDTH + 40 if preview.logo else 0)
    lines = _fitted(preview.heading, room, _HEADING, 2)
    name = _line(preview.municipality, _EDGE, 76, 26, _MUTED, weight=600)
    rows = [_line(each, _EDGE, 128 + 50 * row, _HEADING, _INK, weight=700) for row, each in enumerate(lines)]
    bottom = 128 + 50 * (len(lines) - 1)
    return name + "".join(rows) + _logo(preview.logo), max(bottom, 134 if preview.logo else 0)


def _logo(logo: PreviewLogo | None) -> str:
    if logo is None:
        return ""
    scale = min(_LOGO_WIDTH / logo.width, _LOGO_HEIGHT / logo.height)
    width, height = logo.width * scale, logo.height * scale
    content = b64encode(logo.content).decode()
    return element(
        "image",
        x=WIDTH - _EDGE - width,
        y=50.0,
        width=width,
        height=height,
        href=f"data:{logo.media_type};base64,{content}",
    )


def _middle(preview: Preview, top: float) -> str:
    """The chart with the sentence beside it; the sentence alone where there is no chart."""
    bottom = HEIGHT - _FOOT - 24
    if preview.chart is None:
        return _text(preview.sentence, _EDGE, top + 34, WIDTH - 2 * _EDGE, bottom)
    chart, width = _chart(preview.chart, _EDGE, top, 660, bottom - top)
    left = _EDGE + width + 48
    return chart + _text(preview.sentence, left, top + 34, WIDTH - _EDGE - left, bottom)


def _chart(svg: str, x: float, y: float, width: float, height: float) -> tuple[str, float]:
    """The drawing of the page as large as it fits; and how wide that is."""
    frame = _FRAME.search(svg)
    if frame is None:
        return "", 0
    scale = min(width / float(frame["width"]), height / float(frame["height"]))
    own, high = float(frame["width"]) * scale, float(frame["height"]) * scale
    placed = f'<svg x="{x:.0f}" y="{y:.0f}" width="{own:.0f}" height="{high:.0f}" '
    return svg.replace("<svg ", placed, 1), own


def _text(text: str, x: float, y: float, room: float, bottom: float) -> str:
    step = _SENTENCE * 1.4
    lines = _fitted(text, room, _SENTENCE, max(1, int((bottom - y) // step) + 1))
    return "".join(_line(each, x, y + step * row, _SENTENCE, _INK) for row, each in enumerate(lines))


def _foot(said: tuple[str, str]) -> str:
    y = HEIGHT - _FOOT
    rule = element("line", x1=_EDGE, x2=WIDTH - _EDGE, y1=y, y2=y, stroke=_LINE, stroke_width=2)
    left = _line(said[0], _EDGE, y + 35, 22, _MUTED, weight=600)
    return rule + left + _line(said[1], WIDTH - _EDGE, y + 35, 22, _MUTED, anchor="end")


def _fitted(text: str, room: float, size: float, most: int) -> list[str]:
    """A text in at most so many lines; what does not fit is cut with a mark."""
    # Source Sans runs narrower than the letters that text_width measures for.
    lines = wrapped(text, room / 0.88, size)
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while last and text_width(f"{last} …", size) > room / 0.88:
        last = last.rpartition(" ")[0]
    return [*lines[: most - 1], f"{last.rstrip(',;:')} …"]


def _line(
    text: str, x: float, y: float, size: float, colour: str, *, weight: int = 400, anchor: str = "start"
) -> str:
    return element(
        "text",
        escape(text, quote=False),
        x=float(x),
        y=float(y),
        font_size=size,
        font_weight=weight,
        fill=colour,
        text_anchor=anchor,
    )
