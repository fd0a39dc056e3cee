"""Steps of measures in rows of their own: they become milestones, with what their row says in the note."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from monitoring.domain.draft import Draft, Origin
from monitoring.domain.measure_reference import PARTS, reference_field
from monitoring.spreadsheets.dates import period_of_value
from monitoring.spreadsheets.measure_lists.measure_list import MeasureList, is_sum
from monitoring.spreadsheets.remarks import shown
from monitoring.spreadsheets.vocabulary import heading_lists, normal_word
from monitoring.spreadsheets.workbook import Cell

KIND = "milestones"
OF_STEPS = ("status", "start", "end", "period_text")
"""What the row of a measure with several steps says about the first step, not about the measure."""
NOTED = ("status", "responsible", "start", "end", "period_text", "note")


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the measure of a row: its name, its term, and what else its row says by heading."""

    measure_row: int
    name: Cell
    due: Cell | None
    notes: tuple[tuple[str, Cell], ...]


def take_steps(list_: MeasureList) -> list[Step]:
    """The steps of a list in which measures have several, each in a row of its own."""
    column = _step_column(list_)
    rows = _rows_by_measure(list_, column) if column else {}
    if column is None or not any(len(each) > 1 for each in rows.values()):
        return []
    list_.use_columns([column])
    steps = [_step(list_, measure, row, column) for measure, each in rows.items() for row in each]
    for measure, each in rows.items():
        if len(each) > 1:
            _part(list_, measure, each)
    return steps


def _step_column(list_: MeasureList) -> int | None:
    known = {normal_word(word) for word in heading_lists("step")["title"]}
    title = list_.column_of("title")
    return next(
        (at for at, text in list_.open_headings().items() if normal_word(text) in known and at != title), None
    )


def _rows_by_measure(list_: MeasureList, column: int) -> dict[int, list[int]]:
    """The rows that name a step, by the row of their measure."""
    rows: dict[int, list[int]] = {}
    measure: int | None = None
    for row in list_.rows:
        if is_sum(list_, row):
            continue
        filled = list_.filled(row)
        if any(list_.column_of(name) in filled for name in ("number", "title")):
            measure = row
        if measure is not None and column in filled:
            rows.setdefault(measure, []).append(row)
    return rows


def _step(list_: MeasureList, measure: int, row: int, column: int) -> Step:
    end = list_.column_of("end")
    due = list_.sheet.cell(row, end) if end and period_of_value(list_.sheet.value(row, end)) else None
    headings = list_.own_headings()
    noted = [at for name in NOTED if (at := list_.column_of(name)) and not (due and at == due.column)]
    cells = [(headings[at], list_.sheet.cell(row, at)) for at in noted if list_.text_at(row, at)]
    return Step(measure, list_.sheet.cell(row, column), due, tuple(cells))


def _part(list_: MeasureList, measure: int, rows: Iterable[int]) -> None:
    """Rows of further steps are no measures, and what the first says of its step is not about the measure."""
    for row in rows:
        if row != measure:
            list_.leave_out(row, meaning="steps")
    for name in OF_STEPS:
        column = list_.column_of(name)
        if column:
            list_.rewritten[measure, column] = None
    first = list_.column_of("title") or list_.column_of("number") or 1
    cell = list_.address(measure, first)
    list_.remarks.gather(
        "steps_as_milestones", list_.sheet.name, cell, list_.sheet.value(measure, first), "steps"
    )


def step_drafts(steps: Iterable[Step], measures: Mapping[int, Draft]) -> list[Draft]:
    """The milestones of measures that were read."""
    return [_draft(step, measures[step.measure_row]) for step in steps if step.measure_row in measures]


def _draft(step: Step, measure: Draft) -> Draft:
    values: dict[str, Any] = {
        reference_field(KIND, part): measure.values[part]
        for part in PARTS
        if measure.values.get(part) is not None
    }
    values["title"] = " ".join(str(step.name.value).split())
    origins = {"title": Origin(measure.sheet, step.name.address, shown(step.name.value))}
    period = period_of_value(step.due.value) if step.due else None
    if step.due and period:
        values["due"] = period[1]
        origins["due"] = Origin(measure.sheet, step.due.address, shown(step.due.value))
    if step.notes:
        values["note"] = "; ".join(f"{heading}: {shown(cell.value)}" for heading, cell in step.notes)
        origins["note"] = Origin(measure.sheet, step.notes[0][1].address, shown(step.notes[0][1].value))
    return Draft(KIND, values, origins, measure.sheet, step.name.row)
