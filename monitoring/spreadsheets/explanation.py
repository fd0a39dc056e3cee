"""What a sheet was understood as, and why: shown to its user, never needed to store anything."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from monitoring.spreadsheets.answered_columns import column_labels
from monitoring.spreadsheets.chosen_meanings import meaning_key
from monitoring.spreadsheets.headed_columns import units_below
from monitoring.spreadsheets.recognition import Recognised
from monitoring.spreadsheets.units import Unit

LONG = "long"


@dataclass(frozen=True, slots=True)
class Line:
    """One row or column: its number from 1, its own label, what it means, and why.

    `meaning` pairs aspects (year, sector, carrier, quantity, unit, row_type, field …) with codes, `reasons`
    the same aspects with where each was read: „heading:C1“, „unit_row:C2“, „group:B1“, „sheet_name“,
    „year_column:A4“, „filled_down:A3“, „title:A1“, „answer“. `left_out` is the code of the reason why its
    cells are not stored, None where they are. `path` is all its words without years, the outermost first,
    `key` that of the answer which gives it another meaning, None where nothing can; `reasons` has („answer“,
    „not_possible“) where the one given means nothing here.
    """

    number: int
    label: str
    meaning: tuple[tuple[str, str], ...] = ()
    reasons: tuple[tuple[str, str], ...] = ()
    left_out: str | None = None
    key: str | None = None
    path: str = ""


@dataclass(frozen=True, slots=True)
class UnderstoodBlock:
    """One table of a sheet: its corners, the rows of its title and headings, its columns and rows."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int
    layout: str
    title_rows: tuple[int, ...] = ()
    header_rows: tuple[int, ...] = ()
    columns: tuple[Line, ...] = ()
    rows: tuple[Line, ...] = ()
    around: Line | None = None


@dataclass(frozen=True, slots=True)
class Understanding:
    """How a sheet was understood: what it holds, how it is laid out, and table for table why.

    `kind` is that of most of its records, `layout` „long“, „years_as_columns“, „years_as_rows“, „one_year“ or
    „several“ where its tables differ.
    """

    kind: str | None
    layout: str
    blocks: tuple[UnderstoodBlock, ...] = ()


def understood_rows(recognised: Recognised) -> Understanding:
    """How a sheet with one row of known headings was understood."""
    sheet, header = recognised.sheet, recognised.header_row
    below = units_below(recognised)
    lines = _Lines(recognised, below, column_labels(recognised.headings))
    known = [lines.known(number, column.field) for number, column in recognised.columns.items()]
    others = [("unknown", recognised.unknown), ("ignored", recognised.ignored)]
    left_out = [lines.left_out(number, why) for why, numbers in others for number in numbers]
    left_out += [lines.left_out(number, why) for number, why in recognised.left_out.items()]
    block = UnderstoodBlock(
        first_row=header,
        first_column=1,
        last_row=sheet.height,
        last_column=sheet.width,
        layout=LONG,
        header_rows=(header, header + 1) if below else (header,),
        columns=tuple(sorted((*known, *left_out), key=lambda each: each.number)),
    )
    return Understanding(recognised.format.kind, LONG, (block,))


@dataclass(frozen=True, slots=True)
class _Lines:
    """The columns of a sheet with one row of known headings, as lines."""

    recognised: Recognised
    below: Mapping[int, Unit]
    labels: Mapping[int, str]

    def known(self, number: int, field: str) -> Line:
        """A column that fills a field."""
        said = self.recognised.answered.get(number)
        is_answer = said is not None and said.is_possible
        meaning, reasons = [("field", field)], [("field", "answer" if is_answer else "heading")]
        if said and said.unit:
            meaning, reasons = [*meaning, ("unit", said.unit.text)], [*reasons, ("unit", "answer")]
        elif number in self.below:
            meaning, reasons = (
                [*meaning, ("unit", self.below[number].text)],
                [*reasons, ("unit", "unit_row")],
            )
        return self._line(number, tuple(meaning), tuple(reasons))

    def left_out(self, number: int, why: str) -> Line:
        """A column that fills none."""
        return self._line(number, (), (("answer", "ignored"),) if why == "ignored" else (), why)

    def _line(
        self,
        number: int,
        meaning: tuple[tuple[str, str], ...],
        reasons: tuple[tuple[str, str], ...],
        left_out: str | None = None,
    ) -> Line:
        sheet = self.recognised.sheet
        said = self.recognised.answered.get(number)
        if said and not said.is_possible:
            reasons = (*reasons, ("answer", "not_possible"))
        label = self.labels.get(number, "")
        key = meaning_key(sheet.name, label) if label else None
        text = str(sheet.value(self.recognised.header_row, number))
        return Line(number, text, meaning, reasons, left_out, key, label)
