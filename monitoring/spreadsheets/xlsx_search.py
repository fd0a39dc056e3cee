"""A fast search through the XML of a sheet: where it finds nothing, no cell can carry a mark.

Parsing costs ten times as much. Runs in the child process: only the standard library is imported.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable

from monitoring.spreadsheets.addresses import column_number, position, range_corners
from monitoring.spreadsheets.limits import Limits

HEAD = 4000
# With more styles than this, parsing is as fast.
MANY_STYLES = 20
# No sign of a mark and no address is longer: what a cut parts is found in the next piece.
OVERLAP = 64
# The search of `re` for a text is twice as fast as that of `bytes`, that for a single sign much faster.
SIGNS = (re.compile(rb"<f").search, re.compile(rb'"e"').search, re.compile(rb"hidden=").search)
CLAIM = re.compile(rb'<dimension ref="(?:[A-Z]+\d+:)?([A-Z]{1,3}\d{1,7})"')
FAR_COLUMNS = re.compile(rb'<c r="([A-Z]{2,3})\d')
MERGED = re.compile(rb"<mergeCell ")
RANGE = re.compile(rb'<mergeCell ref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"')
ROW = re.compile(rb'<row r="(\d+)"')


def merged_if_plain(
    pieces: Iterable[bytes], styles: Collection[str], limits: Limits
) -> list[tuple[int, int, int, int]] | None:
    """The merged ranges of a sheet; None where a cell may carry a mark or lies beyond the limits.

    `pieces` are those of the XML, `styles` the numbers of the styles that are marks themselves. A file that
    lies to this search only hides marks of its own.
    """
    if len(styles) > MANY_STYLES:
        return None
    search = _Search(styles, limits)
    return search.merged if all(map(search.is_plain, pieces)) and search.seems_to_fit else None


class _Search:
    """What was seen so far of the XML of a sheet."""

    def __init__(self, styles: Collection[str], limits: Limits) -> None:
        self._limits = limits
        self._signs: list[Callable[[bytes], object]] = [*SIGNS]
        if styles:
            listed = b"|".join(map(str.encode, sorted(styles)))
            self._signs.append(re.compile(rb' s="(?:%s)"' % listed).search)
        self._tail = b""
        self._claims_to_fit: bool | None = None
        self._letters, self._last_row = {b"A"}, b""
        self._merged: dict[bytes, None] = {}

    def is_plain(self, piece: bytes) -> bool:
        """Whether nothing in the next piece can be a mark."""
        xml = self._tail + piece
        if not self._tail and not self._is_worksheet(xml[:HEAD]):
            return False
        self._tail = xml[-OVERLAP:]
        if self._claims_to_fit is None:
            self._letters.update(FAR_COLUMNS.findall(xml))
            at = xml.rfind(b"<row ")
            self._last_row = xml[at : at + OVERLAP] if at >= 0 else self._last_row
        if MERGED.search(xml) and not self._read_ranges(xml):
            return False
        has_quotes = b"'" in xml and b"='" in xml
        return not (has_quotes or b"conditionalFormatting" in xml or any(sign(xml) for sign in self._signs))

    def _read_ranges(self, xml: bytes) -> bool:
        """Whether all merged ranges are written as they mostly are."""
        found = RANGE.findall(xml)
        self._merged |= dict.fromkeys(found)
        return len(found) == len(MERGED.findall(xml))

    def _is_worksheet(self, head: bytes) -> bool:
        claim = CLAIM.search(head)
        if claim:
            row, column = position(claim[1].decode())
            self._claims_to_fit = row <= self._limits.rows and column <= self._limits.columns
        return b"<worksheet" in head and self._claims_to_fit is not False

    @property
    def merged(self) -> list[tuple[int, int, int, int]]:
        """First row, first column, last row, last column of each merged range."""
        return [range_corners(each.decode()) for each in self._merged]

    @property
    def seems_to_fit(self) -> bool:
        """By the dimension that the sheet claims to have, else by the names of its rows and cells."""
        if self._claims_to_fit is not None or not self._tail:
            return True
        last = ROW.match(self._last_row)
        is_wide = max(column_number(each.decode()) for each in self._letters) > self._limits.columns
        return last is not None and int(last[1]) <= self._limits.rows and not is_wide
