"""A unit that only the total bears: it holds for the parts too where they add up to that total."""

from __future__ import annotations

from collections.abc import Mapping

from monitoring.domain.totals import TOLERATED_SHARE
from monitoring.spreadsheets.control_sums import are_mostly_kept, sums_kept
from monitoring.spreadsheets.crosstabs.facets import PENDING, Facets, Label
from monitoring.spreadsheets.crosstabs.raw_cells import numbers_by_quantity
from monitoring.spreadsheets.crosstabs.sense import Sense
from monitoring.spreadsheets.crosstabs.table import Table
from monitoring.spreadsheets.numbers import Number, NumberStyle, read_cell
from monitoring.spreadsheets.remarks import Remarks

BY_SUMS = "total"


def take_unit_of_total(table: Table, remarks: Remarks) -> None:
    """Gives „Summe [kt]“ and the lines above it, which name no unit, the same one; says so."""
    if table.around.get("unit"):
        return
    for lines, others in ((table.rows, table.heads), (table.heads, table.rows)):
        at = _only_measured(lines)
        if at is None or any(each.get("unit") for each in others.values()) or not _adds_up(table, lines, at):
            continue
        total = lines[at]
        for each in lines.values():
            if not each.left_out and each is not total:
                label = Label(Sense(total.text, total.text), BY_SUMS, total.cells.get("unit"))
                each.put("unit", total.get("unit"), label)
                each.put("quantity", total.get("quantity"), label)
        cell, measured = total.cells.get("unit") or "", total.get("unit").text
        remarks.notice("unit_by_sums", table.grid.sheet.name, cell, total.text, unit=measured)


def _only_measured(lines: Mapping[int, Facets]) -> int | None:
    """The total, where it alone names a unit and what is measured."""
    known = {at: each for at, each in lines.items() if not each.left_out}
    measured = [at for at, each in known.items() if each.get("unit") or each.get("quantity")]
    if len(measured) != 1 or not known[measured[0]].is_total or not known[measured[0]].get("unit"):
        return None
    return measured[0] if known[measured[0]].get("quantity") else None


def _adds_up(table: Table, lines: Mapping[int, Facets], total: int) -> bool:
    return any(
        are_mostly_kept(_plain_sums(table, lines, total, style))
        or are_mostly_kept([kept for one in numbers_by_quantity(table, style) for kept in sums_kept(one)])
        for style in NumberStyle
    )


def _plain_sums(table: Table, lines: Mapping[int, Facets], total: int, style: NumberStyle) -> list[bool]:
    """Whether the total is the sum of all other lines, also of those that are not understood yet."""
    across = table.heads if lines is table.rows else table.rows
    parts = [at for at, each in lines.items() if at != total and each.left_out in (None, PENDING)]
    kept = []
    for other in across:
        numbers = [_number(table, lines, (at, other), style) for at in (total, *parts)]
        whole, summed = numbers[0], sum(number or 0.0 for number in numbers[1:])
        if whole:
            kept.append(abs(summed - whole) <= TOLERATED_SHARE * abs(whole))
    return kept if len(parts) > 1 else []


def _number(
    table: Table, lines: Mapping[int, Facets], at: tuple[int, int], style: NumberStyle
) -> float | None:
    row, column = at if lines is table.rows else at[::-1]
    found = read_cell(table.grid.sheet.cell(row, column), style)
    return found.value if isinstance(found, Number) else None
