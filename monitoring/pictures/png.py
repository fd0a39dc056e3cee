"""PNG: the pixels and what their colours mean; texts, times and places that programs add are dropped."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from monitoring.pictures.picture import Picture, Unusable, check_size

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_KEPT = frozenset({b"IHDR", b"PLTE", b"tRNS", b"gAMA", b"sRGB", b"cHRM", b"IDAT", b"IEND"})
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""Numbers for each pixel, by colour type."""
_DEPTHS = frozenset({1, 2, 4, 8, 16})
_PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
"""Where each pass of an interlaced picture begins, and its steps: x, y, across, down."""


def cleaned(content: bytes) -> Picture:
    """The picture with the chunks that it needs. Raises Unusable where it is broken or too large."""
    chunks = [(kind, data) for kind, data in _chunks(content) if kind in _KEPT]
    if not chunks or chunks[0][0] != b"IHDR" or len(chunks[0][1]) != 13 or chunks[-1][0] != b"IEND":
        raise Unusable("picture_broken")
    width, height, depth, colours, packing, filtering, interlaced = struct.unpack(">IIBBBBB", chunks[0][1])
    if colours not in _CHANNELS or depth not in _DEPTHS or packing or filtering or interlaced > 1:
        raise Unusable("picture_broken")
    size = check_size(width, height)
    bits = depth * _CHANNELS[colours]
    _check_pixels(chunks, _expected_bytes(width, height, bits, interlaced=bool(interlaced)))
    return Picture("image/png", *size, SIGNATURE + b"".join(_written(*chunk) for chunk in chunks))


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Each chunk up to the end of the picture; what a file hides behind it is not even looked at."""
    at = len(SIGNATURE)
    while at + 12 <= len(content):
        (length,) = struct.unpack_from(">I", content, at)
        kind, data = content[at + 4 : at + 8], content[at + 8 : at + 8 + length]
        mark = content[at + 8 + length : at + 12 + length]
        if len(mark) != 4 or struct.unpack(">I", mark)[0] != zlib.crc32(kind + data):
            raise Unusable("picture_broken")
        yield kind, data
        if kind == b"IEND":
            return
        at += 12 + length
    raise Unusable("picture_broken")


def _expected_bytes(width: int, height: int, bits: int, *, interlaced: bool) -> int:
    """How many bytes the unpacked pixels take, with one for the filter of each row.

    >>> _expected_bytes(16, 2, 24, interlaced=False), _expected_bytes(8, 8, 8, interlaced=True)
    (98, 79)
    """
    passes = _PASSES if interlaced else ((0, 0, 1, 1),)
    sizes = ((-(-(width - x) // across), -(-(height - y) // down)) for x, y, across, down in passes)
    return sum(rows * (1 + -(-columns * bits // 8)) for columns, rows in sizes if columns > 0 and rows > 0)


def _check_pixels(chunks: list[tuple[bytes, bytes]], expected: int) -> None:
    """Unpack no more than a picture of this size can have: a small file may unpack to gigabytes."""
    packed = b"".join(data for kind, data in chunks if kind == b"IDAT")
    unpacking = zlib.decompressobj()
    try:
        pixels = unpacking.decompress(packed, expected + 1)
    except zlib.error:
        raise Unusable("picture_broken") from None
    if len(pixels) != expected:
        raise Unusable("picture_broken")


def _written(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
