"""The user's own table: colours of its cells, and what its rows were taken for."""

from __future__ import annotations

from dash import html

from monitoring.components.html import to_html
from monitoring.components.sheet_table import ShownSheet, Window, sheet_table
from monitoring.services.kept_sheets import Sheet
from monitoring.services.meanings import Line, UnderstoodBlock
from monitoring.spreadsheets.workbook import Value
from monitoring.texts.words import words

ROWS: list[tuple[Value, ...]] = [("Handlungsfeld", "Mobilität", "Nr.", "M1"), ("Titel", "Radweg", None, None)]


def drawn(shown: ShownSheet) -> str:
    return str(to_html(sheet_table(shown, Window(range(1, 3), range(1, 5)), words("de"))))


def test_a_coloured_cell_shows_its_colour() -> None:
    shown = drawn(ShownSheet(Sheet("M1", ROWS, fills={(2, 4): "#92D050"}), "measures"))
    assert shown.count("#92D050") == 1


def test_every_label_of_a_row_of_a_card_is_told() -> None:
    lines = [
        Line(1, "Handlungsfeld", (("field", "field_of_action"),), (("field", "label:A1"),)),
        Line(1, "Nr.", (("field", "number"),), (("field", "label:C1"),)),
    ]
    block = UnderstoodBlock(1, 1, 2, 4, "cards", rows=tuple(lines))
    shown = drawn(ShownSheet(Sheet("M1", ROWS), "measures", (block,)))
    assert "Maßnahmenblatt" in shown
    assert ("Bezeichnung in A1" in shown, "Bezeichnung in C1" in shown) == (True, True)


def test_the_table_and_its_parts_have_names_of_their_own() -> None:
    blocks = [
        UnderstoodBlock(row, 1, row, 4, "one_year", around=Line(0, "", (("quantity", "emissions"),)))
        for row in (1, 2)
    ]
    control = lambda line, meaning, spoken: html.Span(spoken)  # noqa: E731
    shown = drawn(ShownSheet(Sheet("M1", ROWS), "balance", blocks, control=control))
    assert 'aria-label="Tabelle „M1“, Zeilen 1 bis 2, lässt sich seitlich verschieben"' in shown
    assert "Bedeutung der ganzen Tabelle, Zeilen 1 bis 1" in shown
    assert "Bedeutung der ganzen Tabelle, Zeilen 2 bis 2" in shown
