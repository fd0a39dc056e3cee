"""The part of a sheet that a page shows, and the links to its other rows and columns."""

from __future__ import annotations

from dash import html

from monitoring.components.import_address import FILE, FIRST_COLUMN, FIRST_ROW, SHEET, UNDERSTOOD
from monitoring.components.sheet_table import Window
from monitoring.pages._import_step import ImportStep
from monitoring.services.kept_sheets import KeptSheet, column_letters
from monitoring.texts.words import Words

ROWS_SHOWN, COLUMNS_SHOWN = 30, 60


def window_query(row: int, column: int) -> dict[str, str]:
    """The part of the query that shows the part of a sheet with this cell."""
    first_row = (row - 1) // ROWS_SHOWN * ROWS_SHOWN + 1
    first_column = (column - 1) // COLUMNS_SHOWN * COLUMNS_SHOWN + 1
    said = {FIRST_ROW: first_row, FIRST_COLUMN: first_column}
    return {name: str(number) for name, number in said.items() if number > 1}


def to_sheet(kept: KeptSheet, step: ImportStep, **more: str) -> str:
    """The address of a sheet of the user's own table."""
    return step.to(UNDERSTOOD, **{FILE: kept.file, SHEET: kept.sheet.name}, **more)


def window_of(kept: KeptSheet, step: ImportStep) -> Window:
    """The part that the address names, else the first."""
    row = _number(step.address.query.get(FIRST_ROW), kept.sheet.height)
    column = _number(step.address.query.get(FIRST_COLUMN), kept.sheet.width)
    return Window(
        range(row, min(row + ROWS_SHOWN, kept.sheet.height + 1)),
        range(column, min(column + COLUMNS_SHOWN, kept.sheet.width + 1)),
    )


def _number(text: str | None, most: int) -> int:
    """A row or column that a query names, 1 where it names none that exists."""
    number = int(text) if text and text.isascii() and text.isdigit() and len(text) < 8 else 1
    return number if 1 <= number <= most else 1


def pager(kept: KeptSheet, window: Window, step: ImportStep) -> html.Nav | None:
    """Links to the other rows, and to the other columns of a very wide sheet."""
    words, sheet = step.words, kept.sheet
    row, column = window.rows[0], window.columns[0]
    rows = [first for first in (row - ROWS_SHOWN, row + ROWS_SHOWN) if 1 <= first <= sheet.height]
    columns = [
        first for first in (column - COLUMNS_SHOWN, column + COLUMNS_SHOWN) if 1 <= first <= sheet.width
    ]
    named = [
        *(
            (words("own_table.rows", first=each, last=_last(each, ROWS_SHOWN, sheet.height)), each, column)
            for each in rows
        ),
        *((_columns_name(each, sheet.width, words), row, each) for each in columns),
    ]
    links = [
        html.Li(html.A(name, href=to_sheet(kept, step, **window_query(to_row, to_column)) + "#blatt"))
        for name, to_row, to_column in named
    ]
    if not links:
        return None
    total = html.Li(words("own_table.total", rows=words.number(sheet.height)), className="muted")
    return html.Nav(html.Ul([*links, total], className="pager"), **{"aria-label": words("own_table.more")})


def _last(first: int, shown: int, most: int) -> int:
    return min(first + shown - 1, most)


def _columns_name(first: int, width: int, words: Words) -> str:
    last = _last(first, COLUMNS_SHOWN, width)
    return words("own_table.columns", first=column_letters(first), last=column_letters(last))
