"""The fast search through the XML of a sheet: whatever it meets, also where pieces part it."""

from __future__ import annotations

from itertools import pairwise

import pytest

from monitoring.spreadsheets.limits import LIMITS
from monitoring.spreadsheets.xlsx_search import OVERLAP, merged_if_plain

HEAD = b'<worksheet xmlns="m"><sheetData>'
CELLS = b'<row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1" t="n"><v>2</v></c></row>' * 3
CLAIM = b'<worksheet xmlns="m"><dimension ref="A1:B2"/><sheetData>'
SIGNS = (
    b"<f>1+1</f>", b'<c r="A1" t="e"/>',
    b'<row r="2" hidden="1">', b"<row r='2'>", b"<conditionalFormatting>",
    b'<c r="A1" s="7"/>', b'<c r="XFD1"/>', b'<row r="1048576">',
)  # fmt: skip


def plain(xml: bytes, *cuts: int) -> bool:
    ends = (0, *cuts, len(xml))
    pieces = [xml[start:end] for start, end in pairwise(ends)]
    return merged_if_plain(pieces, {"7", "12"}, LIMITS) is not None


@pytest.mark.parametrize("sign", SIGNS)
def test_a_sign_is_found_wherever_a_cut_parts_it(sign: bytes) -> None:
    before, after = HEAD + CELLS, b"" if sign.startswith(b"<row") else CELLS
    for cut in range(len(sign) + 1):
        assert not plain(before + sign + after, len(before) + cut)


def test_a_sheet_without_signs_is_plain_wherever_it_is_cut() -> None:
    xml = HEAD + CELLS
    assert plain(xml)
    assert all(plain(xml, cut, cut + OVERLAP) for cut in range(len(HEAD), len(xml) - OVERLAP))


def test_a_claim_to_fit_is_believed_and_a_claim_not_to_as_well() -> None:
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    assert plain(CLAIM + far)
    assert not plain(CLAIM.replace(b"A1:B2", b"A1:B200000") + CELLS)


def test_nothing_is_plain_and_anything_else_is_no_worksheet() -> None:
    assert merged_if_plain([], {"7"}, LIMITS) == []
    assert not plain(b"<x:worksheet>" + CELLS)
    assert merged_if_plain([HEAD + CELLS], [str(style) for style in range(21)], LIMITS) is None


def test_merged_ranges_are_known_where_a_cut_parts_them() -> None:
    xml = (
        HEAD + CELLS + b'<mergeCells count="2"><mergeCell ref="A1:B1"/><mergeCell ref="C3:C5"/></mergeCells>'
    )
    for cut in range(len(HEAD + CELLS), len(xml)):
        found = merged_if_plain([xml[:cut], xml[cut:]], set(), LIMITS)
        assert found in (None, [(1, 1, 1, 2), (3, 3, 5, 3)])
    assert merged_if_plain([xml], set(), LIMITS) == [(1, 1, 1, 2), (3, 3, 5, 3)]
