"""Columns of rows that the user gave a meaning: over what their headings say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from monitoring.domain.profile import BETWEEN_LABELS
from monitoring.spreadsheets.chosen_meanings import (
    ChosenMeanings,
    as_column,
    label_path,
)
from monitoring.spreadsheets.column import Column, SheetFormat
from monitoring.spreadsheets.units import Unit


@dataclass(frozen=True, slots=True)
class AnsweredColumn:
    """What was said about a column; `is_possible` is false where it can mean no such thing."""

    is_ignored: bool = False
    unit: Unit | None = None
    is_possible: bool = True


NOT_POSSIBLE = AnsweredColumn(is_possible=False)


def column_labels(headings: Mapping[int, str]) -> dict[int, str]:
    """The label of each heading by its column from 1, without years; of equal ones the later are counted.

    >>> column_labels({1: "Kosten 2024", 3: "Kosten 2025", 4: "Titel"})
    {1: 'Kosten', 3: 'Kosten / 2', 4: 'Titel'}
    """
    seen: Counter[str] = Counter()
    labels = {}
    for at, heading in headings.items():
        label = label_path([heading])
        seen[label.casefold()] += 1
        count = seen[label.casefold()]
        labels[at] = label if count == 1 else f"{label}{BETWEEN_LABELS}{count}"
    return labels


def with_answers(
    matched: Mapping[int, Column],
    headings: Mapping[int, str],
    sheet: str,
    sheet_format: SheetFormat,
    chosen: ChosenMeanings,
) -> tuple[dict[int, Column], dict[int, AnsweredColumn]]:
    """The columns as the user has them, and what was said about each.

    Where two columns are said to be the same field, the first counts.
    """
    columns, answered = dict(matched), dict[int, AnsweredColumn]()
    if not chosen.has_meanings(sheet):
        return columns, answered
    taken: dict[int, Column] = {}
    for at, label in column_labels(headings).items():
        value = chosen.meaning(sheet, label)
        if value is None:
            continue
        said = as_column(value, sheet_format)
        column = sheet_format.column(said.aspects["field"]) if said and not said.is_ignored else None
        if said is None or (column and column in taken.values()):
            answered[at] = NOT_POSSIBLE
            continue
        answered[at] = AnsweredColumn(said.is_ignored, said.unit)
        columns.pop(at, None)
        if column:
            taken[at] = column
    kept = {at: column for at, column in columns.items() if column not in taken.values()}
    return dict(sorted((kept | taken).items())), answered
