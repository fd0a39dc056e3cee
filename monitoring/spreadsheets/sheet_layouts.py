"""The layout of a file: the labels of its sheets, and what they were understood to mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from monitoring.domain.profile import Layout, SheetLayout
from monitoring.spreadsheets.chosen_meanings import label_path
from monitoring.spreadsheets.explanation import Line, Understanding
from monitoring.spreadsheets.understanding import SheetReading

NOT_COMPARED = frozenset({"year", "note"})
"""Aspects that differ from year to year without another meaning."""
OPEN = frozenset({"pending", "unknown"})
"""Lines that mean nothing yet."""


def layout_of(first: Iterable[SheetReading], final: Iterable[SheetReading]) -> Layout:
    """The layout of a file.

    Args:
        first: its sheets as they are understood without any answer; their labels are the layout.
        final: its sheets as they were read in the end; their meanings are confirmed.
    """
    return tuple(
        SheetLayout(now.sheet, now.kind, tuple(dict.fromkeys(_labels(before))), _meanings(now))
        for before, now in zip(first, final, strict=True)
    )


def _labels(sheet: SheetReading) -> Iterator[str]:
    if sheet.understanding is None:
        yield from (label_path([heading]) for heading in sheet.headings)
    else:
        yield from (line.path for line in _lines(sheet.understanding) if line.path)


def _meanings(sheet: SheetReading) -> dict[str, str]:
    """What each label means; where it means several things, all of them."""
    found: dict[str, list[str]] = {}
    for line in _lines(sheet.understanding) if sheet.understanding else ():
        if line.path and (line.key or line.meaning) and line.left_out not in OPEN:
            found.setdefault(line.path, []).append(_meaning(line))
    return {label: " | ".join(sorted(set(meanings))) for label, meanings in found.items()}


def _meaning(line: Line) -> str:
    if line.left_out:
        return "ignore" if line.left_out == "ignored" else f"left_out={line.left_out}"
    said = [f"{aspect}={code}" for aspect, code in line.meaning if aspect not in NOT_COMPARED]
    return ";".join(sorted(said))


def _lines(understanding: Understanding) -> Iterator[Line]:
    for block in understanding.blocks:
        yield from block.columns
        yield from block.rows
