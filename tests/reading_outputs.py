"""What outputs say about the cells of a balance, and how exactly: their tables, drawings and figures.

Written as somebody outside would: from the HTML, the coordinates of the bars and the JSON of the charts.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from monitoring.domain.balance import Area, Carrier, Sector
from monitoring.texts.words import words
from tests.domain.attack import Place, Said

DE = words("de")
UNITS = {
    "t": ("emissions_t", 1.0),
    "t CO₂e": ("emissions_t", 1.0),
    "Tsd. t CO₂e": ("emissions_t", 1000.0),
    "MWh": ("energy_mwh", 1.0),
    "GWh": ("energy_mwh", 1000.0),
}
SECTORS = {DE.label(each): each for each in Sector} | {DE("chart.total"): Sector.SUM}
CARRIERS = {DE.label(each): each for each in Carrier}
OTHER_AREA = DE("chart.balance.administration")
PIXELS = 0.2
"""How exact coordinates are: written to a tenth, at both ends of a bar."""

Rows = list[list[str]]


def read_tables(page: str, year: int) -> Iterator[Said]:
    """The tables of a page served as HTML."""
    for table in re.findall(r"<table.*?</table>", page, re.DOTALL):
        yield from _table(table, year)


def read_drawings(page: str, year: int) -> Iterator[Said]:
    """The bars of the drawings of a page."""
    for drawing in re.findall(r"<svg.*?</svg>", page, re.DOTALL):
        yield from read_drawing(drawing, year)


def read_drawing(drawing: str, year: int) -> Iterator[Said]:
    """How high the bars of a drawing of the territory are; what their tips say stands in its table too."""
    grid = r'y1="([\d.]+)" y2="\1" class="chart-(?:zero|grid)"[^>]*/><text[^>]*>([^<]+)</text>'
    marks = [(float(y), amount[0]) for y, label in re.findall(grid, drawing) if (amount := _amount(label))]
    unit = re.search(r'<text x="0"[^>]*class="chart-tick">([^<]+)<', drawing)
    if unit is None or unit.group(1) not in UNITS or len(marks) < 2 or OTHER_AREA in drawing:
        return
    (foot, low), (top, high) = marks[0], marks[-1]
    bar = r'<rect [^>]*height="([\d.]+)"[^>]*><title>(\d{4}), ([^:<]+): [^<]+</title>'
    for height, of_year, name in re.findall(bar, drawing):
        place = _place(unescape(name), Carrier.ALL, unit.group(1))
        if int(of_year) == year and place:
            scale = (high - low) / (foot - top)
            yield from _said(place, (scale * (float(height) + 1), scale * PIXELS), unit.group(1))


def read_figures(answer: str, year: int) -> Iterator[Said]:
    """The bars of every plotly figure in an answer of Dash, which come with all their digits."""
    for figure in _figures(json.loads(answer)) if answer.startswith("{") else ():
        title = json.dumps(figure["layout"].get("meta", {}), ensure_ascii=False)
        for trace in figure["data"]:
            unit = re.search(r"%{customdata} (.+)<extra>", str(trace.get("hovertemplate", "")))
            if trace.get("type") != "bar" or OTHER_AREA in title or not unit or unit.group(1) not in UNITS:
                continue
            place = _place(trace["name"], Carrier.ALL, unit.group(1))
            values = dict(zip(trace["x"], trace["y"], strict=True))
            value = values.get(str(year))
            if place and value is not None:
                yield from _said(place, (float(value), abs(value) * 1e-9), unit.group(1))


def _figures(part: Any) -> Iterator[dict[str, Any]]:
    if isinstance(part, dict):
        if isinstance(part.get("data"), list) and isinstance(part.get("layout"), dict):
            yield part
        part = list(part.values())
    for each in part if isinstance(part, list) else ():
        yield from _figures(each)


def _table(table: str, year: int) -> Iterator[Said]:
    rows = [
        [
            unescape(re.sub(r"<[^>]+>", "", cell))
            for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL)
        ]
        for row in re.findall(r"<tr.*?</tr>", table, re.DOTALL)
    ]
    caption = unescape(re.sub(r"<[^>]+>", "", (re.search(r"<caption.*?</caption>", table) or [""])[0]))
    unit = re.search(r"\(([^()]+)\)$", caption)
    if unit and unit.group(1) in UNITS and OTHER_AREA not in caption:
        yield from _of_chart(rows, unit.group(1), year)
    elif rows and rows[0][:2] == [DE("page.balance.column_sector"), DE("page.balance.column_carrier")]:
        yield from _of_values(rows) if str(year) in caption else ()
    elif rows and rows[0][1:2] == [DE("page.balance.inhabitants")]:
        yield from _of_inhabitants(rows, year)


def _of_chart(rows: Rows, unit: str, year: int) -> Iterator[Said]:
    """One row for each year, one column for each sector."""
    for row in rows[1:]:
        for name, cell in zip(rows[0][1:], row[1:], strict=True):
            place = _place(name, Carrier.ALL, unit)
            if row[0] == str(year) and place:
                yield from _said(place, _amount(cell), unit)


def _of_values(rows: Rows) -> Iterator[Said]:
    """Every value of a year: sector, carrier, and amounts with their units."""
    for sector, carrier, *amounts in (row[:4] for row in rows[1:]):
        for number, unit in re.findall(r"([\d.,]+)\s+(\S+)", "; ".join(amounts).replace("\xa0", " ")):
            unit = unit.rstrip(";")
            place = _place(sector, CARRIERS.get(carrier), unit) if unit in UNITS else None
            if place:
                yield from _said(place, _amount(number), unit)


def _of_inhabitants(rows: Rows, year: int) -> Iterator[Said]:
    """The total by way of what it is for each inhabitant."""
    for row in rows[1:]:
        people = _amount(row[1])
        for cell, quantity in zip(row[2:], ("t", "MWh"), strict=True):
            amount = _amount(cell)
            if row[0] == str(year) and people and amount:
                total = (amount[0] * people[0], amount[1] * people[0])
                yield from _said(
                    (Area.TERRITORY, Sector.SUM, Carrier.ALL, UNITS[quantity][0]), total, quantity
                )


def _place(name: str, carrier: Carrier | None, unit: str) -> Place | None:
    sector = SECTORS.get(name)
    return None if sector is None or carrier is None else (Area.TERRITORY, sector, carrier, UNITS[unit][0])


def _amount(text: str) -> tuple[float, float] | None:
    """A number as Germans write it, and half of its last digit."""
    found = re.fullmatch(r"(\d{1,3}(?:\.\d{3})*|\d+)(?:,(\d+))?", text.strip())
    if found is None:
        return None
    digits = found.group(2) or ""
    return float(found.group(1).replace(".", "") + "." + (digits or "0")), 0.5 * 10 ** -len(digits)


def _said(place: Place, amount: tuple[float, float] | None, unit: str) -> Iterator[Said]:
    if amount is not None:
        factor = UNITS[unit][1]
        yield Said(place, factor * (amount[0] - amount[1]), factor * (amount[0] + amount[1]))
