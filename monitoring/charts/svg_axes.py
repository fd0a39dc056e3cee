"""Grid lines and the words along the axes."""

from __future__ import annotations

from typing import Any

from monitoring.charts.svg_element import element, text, text_width, wrapped
from monitoring.charts.svg_scale import Bands, Plot


def value_grid(axis: dict[str, Any], plot: Plot, *, upright: bool) -> str:
    """Grid lines with their numbers; `upright` charts carry them on the left, the others below."""
    marks = zip(axis["tickvals"], axis["ticktext"], strict=True)
    return "".join(_upright_mark(v, t, plot) if upright else _lying_mark(v, t, plot) for v, t in marks)


def _upright_mark(value: float, label: str, plot: Plot) -> str:
    y = plot.y.place(value)
    line = element(
        "line", x1=plot.left, x2=plot.right, y1=y, y2=y, class_=_grid_class(value), stroke="#dfe4e8"
    )
    return line + text(label, plot.left - 8, y + plot.size * 0.35, anchor="end", css="chart-tick")


def _lying_mark(value: float, label: str, plot: Plot) -> str:
    x = plot.x.place(value)
    line = element(
        "line", x1=x, x2=x, y1=plot.top, y2=plot.bottom, class_=_grid_class(value), stroke="#dfe4e8"
    )
    return line + text(label, x, plot.bottom + plot.size * 1.3, anchor="middle", css="chart-tick")


def _grid_class(value: float) -> str:
    return "chart-zero" if value == 0 else "chart-grid"


def names_below(scale: Bands, plot: Plot) -> str:
    """The names under an upright chart; years are thinned to round ones where the room is short."""
    room = max((text_width(name, plot.size) for name in scale.names), default=0) + plot.size
    shown = shown_names(list(scale.names), room / scale.step)
    y = plot.bottom + plot.size * 1.45
    return "".join(text(name, scale.place(name), y, anchor="middle", css="chart-tick") for name in shown)


def shown_names(names: list[str], bands_each: float) -> list[str]:
    """The names that fit when each needs the room of so many bands.

    >>> shown_names([str(year) for year in range(2008, 2023)], 2.4)
    ['2010', '2015', '2020']
    >>> shown_names(["a", "b", "c"], 1.5)
    ['a', 'c']
    """
    if all(name.isdigit() for name in names):
        # Targets are set for 2030, 2035, 2040: every fifth year reads better than every second.
        steps = (1, 2, 5, 10, 20) if len(names) < 16 else (1, 5, 10, 20)
        step = next((step for step in steps if step >= bands_each), 50)
        round_years = [name for name in names if int(name) % step == 0]
        return round_years or names[:1]
    step = max(1, int(-(-bands_each // 1)))
    return names[::step]


def names_beside(scale: Bands, plot: Plot, room: float) -> str:
    """The names left of a lying chart, in several lines where they are long."""
    return "".join(_lines(wrapped(name, room, plot.size), scale.place(name), plot) for name in scale.names)


def _lines(lines: list[str], middle: float, plot: Plot) -> str:
    first = middle - (len(lines) - 1) * plot.size * 0.6 + plot.size * 0.35
    return "".join(
        text(line, plot.left - 10, first + number * plot.size * 1.2, anchor="end")
        for number, line in enumerate(lines)
    )


def names_above(scale: Bands, plot: Plot, room: float, most: int) -> str:
    """The names above each bar of a lying chart, for narrow screens; `most` are the lines of the longest."""
    return "".join(_above(wrapped(name, room, plot.size), scale, name, plot, most) for name in scale.names)


def _above(lines: list[str], scale: Bands, name: str, plot: Plot, most: int) -> str:
    top = scale.place(name) - scale.step / 2 + plot.size * (1.1 + 1.2 * (most - len(lines)))
    return "".join(
        text(line, plot.left + 5, top + number * plot.size * 1.2, css="chart-name")
        for number, line in enumerate(lines)
    )
