"""Checking a picture: told by its content, never by its name, and kept only as far as it is understood."""

from __future__ import annotations

from monitoring.pictures import jpeg, logo, png, svg_file
from monitoring.pictures.picture import MOST_KILOBYTES, Picture, Unusable

_BYTES_OF_A_KILOBYTE = 1000


def checked(content: bytes) -> Picture:
    """The picture in a file, cleaned, and small enough for every page.

    Raises:
        Unusable: it is too large, of another kind, broken, or an SVG with scripts or foreign references.
    """
    if len(content) > MOST_KILOBYTES * _BYTES_OF_A_KILOBYTE:
        raise Unusable("picture_too_heavy", limit=MOST_KILOBYTES)
    if content.startswith(png.SIGNATURE):
        return logo.light(png.cleaned(content), content)
    if content.startswith(jpeg.START):
        return logo.light(jpeg.cleaned(content), content)
    if svg_file.looks_like_svg(content):
        return svg_file.cleaned(content)
    raise Unusable("picture_kind")
