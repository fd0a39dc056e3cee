"""Columns as they cross the pipe: cell for cell what each cell is by itself."""

from __future__ import annotations

import marshal
import math
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitoring.spreadsheets.limits import LIMITS, Unreadable
from monitoring.spreadsheets.plain_columns import HEADINGS, SAMPLE, plain_column

CELLS = st.one_of(
    st.text(max_size=5), st.floats(), st.booleans(), st.dates(), st.datetimes(), st.times(), st.timedeltas(),
    st.sampled_from(["", "Strom", 1.0, True, 0.0, False, -0.0, 2.0**53, 7.25]),
)  # fmt: skip
COLUMNS = st.lists(CELLS, min_size=1) | st.lists(st.floats(), min_size=1) | st.lists(st.text(), min_size=1)


def alone(cell: Any) -> Any:
    """What a cell becomes."""
    match cell:
        case "":
            return None
        case bool() | str():
            return cell
        case float() if not math.isfinite(cell):
            return str(cell)
        case float():
            return int(cell) if cell == int(cell) and abs(cell) < 2**53 else cell
        case datetime():
            return (*cell.timetuple()[:6], cell.microsecond)
        case date():
            return cell.timetuple()[:3]
        case time() | timedelta():
            return str(cell)
    raise AssertionError


def exactly(cells: list[Any]) -> list[tuple[type, str]]:
    return [(type(cell), repr(cell)) for cell in cells]


@settings(deadline=None, derandomize=True)
@given(COLUMNS, st.sampled_from([1, HEADINGS, SAMPLE]))
def test_a_column_is_what_its_cells_are(cells: list[Any], times: int) -> None:
    """Repeated, its cells are looked up instead of worked out."""
    for column in (cells * times, ["Heading", *cells * times]):
        found, has_dates = plain_column("S", 1, column, LIMITS)
        assert exactly(marshal.loads(marshal.dumps(found))) == exactly(list(map(alone, column)))
        assert has_dates == any(isinstance(cell, date) for cell in column)


@pytest.mark.parametrize("cells", [["a", "xxxx"], ["a", 1.0, "xxxx"], ["a", *["b"] * 50, "xxxx"]])
def test_the_text_that_is_too_long_is_named(cells: list[Any]) -> None:
    with pytest.raises(Unreadable) as refusal:
        plain_column("S", 3, cells, LIMITS._replace(cell_characters=3))
    assert refusal.value.details == {"sheet": "S", "cell": f"C{len(cells)}", "limit": 3}


def test_equal_cells_are_one_object() -> None:
    cells = ["".join(["Pri", "vat"]) for _ in range(100)]
    assert len(set(map(id, plain_column("S", 1, cells, LIMITS)[0]))) == 1
