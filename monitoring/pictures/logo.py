"""Logos of pixels: decoded to know that they can be shown, upright, and light enough for every page."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from monitoring.pictures.orientation import is_upright, upright
from monitoring.pictures.picture import Picture, Unusable

if TYPE_CHECKING:
    from PIL import Image

LONGEST = 600
"""Pixels: sharp on paper at the size of a notice, and far more than a screen shows."""


def light(cleaned: Picture, content: bytes) -> Picture:
    """The cleaned logo of a file where it is upright and small, else its pixels written anew.

    Raises:
        Unusable: the file looks like a picture and cannot be decoded.
    """
    from PIL import Image

    try:
        with Image.open(io.BytesIO(content), formats=("JPEG", "PNG")) as opened:
            opened.load()
            if is_upright(opened) and max(opened.size) <= LONGEST:
                return cleaned
            pixels = upright(opened)
            pixels.thumbnail((LONGEST, LONGEST), Image.Resampling.LANCZOS)
            return _written(pixels, opened.format or "PNG", cleaned.media_type)
    except (OSError, ValueError, SyntaxError):  # what Pillow raises for broken files
        raise Unusable("picture_broken") from None


def _written(pixels: Image.Image, kind: str, media_type: str) -> Picture:
    pixels.info = {}  # notes and profiles, which would be written again
    file = io.BytesIO()
    pixels.save(file, kind, optimize=True, **({"quality": 90} if kind == "JPEG" else {}))
    return Picture(media_type, *pixels.size, file.getvalue())
