"""The tables of a sheet: where each begins and ends, and which of its rows are headings.

A sheet is cut at empty columns where the part at the right has labels of its own, and at every new heading.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from monitoring.spreadsheets.crosstabs.cells import DIMENSIONS
from monitoring.spreadsheets.crosstabs.grid import Grid, Kind
from monitoring.spreadsheets.crosstabs.years import FIRST_PLAIN_YEAR, LAST_PLAIN_YEAR, years_across

LINES_OF = frozenset({"sector", "carrier"})
"""What the first column of a table names, said in its corner."""
ROWS_LOOKED_BACK = 50
"""Rows above a line of words that tell whether it heads numbers."""


@dataclass(slots=True)
class Block:
    """One table: its columns, the rows of its title, of its headings and of its body, all from 1.

    `years` are those in its headings, by column: a row that repeats them begins the next table. `captions`
    are lines above such as „Bilanzjahr: 2019“, which hold for all tables below.
    """

    columns: tuple[int, ...]
    titles: list[int] = field(default_factory=list)
    header: list[int] = field(default_factory=list)
    body: list[int] = field(default_factory=list)
    has_numbers: bool = False
    years: dict[int, int] = field(default_factory=dict)
    captions: list[int] = field(default_factory=list)


def blocks(grid: Grid, first_heading: int | None = None) -> list[Block]:
    """Every table of a sheet that has numbers in its body.

    Args:
        first_heading: the row of headings where the user named it; what stands above is title.
    """
    return [block for strip in strips(grid) for block in _stacked(grid, strip, first_heading)]


def strips(grid: Grid) -> list[tuple[int, ...]]:
    """Neighbouring columns that belong together; an empty column parts two tables side by side."""
    parts: list[list[int]] = []
    for part in _between_empty_columns(grid):
        if parts and not _stands_alone(grid, part):
            parts[-1] += part
        else:
            parts.append(part)
    return [tuple(part) for part in parts]


def _between_empty_columns(grid: Grid) -> Iterator[list[int]]:
    part: list[int] = []
    rows = range(1, grid.height + 1)
    for column in range(1, grid.width + 1):
        if any(grid.kind(row, column) is not Kind.BLANK for row in rows):
            part.append(column)
        elif part:
            yield part
            part = []
    if part:
        yield part


def _stands_alone(grid: Grid, columns: Sequence[int]) -> bool:
    """Whether columns have row labels of their own: words or years in the first, numbers in others."""
    rows = range(1, grid.height + 1)
    labelled = [row for row in rows if grid.kind(row, columns[0]) is not Kind.BLANK]
    if len(columns) < 2 or len(labelled) < 3:
        return False
    texts, numbers, _ = grid.counts(columns[0], rows)
    years = sum(grid.year(row, columns[0]) is not None for row in labelled)
    has_years = numbers > 1 and years >= numbers
    has_numbers = any(grid.counts(column, rows)[1] for column in columns[1:])
    return has_numbers and (texts > numbers or has_years)


def _stacked(grid: Grid, columns: tuple[int, ...], first_heading: int | None) -> Iterator[Block]:
    """The tables of a strip from top to bottom."""
    above = range(1, first_heading or 1)
    block = Block(columns, titles=[row for row in above if grid.filled(row, columns)])
    previous = 0
    for row in range(first_heading or 1, grid.height + 1):
        filled = grid.filled(row, columns)
        if not filled:
            continue
        is_apart = row - previous > 1
        previous = row
        if not block.header and not block.has_numbers and _is_caption(grid, row, columns):
            block.captions.append(row)
        elif row == first_heading or _is_heading(grid, row, filled, block):
            if block.has_numbers:
                yield block
                block = _following(grid, block)
            elif block.header and (is_apart or block.body):
                titles = [*block.titles, *block.header, *block.body]
                block = Block(columns, titles, captions=block.captions)
            block.header.append(row)
            block.years = years_across(grid, row, filled) or block.years
        elif block.body or _is_data(grid, row, filled, block) or _is_first_group(block, filled):
            block.body.append(row)
            block.has_numbers = block.has_numbers or bool(_numbers(grid, row, filled))
        else:
            block.titles += [*block.header, row]
            block.header = []
    if block.has_numbers:
        yield block


def _following(grid: Grid, block: Block) -> Block:
    """The next table, with the labels between the two as its title."""
    titles: list[int] = []
    while block.body and not _numbers(grid, block.body[-1], block.columns):
        titles.insert(0, block.body.pop())
    return Block(block.columns, titles=titles, captions=block.captions)


def _is_caption(grid: Grid, row: int, columns: Sequence[int]) -> bool:
    """Whether a row is a label with its value, true of all that follows: „Bilanzjahr: 2019“, „Ort: Adorf“.

    Two words above such a row are one too.
    """
    filled = grid.filled(row, columns)
    if len(filled) != 2 or grid.kind(row, filled[0]) is not Kind.TEXT:
        return False
    said = grid.sense(row, filled[0])
    if said.heads == "year":
        return grid.year(row, filled[1]) is not None
    if grid.kind(row, filled[1]) is not Kind.TEXT:
        return False
    is_above_one = row < grid.height and len(columns) > 2 and _is_caption(grid, row + 1, columns)
    return said.text.endswith(":") or is_above_one


def _is_heading(grid: Grid, row: int, filled: Sequence[int], block: Block) -> bool:
    years = years_across(grid, row, filled)
    if years and (years == block.years or _are_consecutive([*years.values()])):
        return True
    if years:
        return not (_are_headed(grid, years, block) and _has_row_label(grid, row, min(years), filled))
    texts = grid.of_kind(Kind.TEXT, row, filled)
    if len(texts) < len(filled):
        return not block.has_numbers and _heads_one_year(grid, row, filled)
    if not block.has_numbers:
        return len(texts) > 1 or (bool(block.header) and texts[0] > block.columns[0])
    return len(texts) > 1 and _heads_numbers(grid, row, texts, block)


def _heads_one_year(grid: Grid, row: int, filled: Sequence[int]) -> bool:
    """Whether a row such as „Sektor, 2019“ heads the numbers of a single year."""
    numbers = grid.of_kind(Kind.NUMBER, row, filled)
    year = grid.year(row, numbers[0]) if len(numbers) == 1 and len(filled) > 1 else None
    if year is None or not FIRST_PLAIN_YEAR <= year <= LAST_PLAIN_YEAR or filled[0] == numbers[0]:
        return False
    said, below = grid.sense(row, filled[0]), grid.sense(min(row + 1, grid.height), filled[0])
    names_lines = bool(below.sector or below.carrier or below.is_total)
    return said.heads in LINES_OF or (said.measured in DIMENSIONS and names_lines and not below.unit)


def _are_headed(grid: Grid, columns: Iterable[int], block: Block) -> bool:
    """Whether the last row of headings stands over all of these columns already."""
    if not block.header:
        return False
    above = block.header[-1]
    return all(grid.kind(above, column) is not Kind.BLANK for column in columns)


def _are_consecutive(years: Sequence[int]) -> bool:
    """Whether years follow each other without a gap, which values do not."""
    steps = {after - before for before, after in pairwise(years)}
    return steps in ({1}, {-1})


def _has_row_label(grid: Grid, row: int, first_year: int, filled: Sequence[int]) -> bool:
    """Whether numbers that look like years stand behind the label of a row: „Verkehr, 2010, 2005“."""
    said = [grid.sense(row, column) for column in filled if column < first_year]
    labels = [each for each in said if each.heads is None and each.unit is None]
    return any(each.sector or each.carrier or each.is_total or each.unknown for each in labels)


def _heads_numbers(grid: Grid, row: int, texts: Sequence[int], block: Block) -> bool:
    """Whether words in the middle of a table are new headings: over its numbers, and known."""
    near = block.body[-ROWS_LOOKED_BACK:]
    over = [column for column in texts if grid.counts(column, near)[1]]
    said = [grid.sense(row, column) for column in texts]
    is_known = any(grid.sense(row, column).is_telling for column in over)
    return is_known and (len(over) > 1 or any(each.heads and not each.unit for each in said))


def _is_first_group(block: Block, filled: Sequence[int]) -> bool:
    """Whether a single label below the headings stands over the first group of rows."""
    return bool(block.header) and len(filled) == 1 and filled[0] == block.columns[0]


def _is_data(grid: Grid, row: int, filled: Sequence[int], block: Block) -> bool:
    numbers = _numbers(grid, row, filled)
    return bool(numbers) or (bool(block.header) and bool(grid.of_kind(Kind.MISSING, row, filled)))


def _numbers(grid: Grid, row: int, columns: Sequence[int]) -> list[int]:
    return grid.of_kind(Kind.NUMBER, row, columns) + grid.of_kind(Kind.MISSING, row, columns)
