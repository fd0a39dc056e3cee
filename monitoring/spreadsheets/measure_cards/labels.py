"""The labels of a sheet that describes one measure: cells that name a field, and those of its value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from monitoring.spreadsheets.column import Column
from monitoring.spreadsheets.formats import format_of
from monitoring.spreadsheets.headings import meanings
from monitoring.spreadsheets.workbook import Position, Sheet

LONGEST_LABEL = 80
MOST_ROWS, MOST_COLUMNS = 600, 60
LABELS_NEEDED = 4
ROWS_NEEDED = 3
IN_ONE_COLUMN = 3


@dataclass(slots=True)
class Labels:
    """The labels of a sheet by position: what each may mean, and the cells of its value."""

    known: dict[Position, tuple[Column, ...]]
    unknown: dict[Position, str] = field(default_factory=dict)
    values: dict[Position, list[Position]] = field(default_factory=dict)

    def rows(self) -> list[int]:
        """The rows that have a label."""
        return sorted({row for row, _ in self.known})

    def is_label(self, at: Position) -> bool:
        """Whether a cell is a label."""
        return at in self.known or at in self.unknown


def labels_of(sheet: Sheet) -> Labels | None:
    """The labels of a sheet where they stand one below the other, None where it has too few."""
    if sheet.height > MOST_ROWS or sheet.width > MOST_COLUMNS:
        return None
    texts = {at: text for at, text in _texts(sheet) if len(text) <= LONGEST_LABEL}
    measures = format_of("measures")
    matched = {at: found for at, text in texts.items() if (found := meanings(text.rstrip(" :"), measures))}
    columns = Counter(column for _, column in matched)
    inner = [column for column, count in columns.items() if count >= IN_ONE_COLUMN]
    if not inner:
        return None
    known = _without_values(sheet, matched, inner)
    labels = Labels(known, _unknown(sheet, texts, known, inner))
    fields = {found[0].field for found in known.values()}
    if len(fields) < LABELS_NEEDED or len(labels.rows()) < ROWS_NEEDED or _is_header(labels):
        return None
    for at in (*known, *labels.unknown):
        labels.values[at] = _values_of(sheet, at, labels)
    labels.unknown = {at: text for at, text in labels.unknown.items() if labels.values[at]}
    return labels


def _texts(sheet: Sheet) -> Iterable[tuple[Position, str]]:
    for row, values in enumerate(sheet.rows, 1):
        for column, value in enumerate(values, 1):
            if isinstance(value, str) and value.strip():
                yield (row, column), " ".join(value.split())


def _without_values(
    sheet: Sheet, matched: Mapping[Position, tuple[Column, ...]], inner: Iterable[int]
) -> dict[Position, tuple[Column, ...]]:
    """Labels without the values that read like one: „Typ | Konzept“ is a label and its value."""
    heading = _heading_rows(sheet, matched)
    known: dict[Position, tuple[Column, ...]] = {}
    for at, found in sorted(matched.items()):
        row, column = at
        is_beside = _before(sheet, at) in known and column not in inner
        if row in heading or not (row - 1 in heading or is_beside):
            known[at] = found
    return known


def _heading_rows(sheet: Sheet, matched: Mapping[Position, object]) -> set[int]:
    """The rows of several labels and nothing else, with their values in the row below."""
    rows = {row for row, _ in matched}
    return {row for row in rows if _heads_values(sheet, row, matched)}


def _heads_values(sheet: Sheet, row: int, matched: Mapping[Position, object]) -> bool:
    filled = _filled(sheet, row)
    below = [(row + 1, column) for _, column in filled if sheet.value(row + 1, column) is not None]
    are_labels = len(filled) > 1 and all(at in matched for at in filled)
    return are_labels and any(at not in matched for at in below)


def _filled(sheet: Sheet, row: int) -> list[Position]:
    return [(row, column) for column in range(1, sheet.width + 1) if sheet.value(row, column) is not None]


def _before(sheet: Sheet, at: Position) -> Position:
    filled = [each for each in _filled(sheet, at[0]) if each < at]
    return filled[-1] if filled else (at[0], 0)


def _unknown(
    sheet: Sheet, texts: Mapping[Position, str], known: Mapping[Position, object], inner: Iterable[int]
) -> dict[Position, str]:
    """Texts with something beside them in a column of labels, or with a colon, that name nothing we know."""
    rows = [row for row, _ in known]
    first, last = min(rows), max(rows) + 20
    return {
        at: text
        for at, text in texts.items()
        if at not in known
        and first < at[0] <= last
        and sheet.value(at[0], at[1] + 1) is not None
        and not _is_below_labels(sheet, at, known)
        and (text.endswith(":") or _is_short(at, text, inner))
    }


def _is_below_labels(sheet: Sheet, at: Position, known: Mapping[Position, object]) -> bool:
    """Whether the row above holds several labels and nothing else: then this row holds their values."""
    above = _filled(sheet, at[0] - 1)
    return len(above) > 1 and (at[0] - 1, at[1]) in above and set(above) <= known.keys()


def _is_short(at: Position, text: str, inner: Iterable[int]) -> bool:
    return at[1] == min(inner) and len(text) <= LONGEST_LABEL // 2


def _is_header(labels: Labels) -> bool:
    """Whether most labels stand in one row: then the sheet is a list."""
    return (
        max(Counter(row for row, _ in labels.known).values()) * 2 > len(labels.known) > 0
        and len(labels.rows()) < LABELS_NEEDED
    )


def _values_of(sheet: Sheet, at: Position, labels: Labels) -> list[Position]:
    """The cells right of a label up to the next one, those that go on below; else those below the label."""
    row, column = at
    right = [(row, other) for other in _until_label(sheet, row, column, labels)]
    filled = [each for each in right if sheet.value(*each) is not None]
    if filled:
        return [*filled, *_going_on(sheet, at, filled[0][1], labels)]
    return _below(sheet, at, labels)


def _until_label(sheet: Sheet, row: int, column: int, labels: Labels) -> Iterable[int]:
    for other in range(column + 1, sheet.width + 1):
        if labels.is_label((row, other)):
            return
        yield other


def _going_on(sheet: Sheet, at: Position, column: int, labels: Labels) -> Iterable[Position]:
    """Cells below the value, in rows whose label cell is empty."""
    for row in range(at[0] + 1, sheet.height + 1):
        is_open = sheet.value(row, at[1]) is None and not any(
            labels.is_label((row, other)) for other in range(1, column + 1)
        )
        if not is_open or sheet.value(row, column) is None:
            return
        yield row, column


def _below(sheet: Sheet, at: Position, labels: Labels) -> list[Position]:
    found: list[Position] = []
    for row in range(at[0] + 1, sheet.height + 1):
        below = (row, at[1])
        if labels.is_label(below) or sheet.value(*below) is None:
            break
        found.append(below)
    return found
