"""The column headings of a table: one to three rows, group labels written once or merged, a row of units."""

from __future__ import annotations

from collections.abc import Sequence

from monitoring.spreadsheets.addresses import cell_address
from monitoring.spreadsheets.crosstabs.blocks import Block
from monitoring.spreadsheets.crosstabs.facets import (
    Facets,
    Label,
    ask_about_parts,
    ask_about_town,
    dimension_of,
    facets_of,
)
from monitoring.spreadsheets.crosstabs.grid import Grid, Kind
from monitoring.spreadsheets.crosstabs.parts import take_parts
from monitoring.spreadsheets.crosstabs.sense import Sense

NO_HEADING = "no_heading"


class Boxhead:
    """The headings over the columns of a table that hold numbers."""

    def __init__(self, grid: Grid, block: Block, columns: Sequence[int]) -> None:
        self._grid = grid
        self._rows = block.header
        self._columns = columns
        self._common_unit = self._only_unit()
        self.labels = {column: self._labels(column) for column in columns}
        self.dimension = dimension_of(
            label.sense for labels in self.labels.values() for label in labels if not label.is_inherited
        ) or dimension_of(label.sense for labels in self.labels.values() for label in labels)
        self.facets = {column: facets_of(self.labels[column], self.dimension) for column in columns}
        self._leave_out_unheaded()
        take_parts(self.facets.values())
        self._ask_about_unknown_groups()
        self._tell_twins_apart()

    @property
    def senses(self) -> list[Sense]:
        """What each heading says."""
        return [label.sense for labels in self.labels.values() for label in labels]

    def _labels(self, column: int) -> list[Label]:
        found = [self._label(row, column) for row in self._rows]
        labels = [label for label in found if label and label.sense.text]
        own = [label for label in labels if label.sense.heads != "unit"]
        return [*labels, *self._unit_for_all(own)]

    def _label(self, row: int, column: int) -> Label | None:
        source = self._source(row, column)
        if source is None:
            return None
        sense = self._grid.sense(row, source)
        is_inner = not any(self._says_more(below, column) for below in self._rows if below > row)
        reason = "unit_row" if sense.heads == "unit" else "heading"
        reason = reason if source == column and is_inner else "group" if not is_inner else reason
        at = self._grid.first_of_merged(row, source)
        return Label(sense, reason, cell_address(*at), is_inherited=not is_inner)

    def _says_more(self, row: int, column: int) -> bool:
        """Whether a lower heading names something, not only a unit."""
        if self._grid.kind(row, column) is Kind.BLANK and not self._grid.is_merged(row, column):
            return False
        said = self._grid.sense(row, column)
        return bool(said.text) and said.heads != "unit" and not self._is_same_merged(row, column)

    def _is_same_merged(self, row: int, column: int) -> bool:
        """Whether a heading is merged downwards over this row and thus is the one above."""
        above = [each for each in self._rows if each < row]
        return bool(above) and self._grid.first_of_merged(row, column) == self._grid.first_of_merged(
            above[-1], column
        )

    def _source(self, row: int, column: int) -> int | None:
        """The column whose label holds for this one: its own, that of its range, or one at its left."""
        grid = self._grid
        if grid.kind(row, column) is not Kind.BLANK:
            return column
        if grid.is_merged(row, column):
            return None if self._is_same_merged(row, column) else column
        has_own_below = any(grid.kind(below, column) is not Kind.BLANK for below in self._rows if below > row)
        if grid.has_merged_columns(row) or not has_own_below:
            return None
        at_left = [each for each in self._columns if each < column]
        return next((each for each in reversed(at_left) if grid.kind(row, each) is not Kind.BLANK), None)

    def _only_unit(self) -> Label | None:
        """A unit that stands alone in the last row of headings holds for all columns."""
        if not self._rows:
            return None
        row = self._rows[-1]
        said = {column: self._grid.sense(row, column) for column in self._grid.filled(row, self._columns)}
        if len(said) != 1 or next(iter(said.values())).heads != "unit" or len(self._rows) < 2:
            return None
        (column, sense), *_ = said.items()
        return Label(sense, "unit_row", cell_address(row, column))

    def _unit_for_all(self, labels: Sequence[Label]) -> list[Label]:
        has_own = any(label.sense.unit for label in labels)
        return [self._common_unit] if self._common_unit and not has_own else []

    def _leave_out_unheaded(self) -> None:
        """A column without heading of its own, in a group whose other columns have one, is no series."""
        own = {
            column for column, labels in self.labels.items() if any(not each.is_inherited for each in labels)
        }
        named = {each.cell for column in own for each in self.labels[column] if each.is_inherited}
        for column in self._columns:
            labels = self.labels[column]
            is_group = bool(labels) and column not in own
            in_group = [each for each in labels if each.cell in named]
            is_bare = not labels and bool(self._rows)
            if is_bare or is_group or (in_group and not self._has_own_cell(column)):
                self.facets[column].left_out = self.facets[column].left_out or NO_HEADING

    def _has_own_cell(self, column: int) -> bool:
        return any(self._grid.kind(row, column) is not Kind.BLANK for row in self._rows)

    def _ask_about_unknown_groups(self) -> None:
        """A group label without any known word may be a sector; one that all columns share is a title."""
        groups = {
            column: tuple(each.cell for each in labels if each.is_inherited and not _says_anything(each))
            for column, labels in self.labels.items()
        }
        if len(set(groups.values())) > 1:
            for column, unknown in groups.items():
                if unknown:
                    _ask_with_group(self.facets[column])

    def _tell_twins_apart(self) -> None:
        """Columns that say the same under different unknown groups are understood only with their group."""
        seen: dict[tuple[object, ...], int] = {}
        for column, found in self.facets.items():
            twin = seen.setdefault((found.key, found.unknown, found.left_out), column)
            if twin != column:
                for each in (self.facets[twin], found):
                    _ask_with_group(each)
        ask_about_parts(self.facets.values())
        ask_about_town(self.facets.values())


def _says_anything(label: Label) -> bool:
    return label.sense.is_telling or label.sense.year is not None


def _ask_with_group(found: Facets) -> None:
    if found.outer_unknown and not found.unknown:
        found.unknown = f"{found.outer_unknown} {found.text}".strip()
