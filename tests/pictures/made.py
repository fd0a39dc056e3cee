"""Pictures made on the spot, with and without what must not be in them."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

from PIL import Image

SIGNATURE = b"\x89PNG\r\n\x1a\n"


def chunk(kind: bytes, data: bytes) -> bytes:
    """A chunk of a PNG file."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int = 40, height: int = 30, *extra: bytes, pixels: bytes | None = None) -> bytes:
    """A PNG of one colour (three bytes a pixel), with further chunks before its pixels."""
    rows = b"".join(b"\0" + b"\x0b\x55\x63" * width for _ in range(height)) if pixels is None else pixels
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return SIGNATURE + head + b"".join(extra) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def segment(kind: int, data: bytes) -> bytes:
    """A segment of a JPEG file."""
    return bytes([0xFF, kind]) + struct.pack(">H", len(data) + 2) + data


def jpeg(width: int = 40, height: int = 30, *extra: bytes) -> bytes:
    """A JPEG, with further segments behind its first."""
    plain = photo(width, height)
    (length,) = struct.unpack_from(">H", plain, 4)
    return plain[: 4 + length] + b"".join(extra) + plain[4 + length :]


def svg(inside: str = '<path d="M0 0h40v30z" fill="#0b5563"/>', head: str = "", more: str = "") -> bytes:
    """A drawing 40 wide and 30 high."""
    return (
        f'{head}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
        f' viewBox="0 0 40 30"{more}>{inside}</svg>'
    ).encode()


def photo(width: int = 640, height: int = 480, kind: str = "JPEG", **options: Any) -> bytes:
    """A real photo: dark above, light below, so that one sees how it is held."""
    image = Image.new("RGB", (width, height), "#101820")
    image.paste("#e8f0d0", (0, height // 2, width, height))
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def taken_in(latitude: float, longitude: float, orientation: int = 1) -> Image.Exif:
    """What a phone writes into a photo: who made it with what, where, and how it was held."""
    exif = Image.Exif()
    exif[0x0112], exif[0x010F], exif[0x013B] = orientation, "Telefonwerke", "Erika Muster"
    place = exif.get_ifd(0x8825)
    place[1], place[2], place[3], place[4] = "N", (latitude, 0.0, 0.0), "E", (longitude, 0.0, 0.0)
    return exif
