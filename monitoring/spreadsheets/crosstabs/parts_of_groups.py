"""Parts of a group that stand beside its total: where they add up to it, the total is taken and they are not.

„Verkehr, Pkw“ and „Verkehr, Lkw“ below „Verkehr, alle“ are no sectors of a balance of their own. A carrier is
no such part: it is stored beside the total of its sector.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from monitoring.spreadsheets.crosstabs.facets import Facets
from monitoring.spreadsheets.crosstabs.gases_of_rows import TOLERANCE
from monitoring.spreadsheets.crosstabs.grid import Kind
from monitoring.spreadsheets.crosstabs.styles import Styles
from monitoring.spreadsheets.crosstabs.table import Table
from monitoring.spreadsheets.numbers import Number, read_cell
from monitoring.spreadsheets.workbook import Position

PART_OF_GROUP = "part_of_group"
MOST_SUMS = 2_000
"""Sums that are held against their total; more would only cost time."""
SHARE_OF_SUMS = 0.95

Group = tuple[int, list[int]]
"""The row or column of a total, and those of its parts."""


def leave_out_parts(table: Table, styles: Styles) -> None:
    """Leaves out the rows and columns that are parts of a group whose total is there."""
    numbers = _Numbers(table, styles)
    for column in _columns_of_parts(table):
        groups = list(_groups_of_rows(table, column))
        sums = ((total, rows, at) for total, rows in groups for at in table.heads)
        if _add_up(
            (numbers.at(total, at), numbers.of((row, at) for row in rows)) for total, rows, at in sums
        ):
            parts = [row for _, rows in groups for row in rows if not _names_carrier(table, row, column)]
            _leave_out(table.rows[row] for row in parts)
    for total, columns in _groups_of_columns(table):
        if _add_up((numbers.at(row, total), numbers.of((row, at) for at in columns)) for row in table.rows):
            _leave_out(table.heads[at] for at in columns if table.heads[at].unknown)


def _leave_out(lines: Iterable[Facets]) -> None:
    for line in lines:
        if line.left_out is None:
            line.left_out, line.unknown = PART_OF_GROUP, None


class _Numbers:
    """The numbers of a table."""

    def __init__(self, table: Table, styles: Styles) -> None:
        self._table = table
        self._styles = styles

    def at(self, row: int, column: int) -> float | None:
        """The number in a cell, None where there is none."""
        if self._table.grid.kind(row, column) is not Kind.NUMBER:
            return None
        found = read_cell(self._table.grid.sheet.cell(row, column), self._styles.of(row, column).style)
        return found.value if isinstance(found, Number) else None

    def of(self, cells: Iterable[Position]) -> float | None:
        """The sum of cells, None where none holds a number."""
        found = [value for at in cells if (value := self.at(*at)) is not None]
        return sum(found) if found else None


def _add_up(pairs: Iterable[tuple[float | None, float | None]]) -> bool:
    """Whether totals and sums agree, except for a few; zeros say nothing.

    >>> _add_up([(3.0, 3.0), (5.0, 5.01), (None, 1.0)]), _add_up([(3.0, 2.0)]), _add_up([(0.0, 0.0)])
    (True, False, False)
    """
    told = ((total, parts) for total, parts in pairs if total is not None and parts is not None)
    known = list(islice(((total, parts) for total, parts in told if total or parts), MOST_SUMS))
    agreeing = sum(abs(total - parts) <= TOLERANCE * abs(total) for total, parts in known)
    return bool(known) and agreeing >= SHARE_OF_SUMS * len(known)


def _columns_of_parts(table: Table) -> Iterator[int]:
    """Columns of labels that divide those at their left: most of theirs stand in one group only."""
    for column in table.columns.labels:
        outer = _outer_columns(table, column)
        groups: dict[str, set[tuple[str, ...]]] = {}
        for row in table.rows if outer else ():
            if not _is_total(table, row, column):
                groups.setdefault(_text(table, row, column), set()).add(_texts(table, row, outer))
        alone = sum(len(each) == 1 for each in groups.values())
        if table.stub.dimensions[column] != "carrier" and alone * 2 > len(groups):
            yield column


def _outer_columns(table: Table, column: int) -> list[int]:
    """The columns at the left whose labels can be groups: sectors, or words that we do not know."""
    at_left = [each for each in table.columns.labels if each < column and each != table.columns.unit]
    return [each for each in at_left if any(_may_be_group(table, row, each) for row in table.rows)]


def _may_be_group(table: Table, row: int, column: int) -> bool:
    said = table.grid.sense(row, column)
    return bool(said.sector or said.unknown) and not said.carrier


def _groups_of_rows(table: Table, column: int) -> Iterator[Group]:
    """Each total below a group's label, with the parts that share all its other labels."""
    outer = _outer_columns(table, column)
    others = [each for each in table.block.columns if each not in table.heads and each != column]
    parts: dict[tuple[str, ...], list[int]] = {}
    totals: dict[tuple[str, ...], int] = {}
    for row in table.rows:
        if all(_is_total(table, row, each) for each in outer):
            continue
        key = _texts(table, row, others)
        if _is_total(table, row, column):
            totals[key] = row
        else:
            parts.setdefault(key, []).append(row)
    yield from ((totals[key], rows) for key, rows in parts.items() if key in totals)


def _is_total(table: Table, row: int, column: int) -> bool:
    said = table.grid.sense(row, column)
    return said.is_total and not (said.sector or said.unknown)


def _names_carrier(table: Table, row: int, column: int) -> bool:
    return table.grid.sense(row, column).carrier is not None


def _texts(table: Table, row: int, columns: Sequence[int]) -> tuple[str, ...]:
    return tuple(_text(table, row, each) for each in columns)


def _text(table: Table, row: int, column: int) -> str:
    return str(table.grid.label(row, column))


def _groups_of_columns(table: Table) -> Iterator[Group]:
    """Each column with the total of a group, and the columns up to the next total before or behind it."""
    columns = list(table.heads)
    ends = [-1, *(at for at, column in enumerate(columns) if table.heads[column].is_total), len(columns)]
    for before, at, behind in zip(ends, ends[1:], ends[2:], strict=False):
        total = table.heads[columns[at]]
        for run in (columns[before + 1 : at], columns[at + 1 : behind]):
            if run and _is_group(total, [table.heads[each] for each in run]):
                yield columns[at], run


def _is_group(total: Facets, parts: Sequence[Facets]) -> bool:
    """Whether a total is that of one sector, known or not, and no part names another one."""
    own = total.get("sector")
    named = {each.get("sector") for each in parts if not each.unknown} - {own, None}
    is_of_all = not total.unknown and own in (None, "SUM")
    return not is_of_all and not named and any(each.unknown for each in parts)
