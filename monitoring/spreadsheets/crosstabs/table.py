"""One table with everything its labels say, and whether that is enough to read its numbers."""

from __future__ import annotations

from collections.abc import Iterator

from monitoring.spreadsheets.chosen_meanings import NOTHING_CHOSEN, ChosenMeanings
from monitoring.spreadsheets.crosstabs.answered_lines import answer_line, line_label, table_label
from monitoring.spreadsheets.crosstabs.blocks import Block, blocks
from monitoring.spreadsheets.crosstabs.boxhead import Boxhead
from monitoring.spreadsheets.crosstabs.cells import DIMENSIONS
from monitoring.spreadsheets.crosstabs.facets import CONTEXT, WEAK, Facets
from monitoring.spreadsheets.crosstabs.grid import Grid, Kind
from monitoring.spreadsheets.crosstabs.stub import Stub, stub_columns
from monitoring.spreadsheets.crosstabs.surroundings import surroundings
from monitoring.spreadsheets.units import Unit
from monitoring.spreadsheets.workbook import Sheet

LABELS_NEEDED = 2
"""Known sectors, carriers or totals that make a table a balance where nothing says what is measured."""
_OF_A_BALANCE = frozenset(DIMENSIONS.values())


class Table:
    """A block of a sheet with its stub, its boxhead and its surroundings.

    `is_said_to_be` where its user chose what the sheet holds, whatever its labels say.
    """

    def __init__(self, grid: Grid, block: Block, file_name: str) -> None:
        self.grid = grid
        self.block = block
        self.is_said_to_be = False
        self.columns = stub_columns(grid, block)
        self.stub = Stub(grid, block, self.columns)
        self.boxhead = Boxhead(grid, block, self.columns.values)
        years = [self.columns.year] if self.columns.year else []
        beside = [*self.columns.labels, *years]
        self.around = surroundings(grid, block, beside, self.stub.notes, file_name)
        self._leave_lists_to_the_lines()

    def _leave_lists_to_the_lines(self) -> None:
        """A name such as „Strom und Verkehr“ lists what the lines are; it does not hold for all of them."""
        named = {
            aspect for each in self.lines for aspect in WEAK if each.get(aspect) not in (None, WEAK[aspect])
        }
        if any(each.get("sector") not in (None, WEAK["sector"]) for each in self.lines):
            self.around.unknown = None
        if named and all(self.around.get(aspect) for aspect in WEAK):
            for aspect in WEAK:
                del self.around.values[aspect]

    def answer(self, chosen: ChosenMeanings) -> None:
        """Gives rows, columns and the whole table the meanings that the user chose."""
        sheet = self.grid.sheet.name
        answer_line(self.around, sheet, table_label(self.around), chosen)
        for line in self.lines:
            answer_line(line, sheet, line_label(line), chosen)

    @property
    def rows(self) -> dict[int, Facets]:
        """What the labels of each row say."""
        return self.stub.facets

    @property
    def heads(self) -> dict[int, Facets]:
        """What the headings of each column of numbers say."""
        return self.boxhead.facets

    @property
    def lines(self) -> list[Facets]:
        """What all rows and columns say."""
        return [*self.rows.values(), *self.heads.values()]

    @property
    def cells(self) -> Iterator[tuple[int, int]]:
        """The cells of the body that are not blank."""
        for row in self.rows:
            yield from (
                (row, column) for column in self.heads if self.grid.kind(row, column) is not Kind.BLANK
            )

    @property
    def layout(self) -> str:
        """Where the years stand."""
        if any(each.get("year") for each in self.heads.values()):
            return "years_as_columns"
        return "years_as_rows" if any(each.get("year") for each in self.rows.values()) else "one_year"

    @property
    def has_years(self) -> bool:
        """Whether anything says a year."""
        return any(each.get("year") for each in (*self.lines, self.around))

    @property
    def is_balance_like(self) -> bool:
        """Whether enough is known: a quantity of a balance, or several sectors and carriers."""
        measured = [
            each for each in (*self.lines, self.around) if each.get("quantity") in {*DIMENSIONS, *CONTEXT}
        ]
        known = [each for each in self.lines if _is_of_a_balance(each) and not each.unknown]
        if measured:
            is_of_places = self.columns.place is not None
            return bool(known) or is_of_places or any(each is not self.around for each in measured)
        return len({str(each.values) for each in known}) >= LABELS_NEEDED

    @property
    def balance_rows(self) -> frozenset[int]:
        """Rows of a balance inside a sheet of indicators: people, and what several sectors use or emit."""
        known = {row: each for row, each in self.rows.items() if not (each.unknown or each.left_out)}
        used = {row: each for row, each in known.items() if each.get("quantity") in DIMENSIONS}
        named = {row: each for row, each in used.items() if _is_of_a_balance(each)}
        people = {row for row, each in known.items() if each.get("quantity") in CONTEXT}
        sectors = {each.get("sector") for each in named.values()} - {None, WEAK["sector"]}
        return frozenset(people | set(named if len(sectors) >= LABELS_NEEDED else ()))

    @property
    def indicator_rows(self) -> list[int]:
        """Rows with a label and a unit of their own that belong to no balance."""
        return [row for row, each in self.rows.items() if is_indicator_like(each)]

    @property
    def indicator_columns(self) -> list[int]:
        """Columns of that kind."""
        return [column for column, each in self.heads.items() if is_indicator_like(each)]

    @property
    def is_readable(self) -> bool:
        """Whether the table can be read, at least once a question is answered."""
        if not self.columns.values or not self.rows:
            return False
        has_indicators = len(self.indicator_rows) + len(self.indicator_columns) > 1
        has_reductions = any(map(self.is_reduction, self.lines)) and self.has_years
        is_other = (has_indicators and self.has_years) or has_reductions
        return self.is_balance_like or self.is_said_to_be or is_other

    def is_reduction(self, line: Facets) -> bool:
        """Whether a line holds the changes that a plan names, to be told from those that happened."""
        is_planned = "planned" in (line.get("row_type"), self.around.get("row_type"))
        return is_planned and line.left_out == "change" and line.get("row_type") != "actual"


def tables(sheet: Sheet, file_name: str, chosen: ChosenMeanings = NOTHING_CHOSEN) -> list[Table]:
    """The tables of a sheet, with the meanings that the user chose."""
    grid = Grid(sheet)
    found = [
        Table(grid, block, file_name) for block in blocks(grid, chosen.header_row(sheet.name, sheet.height))
    ]
    if chosen.has_meanings(sheet.name):
        for table in found:
            table.answer(chosen)
    return found


def is_indicator_like(found: Facets) -> bool:
    """Whether a line has an unknown label and a unit such as kWp, % or „Stück“."""
    measured: Unit | None = found.get("unit")
    has_unit = bool(found.own_unit_text) and (measured is None or measured.dimension not in _OF_A_BALANCE)
    return has_unit and bool(found.text) and bool(found.unknown)


def _is_of_a_balance(found: Facets) -> bool:
    return bool(found.get("sector") or found.get("carrier") or found.get("row_type") or found.is_total)
