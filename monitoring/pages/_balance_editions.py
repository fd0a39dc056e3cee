"""Editions of a balance year compared: by sector and in total, each with the difference to the one before."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from dash import html

from monitoring.components.table import data_table
from monitoring.domain import totals
from monitoring.domain.balance import EmissionEntry, Sector
from monitoring.domain.edition_comparison import editions_by_year
from monitoring.domain.overview import Overview
from monitoring.domain.totals import YearTotal
from monitoring.pages._sources import beneath
from monitoring.texts.determination import balance_line
from monitoring.texts.words import Words


def edition_tables(overview: Overview, words: Words) -> list[Any]:
    """One table for each quantity and year with several editions; nothing where there is none."""
    entries = overview.of(EmissionEntry)
    quantities: tuple[tuple[str, totals.Value, Callable[[float], str]], ...] = (
        ("emissions", totals.emissions, words.tonnes),
        ("energy", totals.energy, words.energy),
    )
    tables = [
        _table(year, editions, words(f"page.balance.column_{name}"), written, words)
        for name, value, written in quantities
        for year, editions in editions_by_year(entries, value).items()
    ]
    if not tables:
        return []
    heading = html.H2(words("page.balance.editions"), id="ausgaben")
    return [heading, html.P(words("page.balance.editions_intro")), *tables]


def _table(
    year: int,
    editions: Mapping[int, YearTotal],
    quantity: str,
    written: Callable[[float], str],
    words: Words,
) -> html.Details:
    caption = words("page.balance.editions_of", year=year, quantity=quantity)
    columns = [words("page.balance.column_sector")]
    columns += [words("page.balance.edition", edition=number) for number in editions]
    columns.append(words("page.balance.edition_difference"))
    sectors = [each for each in Sector if any(each in total.by_sector for total in editions.values())]
    rows = [
        _row(words.label(each), [total.by_sector.get(each) for total in editions.values()], written, words)
        for each in sectors
    ]
    rows.append(_row(words.label(Sector.SUM), [total.total for total in editions.values()], written, words))
    numeric = range(1, len(columns))
    table = data_table(columns, rows, caption=caption, words=words, numeric=numeric, hidden_caption=True)
    return html.Details([html.Summary(caption), table, beneath(_made(editions, words))])


def _made(editions: Mapping[int, YearTotal], words: Words) -> Iterator[str]:
    """Of each edition when it was published, by whom and how it was made."""
    for number, total in editions.items():
        edition = words("page.balance.edition", edition=number)
        yield f"{edition}: {balance_line(replace(total, edition=1), None, '', words)}"


def _row(name: str, values: list[float | None], written: Callable[[float], str], words: Words) -> list[str]:
    """What each edition says, and by how much the newest differs from the one before."""
    before, after = values[-2:]
    difference = None if before is None or after is None else after - before
    return [name, *[words("missing") if each is None else written(each) for each in (*values, difference)]]
