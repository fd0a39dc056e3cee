"""The accent colour of a municipality as a few rules of style, in the place of the tokens of the site."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from monitoring.domain.contrast import Scheme, palette
from monitoring.domain.public_face import PublicFace

_TOKENS = Path(__file__).resolve().parents[2] / "assets" / "tokens.css"
_DARK = "@media screen and (prefers-color-scheme: dark)"


def accent_style(face: PublicFace) -> str:
    """The rules; empty where no colour is set.

    >>> accent_style(PublicFace())
    ''
    >>> accent_style(PublicFace(accent="#7a1f3d")).partition(";")[0]
    ':root{--accent:#7a1f3d'
    """
    light, dark = (face.accent_in(scheme) for scheme in Scheme)
    if light is None or dark is None:
        return ""
    return f"{_rule(light, Scheme.LIGHT)}{_DARK}{{{_rule(dark, Scheme.DARK)}}}"


def light_style(face: PublicFace) -> str:
    """Rules that keep a page light on a dark screen, as the website around a frame may be."""
    accent = face.accent_in(Scheme.LIGHT)
    tokens = _light_tokens() | (palette(accent, Scheme.LIGHT) if accent else {})
    said = ";".join(f"--{name}:{value}" for name, value in tokens.items())
    return f"{_DARK}{{:root{{color-scheme:light;{said}}}}}"


@cache
def _light_tokens() -> dict[str, str]:
    """The colours of the light scheme, from assets/tokens.css."""
    light = _TOKENS.read_text(encoding="utf-8").partition("@media")[0]
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", light))


def _rule(colour: str, scheme: Scheme) -> str:
    tokens = ";".join(f"--{name}:{value}" for name, value in palette(colour, scheme).items())
    return f":root{{{tokens}}}"
