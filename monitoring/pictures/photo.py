"""Photos of stories: decoded, turned upright, made small and written anew, so that nothing else comes along.

Place, time, camera and preview pictures of a phone are not removed one by one: only pixels are taken over.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from monitoring.pictures import jpeg, png
from monitoring.pictures.orientation import upright
from monitoring.pictures.picture import Picture, Unusable

if TYPE_CHECKING:
    from PIL import Image

MOST_MEGABYTES = 20
SMALLEST_SIDE = 200
"""Pixels below which a photo looks bad on every screen."""
MOST_MEGAPIXELS = 50
"""What phones make at most; a small file may say that it unpacks to far more."""
WIDEST = 1000
"""Pixels of the longer side of a photo as it is kept."""
NARROW = 320
"""The same of the variant for lists."""
_KINDS = ("JPEG", "PNG", "WEBP")
_ENOUGH_BYTES = 200_000
_QUALITIES = (80, 72, 64, 56, 48)


def photo(content: bytes) -> Picture:
    """The photo as it is kept, whatever it came as: no side of it is longer than `WIDEST`.

    Raises:
        Unusable: it is no photo, broken, or too large to be decoded.
    """
    if len(content) > MOST_MEGABYTES * 1_000_000:
        raise Unusable("photo_too_heavy", limit=MOST_MEGABYTES)
    return _written(_upright(content, WIDEST), may_be_png=content.startswith(png.SIGNATURE))


def narrow(content: bytes) -> Picture:
    """A kept photo once more, for lists. Raises Unusable where it cannot be decoded."""
    return _written(_upright(content, NARROW), may_be_png=content.startswith(png.SIGNATURE))


def _upright(content: bytes, longest: int) -> Image.Image:
    """The pixels on white ground, no larger than asked for, as the camera was held."""
    from PIL import Image, UnidentifiedImageError

    Image.MAX_IMAGE_PIXELS = None  # our own limit, below, is stricter and has words of its own
    try:
        with Image.open(io.BytesIO(content), formats=_KINDS) as opened:
            _check_size(*opened.size)
            opened.draft("RGB", (2 * longest, 2 * longest))  # a JPEG need not be decoded larger than this
            pixels = upright(opened)
            pixels.thumbnail((longest, longest), Image.Resampling.LANCZOS)
            plain = _on_white(pixels)
    except UnidentifiedImageError:
        is_known = content.startswith((jpeg.START, png.SIGNATURE, b"RIFF"))
        raise Unusable("photo_broken" if is_known else "photo_kind") from None
    except (OSError, ValueError, SyntaxError, EOFError):  # what Pillow raises for broken files
        raise Unusable("photo_broken") from None

    plain.info = {}  # notes and profiles, which would be written again
    return plain


def _check_size(width: int, height: int) -> None:
    if min(width, height) < SMALLEST_SIDE or width * height > MOST_MEGAPIXELS * 1_000_000:
        raise Unusable("photo_size", smallest=SMALLEST_SIDE, largest=MOST_MEGAPIXELS)


def _on_white(pixels: Image.Image) -> Image.Image:
    """Plain colours: what was see-through is white."""
    from PIL import Image

    if not pixels.has_transparency_data:
        return pixels.convert("RGB")
    layered = pixels.convert("RGBA")
    ground = Image.new("RGBA", layered.size, "#ffffff")
    return Image.alpha_composite(ground, layered).convert("RGB")


def _written(pixels: Image.Image, *, may_be_png: bool) -> Picture:
    """These pixels alone: a JPEG, or for a drawing that came as PNG again a PNG, where that is lighter."""
    content = _as_jpeg(pixels)
    if may_be_png:
        file = io.BytesIO()
        pixels.save(file, "PNG", optimize=True)
        if file.tell() <= len(content):
            return Picture("image/png", *pixels.size, file.getvalue())
    return Picture("image/jpeg", *pixels.size, content)


def _as_jpeg(pixels: Image.Image) -> bytes:
    """In the best quality that is light enough."""
    content = b""
    for quality in _QUALITIES:
        file = io.BytesIO()
        pixels.save(file, "JPEG", quality=quality, optimize=True, progressive=True)
        content = file.getvalue()
        if len(content) <= _ENOUGH_BYTES:
            break
    return content
