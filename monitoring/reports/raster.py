"""From a drawing to pixels: our own SVG as PNG, with the colours of the light page and letters of its own."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

_ASSETS = Path(__file__).resolve().parents[2] / "assets"
_TOKEN = re.compile(r"--([\w-]+): ([^;]+);")
_RULE = re.compile(r"^(\.(?:chart-|fill|line)[^{@]*)\{([^}]*)\}", re.MULTILINE)
_DECLARED = re.compile(r"\b(?:fill|stroke|stroke-width|stroke-linejoin|paint-order|font-weight)\s*:[^;]+")
WEIGHTS = ("Regular", "Semibold", "Bold")
FAMILY = "Source Sans Pro"


def png_of(svg: str, width: int) -> bytes:
    """The drawing as PNG, so many pixels wide. Nothing is fetched, no font of the machine is used."""
    # Loaded when a picture is first asked for: most processes never draw one.
    import resvg_py

    drawn = resvg_py.svg_to_bytes(
        svg_string=svg,
        width=width,
        style_sheet=chart_style(),
        skip_system_fonts=True,
        font_files=font_files(),
        font_family=FAMILY,
        sans_serif_family=FAMILY,
    )
    return bytes(drawn)


@cache
def font_files() -> list[str]:
    """The files of the font, which comes as a package."""
    import font_source_sans_pro

    folder = Path(font_source_sans_pro.__file__).parent / "files"
    return [str(folder / f"SourceSansPro-{weight}.ttf") for weight in WEIGHTS]


@cache
def chart_style() -> str:
    """The rules of assets/site_charts.css that colour drawings, with the light value of every token."""
    tokens = dict(_TOKEN.findall(_read("tokens.css").partition("@media")[0]))
    rules = _RULE.findall(_read("site_charts.css"))
    style = "\n".join(f"{names}{{{';'.join(_DECLARED.findall(said))}}}" for names, said in rules)
    return re.sub(r"var\(--([\w-]+)\)", lambda found: tokens[found[1]], style)


def _read(name: str) -> str:
    return (_ASSETS / name).read_text(encoding="utf-8")
