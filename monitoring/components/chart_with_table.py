"""A chart as it must always appear: message, drawing, source, and the same numbers as a table."""

from __future__ import annotations

from typing import Any

from dash import dcc, html

from monitoring.charts.figure import Figure, plotly_config
from monitoring.charts.rows import ChartTable
from monitoring.charts.svg import figure_svg
from monitoring.components.address import Address
from monitoring.components.native import SCRIPT_ONLY, Picture
from monitoring.components.sentence import remark, sentence
from monitoring.components.table import data_table
from monitoring.texts.words import Words


def chart_with_table(
    figure: Figure,
    table: ChartTable,
    message: Any,
    *,
    name: str,
    words: Words,
    source: Any = None,
    notes: Any = None,
    table_open: bool = False,
    address: Address | None = None,
) -> html.Figure:
    """The chart with its message, table and source line. `name` is unique on the page and becomes the id.

    The `address` tells whether plotly draws, inside a Dash page, and whether a button changes that; served as
    HTML and without an address it is the same SVG.
    """
    told = html.Summary(words("component.chart.show_table"))
    return html.Figure(
        [
            html.Figcaption(sentence(message)),
            _drawing(figure, name, words, address),
            _switch(address.is_interactive, words) if address and address.has_switch else None,
            remark(notes) if notes else None,
            source,
            html.Details([told, _numbers(table, words)], open=table_open),
        ],
        id=name,
        className="figure",
    )


def _drawing(figure: Figure, name: str, words: Words, address: Address | None) -> Any:
    if address and address.is_interactive:
        return _graph(figure, name, words)
    return Picture(svg=figure_svg(figure, name), id=f"{name}-chart")


def _numbers(table: ChartTable, words: Words) -> html.Div:
    numeric = range(1, len(table.columns))
    return data_table(table.columns, table.rows, caption=table.caption, words=words, numeric=numeric)


def _switch(interactive: bool, words: Words) -> html.P:
    """The button that asks for the interactive chart, or gives the plain one back; it needs a script."""
    told = {f"data-{name}": words(f"component.chart.{name}") for name in ("loading", "failed")}
    pressed = {"data-interactive": "", "aria-pressed": "true" if interactive else "false"}
    button = html.Button(words("component.chart.interactive"), type="button", **pressed, **told)
    return html.P([button, html.Span(role="status")], className="chart-switch")


def _graph(figure: Figure, name: str, words: Words) -> html.Div:
    """Drawn by plotly where there is room; on narrow screens and paper the drawing made for them."""
    still = Picture(svg=figure_svg(figure, f"{name}-still"), className="graph-still", **{SCRIPT_ONLY: "true"})
    config = plotly_config(words.language)
    return html.Div([still, dcc.Graph(figure=figure, id=f"{name}-chart", config=config, className="graph")])
