"""Where the years stand: in a row above the numbers, or in a column at their left."""

from __future__ import annotations

from collections.abc import Sequence

from monitoring.spreadsheets.crosstabs.grid import Grid, Kind
from monitoring.spreadsheets.crosstabs.sense import NOTHING, may_hold_year, sense_of

FIRST_PLAIN_YEAR, LAST_PLAIN_YEAR = 1980, 2070
"""Bare numbers outside this span are taken for values; domain.md knows no balance before 1990."""
NEARBY = 3
"""Rows above and below a year that are looked at to tell a column of years from a row of years."""


def heading_year(grid: Grid, row: int, column: int) -> int | None:
    """The year in a heading, alone or with other words that are all understood: „Strom 2019“, „Ziel 2030“."""
    if grid.kind(row, column) is Kind.TEXT:
        value = grid.sheet.value(row, column)
        said = sense_of(value) if not isinstance(value, str) or may_hold_year(value) else NOTHING
        return said.year if said.is_understood else None
    year = grid.year(row, column)
    return year if year and FIRST_PLAIN_YEAR <= year <= LAST_PLAIN_YEAR else None


def years_across(grid: Grid, row: int, columns: Sequence[int]) -> dict[int, int]:
    """Column → year where a row is a row of years; empty where it is not.

    At least two different years, every number of the row is one, and they run in one direction (again and
    again where each group of columns has its own).
    """
    filled = grid.filled(row, columns)
    found = {column: heading_year(grid, row, column) for column in filled}
    years = {column: year for column, year in found.items() if year}
    if len(set(years.values())) < 2 or not _runs_one_way(list(years.values())):
        return {}
    numbers = set(grid.of_kind(Kind.NUMBER, row, filled))
    if numbers - years.keys() or _is_in_a_column_of_years(grid, row, filled[0], columns):
        return {}
    return years


def _runs_one_way(years: list[int]) -> bool:
    """Ascending or descending, in one run or in runs that begin with the same year.

    >>> [_runs_one_way(each) for each in ([2019, 2020], [2020, 2019, 2020, 2019], [2019, 2001, 2015])]
    [True, True, False]
    """
    starts = [0, *(at for at in range(1, len(years)) if years[at] == years[0] != years[at - 1])]
    runs = [years[begin:end] for begin, end in zip(starts, [*starts[1:], len(years)], strict=True)]
    return all(run == sorted(run) for run in runs) or all(run == sorted(run, reverse=True) for run in runs)


def _is_in_a_column_of_years(grid: Grid, row: int, column: int, columns: Sequence[int]) -> bool:
    """Whether the first cell of a row is a year among years, with no labels at its left: a row of values."""
    if not grid.year(row, column):
        return False
    near = [
        each for each in range(row - NEARBY, row + NEARBY + 1) if 1 <= each <= grid.height and each != row
    ]
    at_left = [each for each in columns if each < column]
    if any(grid.of_kind(Kind.TEXT, each, at_left) for each in near):
        return False
    cells = [grid.year(each, column) for each in near if grid.kind(each, column) is not Kind.BLANK]
    numbers = [each for each in near if grid.kind(each, column) is Kind.NUMBER]
    return bool(numbers) and sum(year is not None for year in cells) >= len(numbers)


def year_column(grid: Grid, header: Sequence[int], body: Sequence[int], columns: Sequence[int]) -> int | None:
    """The column whose cells say the year of their row: headed „Jahr“, else the first with years only."""
    headed = [column for column in columns if _is_headed(grid, header, column)]
    for column in headed or columns:
        numbers = grid.of_kind_in_column(Kind.NUMBER, column, body)
        words = grid.of_kind_in_column(Kind.TEXT, column, body)
        # What stands alone in its row, below the values, is a footnote.
        texts = [row for row in words if len(grid.filled(row, columns)) > 1]
        years = [year for row in (*numbers, *texts) if (year := row_year(grid, row, column))]
        are_years = len(years) * 5 >= 4 * (len(numbers) + len(texts)) or (headed and len(years) > len(texts))
        if years and are_years and (headed or len(set(years)) > 1):
            return column
        if numbers and not headed:
            return None
    return None


def row_year(grid: Grid, row: int, column: int) -> int | None:
    """The year in a cell of a column of years: „2019“, „2030 (Ziel)“."""
    value = grid.label(row, column)
    if isinstance(value, str):
        said = sense_of(value)
        return said.year if said.is_understood and not (said.sector or said.carrier or said.unit) else None
    year = grid.year(row, column) if not grid.is_merged(row, column) else sense_of(value).year
    return year


def _is_headed(grid: Grid, header: Sequence[int], column: int) -> bool:
    return any(grid.sense(row, column).heads == "year" for row in header)
