"""Reading the cards of a file: number styles and units hold for all, so that each is asked for once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from monitoring.domain.draft import Draft
from monitoring.spreadsheets.addresses import cell_address
from monitoring.spreadsheets.column import NUMERIC, Column, Reads
from monitoring.spreadsheets.explanation import Line, Understanding, UnderstoodBlock
from monitoring.spreadsheets.formats import format_of
from monitoring.spreadsheets.measure_cards.cards import Card, label_at
from monitoring.spreadsheets.numbers import NumberStyle, column_style
from monitoring.spreadsheets.periods import named_days
from monitoring.spreadsheets.quantities import DIMENSIONS, UNIT_CHOICES
from monitoring.spreadsheets.remarks import Remarks
from monitoring.spreadsheets.row import HeadedColumn, Outcome, Row, Task
from monitoring.spreadsheets.sheet_rows import finished
from monitoring.spreadsheets.units import Unit, unit, unit_in_heading
from monitoring.spreadsheets.values import take
from monitoring.spreadsheets.workbook import Cell, Sheet

KIND, LAYOUT = "measures", "cards"
_TICKED = re.compile(r"[☒☑✔✓■]\s*([^☒☑✔✓■☐□○\n]+)")
_BOXES = re.compile(r"[☐□○]")
Styles = Mapping[str, tuple[NumberStyle, bool]]


@dataclass(frozen=True, slots=True)
class CardReader:
    """Reads the cards of one file."""

    remarks: Remarks
    given_unit: Unit | None
    styles: Styles
    unknown: dict[str, tuple[str, str]] = field(default_factory=dict)
    """The labels nobody knows, with sheet and cell of the first of each."""

    def say_unknown(self) -> None:
        """Notes once which labels were not read."""
        if self.unknown:
            sheet, cell = next(iter(self.unknown.values()))
            self.remarks.notice(
                "unknown_columns", sheet, cell, "; ".join(self.unknown), count=len(self.unknown)
            )

    def read(self, sheet: Sheet, cards: Iterable[Card]) -> list[Draft]:
        """The measures of a sheet."""
        return [draft for card in cards for draft in self._card(sheet, card)]

    def _card(self, sheet: Sheet, card: Card) -> list[Draft]:
        row, reading = Row(sheet.name, card.row), format_of(KIND)
        for column, label, cell in [*card.cells, *_days(card)]:
            headed = self._headed(sheet, column, label, cell)
            if headed is None:
                row.outcomes.add(Outcome.PENDING)
                continue
            shown = replace(cell, value=_ticked(cell.value)) if column.reads is Reads.WORD else cell
            take(Task(shown, headed, row, reading.record_type, self.remarks, self.given_unit))
        for at, text in card.unknown.items():
            self.unknown.setdefault(text, (sheet.name, cell_address(*at)))
        return finished(row, reading, self.remarks)

    def _headed(self, sheet: Sheet, column: Column, label: str, cell: Cell) -> HeadedColumn | None:
        if column.reads not in NUMERIC:
            return HeadedColumn(column, cell.column, label)
        style, is_assumed = self.styles.get(column.field, (NumberStyle.GERMAN, False))
        measured = unit_in_heading(label)[1] or self._asked_unit(sheet, column, label, cell)
        if isinstance(measured, Outcome):
            return None
        return HeadedColumn(column, cell.column, label, measured, style, is_assumed)

    def _asked_unit(self, sheet: Sheet, column: Column, label: str, cell: Cell) -> Unit | Outcome | None:
        """The unit of a bare number: asked once for all cards with that label."""
        dimension = DIMENSIONS.get(column.unit or "")
        if dimension is None or not isinstance(cell.value, int | float) or self.given_unit:
            return None
        answer = self.remarks.ask(
            ("unit", LAYOUT, label), "unit", UNIT_CHOICES[dimension], sheet.name, cell.address,
            details={"heading": label, "example": cell.value},
        )  # fmt: skip
        return unit(answer) if answer else Outcome.PENDING


def _days(card: Card) -> Iterator[tuple[Column, str, Cell]]:
    """The beginning and the end that a period such as „2024–2027“ names, where nothing else says them."""
    columns = format_of(KIND)
    for column, label, cell in card.cells if not card.fields & {"start", "end"} else ():
        for name, day in named_days(str(cell.value)) if column.field == "period_text" else ():
            yield columns.column(name), label, replace(cell, value=day)


def _ticked(value: object) -> str:
    """Of boxes to tick the words of those that are ticked.

    >>> _ticked("☒ hoch ☐ mittel ☐ gering"), _ticked("hoch")
    ('hoch', 'hoch')
    """
    text = str(value)
    if not _BOXES.search(text):
        return text
    return "; ".join(found.strip() for found in _TICKED.findall(text))


def styles_of(cards: Iterable[Card]) -> Styles:
    """The number style of each field, from its values on all cards."""
    values: dict[str, list[object]] = {}
    for card in cards:
        for column, _, cell in card.cells:
            if column.reads in NUMERIC:
                values.setdefault(column.field, []).append(cell.value)
    return {name: column_style(found) for name, found in values.items()}


def _cell_of_label(sheet: Sheet, label: str, cell: Cell) -> str | None:
    """The cell of a label, beside or above its value; None for a number or title that stands without one."""
    beside = [(cell.row, column) for column in range(1, cell.column)]
    above = [(row, cell.column) for row in range(cell.row - 1, 0, -1)]
    return next((cell_address(*at) for at in (*beside, *above) if label_at(sheet, at) == label), None)


def understood_cards(sheet: Sheet, cards: Iterable[Card]) -> Understanding:
    """How a sheet of cards was understood: each label as a line."""
    lines = [
        Line(cell.row, label, (("field", column.field),), (("field", f"label:{at}"),))
        for card in cards
        for column, label, cell in card.cells
        if (at := _cell_of_label(sheet, label, cell))
    ]
    block = UnderstoodBlock(1, 1, sheet.height, sheet.width, LAYOUT, rows=tuple(lines))
    return Understanding(KIND, LAYOUT, (block,))
