"""Rows that head others in a list of measures: fields of action as headings, and measures with parts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from monitoring.domain.measure_register import plain
from monitoring.spreadsheets.measure_lists.measure_list import MeasureList, is_sum
from monitoring.spreadsheets.measure_lists.numbering import Parts, parents_of, parts_of
from monitoring.spreadsheets.workbook import Cell, Position

FIELD, PARENT = "field_of_action", "parent"
AS_FIELDS, AS_MEASURES = "fields_of_action", "measures"
_NO_HEADING = re.compile(
    r"\s*(?:[*†]|\d\)|(?:Quellen?|Hinweise?|Legende|Stand|Anmerkung(?:en)?|Erläuterung(?:en)?)\s*:)|.*\S\s*=\s*\S",
    re.IGNORECASE,
)
"""Footnotes, sources and legends."""
_COUNT = re.compile(r"(?:Anzahl|Zahl der|davon|darunter|Anteil|Number of)\b|.*\S\s*:$", re.IGNORECASE)
_OUTLINED = re.compile(r"(?:[A-ZÄÖÜ]|\d{1,2}|[IVX]{1,4})[.):]?\s+\S")
_FIELD = re.compile(r"(?:Handlungsfeld|HF|Bereich|Sektor|Themenfeld)\b", re.IGNORECASE)
LONGEST_GROUP = 150


def take_groups(list_: MeasureList) -> None:
    """Rows that only head others are fields of action; numbers tell which measure is part of which."""
    _take_sums(list_)
    _take_counts_below(list_)
    _take_headers_again(list_)
    _take_heading_rows(list_)
    _fill_down(list_)
    _take_numbering(list_)


def _take_sums(list_: MeasureList) -> None:
    """Sums of a group are no measures: their row begins with the word, also in the column of the titles."""
    for row in [each for each in list_.rows if is_sum(list_, each)]:
        first = list_.filled(row)[0]
        if first == list_.column_of("title"):
            list_.remarks.notice(
                "row_left_out", list_.sheet.name, list_.address(row, first), list_.text_at(row, first)
            )
            list_.leave_out(row, reason="sum")


def _take_counts_below(list_: MeasureList) -> None:
    """Lines such as „Anzahl Maßnahmen: 12“ below the list are counts, no measures."""
    for row in reversed(list_.rows):
        first, *others = list_.filled(row)
        text = list_.text_at(row, first) or ""
        are_numbers = all(isinstance(list_.sheet.value(row, at), int | float) for at in others)
        if not are_numbers or (others and not _COUNT.match(text)):
            return
        if others:
            list_.remarks.notice("row_left_out", list_.sheet.name, list_.address(row, first), text)
            list_.leave_out(row, reason="sum")


def _take_headers_again(list_: MeasureList) -> None:
    """Headings that stand again above a further part of the list, with the title of that part."""
    first = {at: list_.text_at(list_.header_row, at) for at in list_.columns}
    again = [row for row in list_.rows if all(list_.text_at(row, at) == text for at, text in first.items())]
    for row in again:
        list_.leave_out(row, reason="heading")
    _take_part_titles(list_, [list_.header_row, *again] if again else [])


def _take_part_titles(list_: MeasureList, headers: list[int]) -> None:
    """Titles such as „A Energie“ over all parts are fields of action; others are left out and named."""
    above = {row: max((each for each in range(1, row) if list_.filled(each)), default=0) for row in headers}
    titles = {row: at for row, at in above.items() if at and len(list_.filled(at)) == 1}
    texts = {row: list_.text_at(at, list_.filled(at)[0]) or "" for row, at in titles.items()}
    are_outlined = len(set(texts.values())) == len(headers) and all(map(_OUTLINED.match, texts.values()))
    are_fields = are_outlined and list_.column_of(FIELD) is None
    for row, at in titles.items():
        cell = list_.sheet.cell(at, list_.filled(at)[0])
        if are_fields:
            following = min((each for each in headers if each > row), default=list_.sheet.height + 1)
            for measure in (
                each for each in list_.rows if row < each < following and each not in above.values()
            ):
                list_.say(measure, FIELD, cell)
            list_.leave_out(at, meaning=FIELD)
        elif not _FIELD.match(texts[row]):
            list_.remarks.notice("part_title_left_out", list_.sheet.name, cell.address, texts[row])
            list_.leave_out(at, reason="title")


@dataclass(frozen=True, slots=True)
class _Whole:
    """What the whole list tells about each of its rows, looked up once: lists are long."""

    is_numbered: bool
    has_details: bool
    """Whether the list says more about measures than number and title."""
    extended: frozenset[Parts]
    """The parts of every number that another one extends."""
    merged: frozenset[Position]
    """Where ranges begin that are merged over several columns."""

    @classmethod
    def of(cls, list_: MeasureList) -> _Whole:
        rows, numbers = list_.rows, list(map(parts_of, _numbers(list_).values()))
        return cls(
            list_.column_of("number") is not None and len(numbers) * 5 >= len(rows) * 3,
            any(len(list_.filled(row)) > 2 for row in rows),
            frozenset(parts[:length] for parts in numbers for length in range(len(parts))),
            frozenset((top, left) for top, left, _, right in list_.sheet.merged if right > left),
        )


def _take_heading_rows(list_: MeasureList) -> None:
    whole = _Whole.of(list_)
    heads = {row: column for row in list_.rows if (column := _heading_column(list_, row, whole)) is not None}
    last_measure = max((row for row in list_.rows if row not in heads), default=0)
    current: Cell | None = None
    for row in list(list_.rows):
        if row not in heads:
            _give_field(list_, row, current)
        elif row < last_measure:
            current = list_.sheet.cell(row, heads[row])
            list_.leave_out(row, meaning=FIELD)


def _heading_column(list_: MeasureList, row: int, whole: _Whole) -> int | None:
    """The column of the text with which a row heads those below, None where it is no heading."""
    filled = list_.filled(row)
    if len(filled) > 2 or is_sum(list_, row):
        return None
    if len(filled) == 1:
        return filled[0] if _is_heading(list_, row, filled[0], whole) else None
    number, title = list_.column_of("number"), list_.column_of("title")
    if number is None or set(filled) != {number, title} or not whole.has_details:
        return None
    own = list_.text_at(row, number) or ""
    return title if parts_of(own) in whole.extended else None


def _is_heading(list_: MeasureList, row: int, column: int, whole: _Whole) -> bool:
    text = list_.text_at(row, column) or ""
    if (
        not isinstance(list_.sheet.value(row, column), str)
        or len(text) > LONGEST_GROUP
        or _NO_HEADING.match(text)
    ):
        return False
    title = list_.column_of("title") or 1
    if (row, column) in whole.merged or column < title:
        return True
    return column == title and whole.is_numbered


def _give_field(list_: MeasureList, row: int, cell: Cell | None) -> None:
    if cell is not None and list_.text(row, FIELD) is None:
        list_.say(row, FIELD, cell)


def _fill_down(list_: MeasureList) -> None:
    """A field of action written once at the head of each group holds for the rows below."""
    column = list_.column_of(FIELD)
    texts = {row: list_.text(row, FIELD) for row in list_.rows}
    if column is None or None not in texts.values() or _says_twice(list(texts.values())):
        return
    current: Cell | None = None
    for row, text in texts.items():
        if text is not None:
            current = list_.sheet.cell(row, column)
        elif current is not None and not list_.further.get(row):
            list_.say(row, FIELD, current)
            list_.remarks.gather(
                "filled_down", list_.sheet.name, list_.address(row, column), current.value, FIELD
            )


def _says_twice(texts: list[str | None]) -> bool:
    """Whether a label is repeated in the next row: then an empty cell means that none holds."""
    return any(one is not None and one == other for one, other in pairwise(texts))


def _numbers(list_: MeasureList) -> dict[int, str]:
    texts = {row: list_.text(row, "number") for row in list_.rows}
    return {row: text for row, text in texts.items() if text}


def _take_numbering(list_: MeasureList) -> None:
    """Parents by their column or by number; those at the top may be fields of action, which is asked."""
    parents = _parents(list_)
    tops = [row for row in dict.fromkeys(parents.values()) if row not in parents]
    heads = [row for row in tops if _may_be_field(list_, row, parents)]
    answer = _asked(list_, heads) if heads else None
    fields = set(heads) if answer == AS_FIELDS else set()
    for row, parent in parents.items():
        if parent in fields:
            _under_field(list_, row, parent)
        elif answer is not None or parent not in heads:
            _under_measure(list_, row, parent)
    for row in fields:
        list_.leave_out(row, meaning=FIELD)


def _parents(list_: MeasureList) -> dict[int, int]:
    """The row of the parent of each row that has one."""
    numbers = _numbers(list_)
    rows = {plain(number): row for row, number in reversed(numbers.items())}
    if list_.column_of(PARENT) is not None:
        named = {row: plain(list_.text(row, PARENT) or "") for row in numbers}
        return {row: rows[name] for row, name in named.items() if rows.get(name, row) != row}
    found = parents_of(numbers.values(), rows)
    return {row: rows[plain(found[number])] for row, number in numbers.items() if number in found}


def _may_be_field(list_: MeasureList, row: int, parents: dict[int, int]) -> bool:
    """Whether a row at the top may be a field of action: no column names another one for it."""
    if any(headed.column.field == FIELD for headed, _ in list_.further.get(row, ())):
        return False
    named, title = list_.text(row, FIELD), list_.text(row, "title")
    return named is None or plain(named) == plain(title or "")


def _asked(list_: MeasureList, heads: list[int]) -> str | None:
    column = list_.column_of("title") or list_.column_of("number") or 1
    titles = [list_.text(row, "title") or list_.text(row, "number") or "" for row in heads]
    sheet = list_.sheet.name
    answer: str | None = None
    for row in heads:
        answer = list_.remarks.ask(
            ("heading_rows", sheet), "heading_rows", (AS_FIELDS, AS_MEASURES), sheet,
            list_.address(row, column), vocabulary="heading_rows",
            details={"examples": ", ".join(titles[:3]), "count": len(heads)},
        )  # fmt: skip
    return answer


def _under_field(list_: MeasureList, row: int, head: int) -> None:
    column = list_.column_of("title") or 1
    if list_.text(row, FIELD) is None:
        list_.say(row, FIELD, list_.sheet.cell(head, column))
    at = list_.column_of(PARENT)
    if at is not None:
        list_.rewritten[row, at] = None


def _under_measure(list_: MeasureList, row: int, head: int) -> None:
    number = list_.column_of("number")
    if list_.column_of(PARENT) is None and number is not None:
        list_.say(row, PARENT, list_.sheet.cell(head, number))


def is_below(number: str, other: str) -> bool:
    """Whether a number extends another.

    >>> is_below("Ü1-13", "Ü1"), is_below("Ü1", "Ü1-13")
    (True, False)
    """
    own, above = parts_of(number), parts_of(other)
    return len(above) < len(own) and own[: len(above)] == above
