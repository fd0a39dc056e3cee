"""One known table in every layout × number style × unit × heading: what is read is compared cell for cell."""

from __future__ import annotations

import pytest

from tests.spreadsheets.written_tables import (
    FLAT,
    STYLES,
    TABLES,
    UNITS,
    YEARS,
    Layout,
    by_sector,
    read_tables,
    said,
    stored,
)  # fmt: skip


@pytest.mark.parametrize("heading", ["plain", "text", "worded", "provisional"])
@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("known", TABLES)
@pytest.mark.parametrize("layout", FLAT)
def test_every_layout_gives_the_same_numbers(
    layout: str, known: str, style: str, unit: str, heading: str
) -> None:
    expected = TABLES[known]()
    table = Layout(expected, unit, STYLES[style], heading)
    reading = read_tables(FLAT[layout](table))
    assert (said(reading), [each.key for each in reading.questions]) == ([], [])
    assert stored(reading) == pytest.approx(expected)


@pytest.mark.parametrize("layout", FLAT)
def test_years_may_run_backwards(layout: str) -> None:
    expected = by_sector()
    reading = read_tables(FLAT[layout](Layout(expected, "GWh", float, "plain", YEARS[::-1])))
    assert (said(reading), reading.questions) == ([], ())
    assert stored(reading) == pytest.approx(expected)


@pytest.mark.parametrize("layout", FLAT)
def test_values_lead_back_to_their_cells(layout: str) -> None:
    sheets = FLAT[layout](Layout(by_sector(), "GWh", float, "plain"))
    for draft in read_tables(sheets).drafts:
        origin = draft.origins["energy_mwh"]
        sheet = next(each for each in sheets if each.name == origin.sheet)
        letters, row = origin.cell.rstrip("0123456789"), int(origin.cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
        value = sheet.rows[row - 1][
            [sheet.column_name(at) for at in range(1, sheet.width + 1)].index(letters)
        ]
        assert isinstance(value, float)
        assert value * 1000 == pytest.approx(draft.values["energy_mwh"])
