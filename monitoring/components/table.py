"""Tables that a screen reader can walk and a narrow screen can hold."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from dash import html

from monitoring.texts.words import Words


def data_table(
    columns: Sequence[str],
    rows: Sequence[Sequence[Any]],
    *,
    caption: str,
    words: Words,
    numeric: Collection[int] = (),
    stacked: bool = False,
    wide_only: Collection[int] = (),
    hidden_caption: bool = False,
) -> html.Div:
    """A table whose first cell of each row is the row's heading. Cells are texts or components.

    `numeric` are the positions of columns set flush right. On narrow screens the table scrolls sideways, or,
    with `stacked`, each row becomes a card: of names and values, or, where some columns are `wide_only`, of
    two lines without these columns and without names.
    """
    if not rows:
        return html.Div(html.P(words("component.table.empty"), className="empty"), className="table-room")
    css = "caption hidden-visually" if hidden_caption else "caption"
    table = html.Table(
        [
            html.Caption(caption, className=css),
            html.Thead(html.Tr([_heading(text, i in numeric) for i, text in enumerate(columns)])),
            html.Tbody([_row(row, columns, numeric, wide_only) for row in rows]),
        ],
        className=" ".join(
            ["table", *(["table-stacked"] if stacked else []), *(["table-brief"] if wide_only else [])]
        ),
    )
    if stacked:
        return html.Div(table, className="table-room")
    name = words("component.table.scroll", caption=caption)
    # A group, not a landmark: a page with many tables would drown its ways about.
    return html.Div(
        table, className="table-room table-scroll", role="group", tabIndex="0", **{"aria-label": name}
    )


def _heading(text: str, is_numeric: bool) -> html.Th:
    return html.Th(text, scope="col", className="number" if is_numeric else None)


def _row(
    row: Sequence[Any], columns: Sequence[str], numeric: Collection[int], wide_only: Collection[int]
) -> html.Tr:
    first = html.Th(row[0], scope="row", className="number" if 0 in numeric else None)
    marks = [(i in numeric and "number") or (i in wide_only and "wide-only") or None for i in range(len(row))]
    return html.Tr([first, *[_cell(row[i], columns[i], marks[i]) for i in range(1, len(row))]])


def _cell(content: Any, column: str, mark: str | None) -> html.Td:
    # The label repeats the column's heading where a narrow screen shows the row as a card.
    return html.Td(content, className=mark, **{"data-label": column})
