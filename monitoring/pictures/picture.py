"""The picture: what may be uploaded as a logo, and what is kept of it."""

from __future__ import annotations

from dataclasses import dataclass

from monitoring.domain.field_fault import FieldFault

MOST_KILOBYTES = 300
SMALLEST_SIDE, LARGEST_SIDE = 16, 2000
"""Pixels, or the units of a drawing."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as it is shown: its kind, its size, and its content without anything that is not needed."""

    media_type: str
    width: int
    height: int
    content: bytes


class Unusable(Exception):
    """The picture cannot be shown; `fault` has a sentence that says why and what to do."""

    def __init__(self, code: str, **limits: float | str) -> None:
        self.fault = FieldFault(code, **limits)
        super().__init__(code)


def check_size(width: float, height: float) -> tuple[int, int]:
    """Width and height in whole units. Raises Unusable where they are too small or too large."""
    if min(width, height) < SMALLEST_SIDE or max(width, height) > LARGEST_SIDE:
        raise Unusable("picture_size", smallest=SMALLEST_SIDE, largest=LARGEST_SIDE)
    return round(width), round(height)
