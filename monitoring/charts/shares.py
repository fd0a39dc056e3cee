"""How much of the reduction is done beside how much of the time is gone."""

from __future__ import annotations

from typing import Any

from monitoring.charts.figure import Figure, category_axis, figure, value_axis
from monitoring.charts.looks import TIME, TOTAL, Look, marker
from monitoring.charts.rows import ChartTable
from monitoring.texts.words import Words


def shares_figure(share_of_target: float, share_of_time: float, words: Words) -> Figure:
    """Two horizontal bars in per cent; both shares are of 1 (0.42 is 42 %) and may lie outside 0…1."""
    rows = [
        (words("chart.share_of_target"), share_of_target, TOTAL),
        (words("chart.share_of_time"), share_of_time, TIME),
    ]
    names = [name for name, _, _ in rows]
    return figure(
        [_bar(names, name, share, look, words) for name, share, look in rows],
        words("chart.shares.title"),
        words(
            "chart.shares.description",
            target=words.percent(share_of_target),
            time=words.percent(share_of_time),
        ),
        words,
        barmode="stack",
        bargap=0.4,
        showlegend=False,
        xaxis=_axis([100 * share_of_target, 100 * share_of_time, 100], words),
        yaxis=category_axis(names, autorange="reversed", automargin=True),
    )


def shares_table(share_of_target: float, share_of_time: float, words: Words) -> ChartTable:
    """The two shares as a table."""
    rows = (
        (words("chart.share_of_target"), words.percent(share_of_target)),
        (words("chart.share_of_time"), words.percent(share_of_time)),
    )
    return ChartTable(words("chart.shares.title"), (words("chart.share"), words("chart.value")), rows)


def _axis(values: list[float], words: Words) -> dict[str, Any]:
    axis = value_axis(values, "", words)
    return axis | {"ticktext": [words.percent(tick / 100) for tick in axis["tickvals"]]}


def _bar(names: list[str], name: str, share: float, look: Look, words: Words) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "name": name,
        "y": names,
        "x": [100 * share if one == name else None for one in names],
        "text": [words.percent(share) if one == name else "" for one in names],
        "textposition": "none",
        "marker": marker(look),
        "meta": {"css": look.css},
        "hovertemplate": "%{y}: %{text}<extra></extra>",
    }
