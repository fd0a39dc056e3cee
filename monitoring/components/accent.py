"""The accent colour of a municipality as a few rules of style, in the place of the tokens of the site."""

from __future__ import annotations

from monitoring.domain.contrast import Scheme, palette
from monitoring.domain.public_face import PublicFace

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


def _rule(colour: str, scheme: Scheme) -> str:
    tokens = ";".join(f"--{name}:{value}" for name, value in palette(colour, scheme).items())
    return f":root{{{tokens}}}"
