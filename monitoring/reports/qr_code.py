"""QR codes: an address as a drawing that telephones read, on screen, on paper and in files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from monitoring.charts.svg_element import element

LONGEST_ADDRESS = 331
"""Bytes; the modules of a code for more are too fine for telephones to read from our prints."""
QUIET = 4
"""Modules of white around the code, without which it is not found."""


def has_code(address: str) -> bool:
    """Whether an address is short enough for a code that can be read."""
    return len(address.encode()) <= LONGEST_ADDRESS


@lru_cache(maxsize=512)
def qr_svg(address: str, title: str, name: str = "qr") -> str:
    """The code as an SVG element of its own: black on white in every scheme. `name` begins its ids."""
    path, side = qr_path(address)
    content = [
        element("title", _escaped(title), id=f"{name}-title"),
        element("rect", width=side, height=side, fill="#ffffff"),
        element("path", d=path, stroke="#000000", fill="none"),
    ]
    return element(
        "svg",
        "".join(content),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {side} {side}",
        class_="qr",
        role="img",
        aria_labelledby=f"{name}-title",
        shape_rendering="crispEdges",
    )


def qr_path(address: str) -> tuple[str, int]:
    """The dark modules as strokes one unit thick, and the side of the whole square with its quiet zone."""
    # Loaded when a code is first drawn, as not every process draws one.
    import segno

    rows: Sequence[Sequence[int]] = segno.make_qr(address, error="m").matrix
    path = "".join(_row(row, number + QUIET) for number, row in enumerate(rows))
    return path, len(rows) + 2 * QUIET


def _row(row: Sequence[int], y: int) -> str:
    """One row: the first stroke from its place, the others from where the one before ended."""
    parts, at = [], None
    for start, length in _runs(row):
        move = f"M{start + QUIET} {y}.5" if at is None else f"m{start - at} 0"
        parts.append(f"{move}h{length}")
        at = start + length
    return "".join(parts)


def _runs(row: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where dark modules begin, and how many follow each other.

    >>> list(_runs([1, 1, 0, 0, 1]))
    [(0, 2), (4, 1)]
    """
    start = None
    for at, dark in enumerate([*row, 0]):
        if dark and start is None:
            start = at
        elif not dark and start is not None:
            yield start, at - start
            start = None


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
