"""The workbook: values by position, with addresses."""

from __future__ import annotations

import pytest

from monitoring.spreadsheets.addresses import cell_address, position
from monitoring.spreadsheets.workbook import Cell, Sheet, Workbook

SHEET = Sheet("S", [(None, "Jahr"), (1, 2)], problems={(1, 1): "error:#NV"}, number_formats={(2, 2): "0%"})


def test_cells_carry_address_problem_and_format() -> None:
    assert SHEET.cell(1, 1) == Cell(None, 1, 1, problem="error:#NV")
    assert SHEET.cell(2, 2).is_percent
    assert [cell.address for cell in SHEET.cells(2)] == ["A2", "B2"]


def test_beyond_the_filled_area_everything_is_empty() -> None:
    assert (SHEET.value(3, 1), SHEET.value(1, 3), SHEET.value(0, 1)) == (None, None, None)
    assert (Sheet("leer", []).width, Sheet("leer", []).height) == (0, 0)


def test_sheets_are_found_by_name() -> None:
    assert Workbook("w", (SHEET,)).sheet("S") is SHEET
    with pytest.raises(KeyError):
        Workbook("w", (SHEET,)).sheet("T")


@pytest.mark.parametrize("address", ["A1", "Z9", "AA10", "GR120000", "XFD1048576"])
def test_addresses_there_and_back(address: str) -> None:
    assert cell_address(*position(address)) == address
