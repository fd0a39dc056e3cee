"""JPEG: the picture itself; place, time and camera that phones write into it are dropped."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

from monitoring.pictures.picture import Picture, Unusable, check_size

START = b"\xff\xd8"
_FRAMES = frozenset({0xC0, 0xC1, 0xC2})
"""Baseline, extended and progressive; what browsers show."""
_KEPT = _FRAMES | {0xC4, 0xDB, 0xDD, 0xDA, 0xE0, 0xEE}
"""Frame, tables, restarts, scans, and the two marks without which colours would be wrong (JFIF, Adobe)."""
_SCAN, _END = 0xDA, 0xD9
_RESTARTS = range(0xD0, 0xD8)


@dataclass
class _Parts:
    """What was read so far."""

    kept: list[bytes] = field(default_factory=lambda: [START])
    size: tuple[int, int] | None = None
    has_scan: bool = False


def cleaned(content: bytes) -> Picture:
    """The picture with the segments that it needs. Raises Unusable where it is broken or too large."""
    parts, at = _Parts(), len(START)
    try:
        while at is not None:
            at = _segment(content, at, parts)  # type: ignore[assignment]
    except (struct.error, IndexError):
        raise Unusable("picture_broken") from None
    if parts.size is None or not parts.has_scan:
        raise Unusable("picture_broken")
    return Picture("image/jpeg", *parts.size, b"".join(parts.kept))


def _segment(content: bytes, at: int, parts: _Parts) -> int | None:
    """Read one segment; where the next begins, None at the end of the picture."""
    while content[at] == 0xFF and content[at + 1] == 0xFF:
        at += 1
    if content[at] != 0xFF:
        raise Unusable("picture_broken")
    kind = content[at + 1]
    if kind == _END:
        parts.kept.append(bytes([0xFF, _END]))
        return None
    (length,) = struct.unpack_from(">H", content, at + 2)
    end = at + 2 + length
    if kind in _FRAMES:
        parts.size = _size(content, at)
    if kind == _SCAN:
        parts.has_scan = True
        end = _end_of_scan(content, end)
    if kind in _KEPT:
        parts.kept.append(content[at:end])
    return end


def _size(content: bytes, at: int) -> tuple[int, int]:
    height, width = struct.unpack_from(">HH", content, at + 5)
    return check_size(width, height)


def _end_of_scan(content: bytes, at: int) -> int:
    """Where the coded pixels end: at the next mark that is no filling and no restart."""
    while True:
        at = content.find(b"\xff", at)
        if at < 0:
            raise Unusable("picture_broken")
        if content[at + 1] not in (0x00, 0xFF, *_RESTARTS):
            return at
        at += 1 if content[at + 1] == 0xFF else 2
