"""The user's own table as they know it: letters, numbers, cells, and what each column was taken for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from dash import html

from monitoring.components.sheet_marks import Marks, cell_name, mark_link
from monitoring.services.kept_sheets import Cell, Sheet, cell_address, column_letters
from monitoring.services.meanings import Line, UnderstoodBlock
from monitoring.texts.cells import cell_text, is_number
from monitoring.texts.understanding import layout_sentence, left_out_text, meaning_text, reason_text
from monitoring.texts.words import Words

Control = Callable[[Line, str, str], Any]
"""What changes the meaning of a line, by its meaning in words and its spoken name; None where nothing can."""


CARDS = "cards"
"""The layout in which several labels stand in one row."""
LONG = 60
"""Characters; a longer text is cut to a few lines, so that rows stay rows."""


@dataclass(frozen=True)
class Window:
    """The part of a sheet that is shown, in rows and columns from 1."""

    rows: range
    columns: range


@dataclass(frozen=True)
class ShownSheet:
    """A sheet with what it was understood as, the marks in its cells, and where they lead."""

    sheet: Sheet
    kind: str
    blocks: Sequence[UnderstoodBlock] = ()
    marks: Marks = field(default_factory=dict)
    findings: str = ""
    control: Control = lambda *_: None

    def block_of(self, row: int) -> UnderstoodBlock | None:
        """The table that a row belongs to."""
        return next((each for each in self.blocks if each.first_row <= row <= each.last_row), None)


def sheet_table(shown: ShownSheet, window: Window, words: Words) -> html.Div:
    """The table in its own region, which scrolls sideways where it is wide."""
    caption = words("own_table.caption", sheet=shown.sheet.name, first=window.rows[0], last=window.rows[-1])
    letters = [html.Th(column_letters(each), scope="col") for each in window.columns]
    corner = [
        html.Th(words(f"own_table.{name}"), scope="col", className=f"sheet-{name}")
        for name in ("row", "note")
    ]
    head = html.Thead(html.Tr([*corner, *letters]))
    body = html.Tbody(list(_rows(shown, window, words)))
    table = html.Table([html.Caption(caption, className="hidden-visually"), head, body], className="sheet")
    region: dict[str, Any] = {
        "role": "region",
        "tabIndex": "0",
        "aria-label": words("own_table.scroll", caption=caption),
    }
    return html.Div(table, className="sheet-room", **region)


def _rows(shown: ShownSheet, window: Window, words: Words) -> Iterable[html.Tr]:
    told: UnderstoodBlock | None = None
    for number in window.rows:
        block = shown.block_of(number)
        if block and block is not told:
            yield _meanings(shown, block, window, words)
        told = block or told
        yield _row(shown, block, number, window, words)


def _meanings(shown: ShownSheet, block: UnderstoodBlock, window: Window, words: Words) -> html.Tr:
    """Over a table: how it is laid out, and what each of its columns means."""
    lines = _by_number(block.columns)
    name = words("own_table.meaning_of_table", first=block.first_row, last=block.last_row)
    around = _told(shown, block.around, name, words) if block.around else []
    layout = [html.Span(layout_sentence(block, words), className="sheet-meaning"), *around]
    heading = html.Th(layout, colSpan=2, scope="row", className="sheet-layout")
    cells = [_meaning(shown, lines.get(column), column, words) for column in window.columns]
    return html.Tr([heading, *cells], className="sheet-meanings")


def _meaning(shown: ShownSheet, line: Line | None, column: int, words: Words) -> html.Td:
    heading = _whole_label(line) if line else ""
    name = words("own_table.meaning_of_column", column=column_letters(column), heading=heading)
    return html.Td(_told(shown, line, name, words), className=_grey(line))


def _whole_label(line: Line) -> str:
    """All words of a line, as a control is named by: „Haushalte / Strom“ rather than „Strom“.

    >>> [_whole_label(Line(1, label, path=path)) for label, path in [("Strom", "Haushalte / Strom"),
    ...     ("2019", "Strom"), ("THG 2019 [t]", "THG [t]"), ("Strom", "")]]
    ['Haushalte / Strom', 'Strom / 2019', 'THG 2019 [t]', 'Strom']
    """
    if set(line.path.split()) <= set(line.label.split()):
        return line.label
    return line.path if line.label in line.path else f"{line.path} / {line.label}"


def _told(shown: ShownSheet, line: Line | None, name: str, words: Words) -> list[Any]:
    """The meaning in words, beneath it the reason, and what changes it."""
    if line is None:
        return []
    meaning = meaning_text(line.meaning, shown.kind, words)
    reason = left_out_text(line.left_out, words) if line.left_out else reason_text(line.reasons, words)
    return [
        html.Span(meaning, className="sheet-meaning") if meaning and not line.left_out else None,
        html.Span(reason, className="sheet-reason") if reason else None,
        shown.control(line, meaning, name),
    ]


def _row(
    shown: ShownSheet, block: UnderstoodBlock | None, number: int, window: Window, words: Words
) -> html.Tr:
    lines = _by_number(block.rows) if block else {}
    left_out = {each.number for each in block.columns if each.left_out} if block else set()
    line = lines.get(number)
    cells = [_cell(shown, number, column, column in left_out, words) for column in window.columns]
    note = html.Td(_note(shown, block, line, number, words), className="sheet-note")
    is_read = bool(block) and not (line and line.left_out)
    css = _role(block, number) if is_read else "sheet-ignored"
    return html.Tr([html.Th(str(number), scope="row", className="sheet-row"), note, *cells], className=css)


def _role(block: UnderstoodBlock | None, number: int) -> str | None:
    return "sheet-header" if block and number in block.header_rows else None


def _note(
    shown: ShownSheet, block: UnderstoodBlock | None, line: Line | None, number: int, words: Words
) -> list[Any]:
    """What a row is: its meaning with a control, a row of headings, or why it is not read."""
    hidden = [html.Span(words("own_table.hidden"), className="sheet-reason")] * (
        number in shown.sheet.hidden_rows
    )
    if block and number in block.header_rows:
        return [html.Span(words("own_table.headings")), *hidden]
    if block and number in block.title_rows:
        return [html.Span(words("own_table.title")), *hidden]
    if block and line:
        own = (
            {each.label: each for each in block.rows if each.number == number}
            if block.layout == CARDS
            else {}
        )
        return [part for each in own.values() or [line] for part in _row_told(shown, each, words)] + hidden
    outside = not block and any(cell.value is not None for cell in shown.sheet.cells(number))
    return [html.Span(words("own_table.outside"), className="sheet-reason")] * outside + hidden


def _row_told(shown: ShownSheet, line: Line, words: Words) -> list[Any]:
    name = words("own_table.meaning_of_row", row=line.number, heading=_whole_label(line))
    return _told(shown, line, name, words)


def _cell(shown: ShownSheet, row: int, column: int, is_left_out: bool, words: Words) -> html.Td:
    cell: Cell = shown.sheet.cell(row, column)
    address = cell_address(row, column)
    marks = [mark_link(each, shown.findings) for each in shown.marks.get(address, ())]
    css = " ".join(
        name
        for name, holds in (
            ("number", is_number(cell)),
            ("sheet-ignored", is_left_out),
            ("sheet-marked", bool(marks)),
        )
        if holds
    )
    text = cell_text(cell, words)
    named: dict[str, Any] = {"id": cell_name(shown.sheet.name, address)} if text or marks else {}
    colour = shown.sheet.fills.get((row, column))
    if colour:
        named["style"] = {"boxShadow": f"inset 0 -0.3em 0 {colour}"}
    shown_text = html.Div(text, className="sheet-long") if len(text) > LONG else text
    return html.Td([shown_text, *marks], className=css or None, **named)


def _grey(line: Line | None) -> str | None:
    return "sheet-ignored" if line and line.left_out else None


def _by_number(lines: Sequence[Line]) -> dict[int, Line]:
    """The lines of a table by row or column; of two for one the first that says something."""
    found: dict[int, Line] = {}
    for line in sorted(lines, key=lambda each: not each.meaning):
        found.setdefault(line.number, line)
    return found
