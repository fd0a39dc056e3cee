"""Large sheets are read once: what is in them stays, and what is merged is known all the same."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from monitoring.spreadsheets.reading import read
from monitoring.spreadsheets.single_reading import LARGE, NO_MERGES, with_no_merges_first
from monitoring.spreadsheets.xlsx_marks import parts_by_sheet
from tests.spreadsheets.archives import rows, xlsx

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted(ROOT.glob("data/*/*.xlsx"))
CELLS = "".join(
    f'<row r="{n}"><c r="A{n}"><v>{n}</v></c><c r="B{n}"><v>0.5</v></c></row>' for n in range(1, 50_000)
)
MERGED = '</sheetData><mergeCells count="2"><mergeCell ref="A1:B1"/><mergeCell {}ref="A3:A5"/></mergeCells>'


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_workbook_holds_the_same_without_its_merges(path: Path) -> None:
    content = path.read_bytes()
    parts = parts_by_sheet(zipfile.ZipFile(path))
    changed = with_no_merges_first(content, parts.values(), large=0)
    archive = zipfile.ZipFile(io.BytesIO(changed))
    assert archive.testzip() is None
    assert all(archive.read(part).startswith(NO_MERGES) for part in parts.values())
    before, after = (CalamineWorkbook.from_filelike(io.BytesIO(each)) for each in (content, changed))
    for name in parts:
        sheet = after.get_sheet_by_name(name)
        assert sheet.to_python() == before.get_sheet_by_name(name).to_python()
        assert sheet.merged_cell_ranges == []


def test_a_member_keeps_its_checksum() -> None:
    assert zlib.crc32(NO_MERGES) == 0
    assert zlib.crc32(NO_MERGES + b"<worksheet>") == zlib.crc32(b"<worksheet>")


@pytest.mark.parametrize("content", [b"", b"no archive", FILES[0].read_bytes()[:-30]])
def test_what_is_no_archive_is_left_alone(content: bytes) -> None:
    assert with_no_merges_first(content, ["xl/worksheets/sheet1.xml"], large=0) == content


@pytest.mark.parametrize("odd", ["", 'x="1" '])
def test_a_large_sheet_is_read_with_its_merged_cells(odd: str) -> None:
    sheet = rows(CELLS).replace("</sheetData>", MERGED.format(odd))
    assert len(sheet) > LARGE
    found = read("a.xlsx", xlsx(sheet)).sheets[0]
    assert found.merged == ((1, 1, 1, 2), (3, 1, 5, 1))
    assert (found.height, found.rows[-1]) == (49_999, (49_999, 0.5))
