"""How a camera was held: pictures are turned by what it noted, before the note is left behind."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

_NOTE, _AS_IT_IS = 0x0112, 1


def is_upright(picture: Image.Image) -> bool:
    """Whether the pixels lie as they are to be seen; a note that cannot be read says nothing."""
    try:
        return picture.getexif().get(_NOTE, _AS_IT_IS) in (_AS_IT_IS, None)
    except (SyntaxError, ValueError, KeyError, struct.error):
        return True


def upright(picture: Image.Image) -> Image.Image:
    """The picture as the camera was held."""
    from PIL import ImageOps

    return picture.copy() if is_upright(picture) else ImageOps.exif_transpose(picture)
