"""The numbers of a table as they stand, in a style that is tried: what its totals say about them."""

from __future__ import annotations

from collections.abc import Iterator

from monitoring.spreadsheets.crosstabs.cells import Meaning, meaning
from monitoring.spreadsheets.crosstabs.facets import CONTEXT
from monitoring.spreadsheets.crosstabs.table import Table
from monitoring.spreadsheets.numbers import Number, NumberStyle, read_cell
from monitoring.spreadsheets.raw_numbers import RawNumber
from monitoring.spreadsheets.unmeasured import totals_by_style


def numbers_by_quantity(table: Table, style: NumberStyle) -> list[list[RawNumber]]:
    """The actual values of a balance in a style, apart by what they measure.

    Where one quantity alone is named, numbers without one stand with it.
    """
    found: dict[str | None, list[RawNumber]] = {}
    for said, value in _measured(table, style):
        one = RawNumber(said.year, said.sector, said.carrier, value)
        found.setdefault(said.quantity, []).append(one)
    if len(found) == 2 and None in found:
        return [[number for numbers in found.values() for number in numbers]]
    return [*found.values()]


def totals_of_table(table: Table) -> dict[str, object]:
    """What the first quantity of a table comes to by year in each style, with its unit where it has one."""
    measured = next((said.unit for said, _ in _measured(table, NumberStyle.GERMAN) if said.unit), None)
    if measured is None:
        return {}
    return {"unit": measured.text, **totals_by_style(lambda style: numbers_by_quantity(table, style)[0])}


def _measured(table: Table, style: NumberStyle) -> Iterator[tuple[Meaning, float]]:
    for row, column in table.cells:
        said = meaning(table.rows[row], table.heads[column], table.around)
        number = read_cell(table.grid.sheet.cell(row, column), style)
        value = number.value if isinstance(number, Number) else None
        is_actual = isinstance(said, Meaning) and said.row_type != "planned" and said.quantity not in CONTEXT
        if value is not None and isinstance(said, Meaning) and is_actual:
            yield said, value
