"""Every value of a balance year as it was reported, with its state, data quality, method and source."""

from __future__ import annotations

from collections import Counter
from typing import Any

from dash import html

from monitoring.components.address import Address
from monitoring.components.form import button, field, form
from monitoring.components.kept_publication import kept_publication
from monitoring.components.native import Select, options
from monitoring.components.origin import origin_lines
from monitoring.components.sentence import remark
from monitoring.components.table import data_table
from monitoring.components.value_comments import value_comments
from monitoring.domain.balance import BISKO_SECTORS, Carrier, CellState, EmissionEntry, Sector
from monitoring.domain.data_quality import data_quality
from monitoring.domain.overview import Overview
from monitoring.domain.totals import BASES, counted_entries
from monitoring.texts.words import Words

YEAR = "jahr"
"""The part of the query that names the year."""


def balance_values(overview: Overview, words: Words, address: Address) -> list[Any]:
    """The table of one year, with a choice of the years there are."""
    entries = overview.of(EmissionEntry)
    years = sorted({each.year for each in entries}, reverse=True)
    asked = address.query.get(YEAR, "")
    year = int(asked) if asked in map(str, years) else years[0]
    of_year = sorted((each for each in entries if each.year == year), key=_rank)
    caption = words("page.balance.values_of", year=year)
    names = ("sector", "carrier", "energy", "emissions", "quality", "origin")
    columns = [words(f"page.balance.column_{name}") for name in names]
    usual, count = Counter(_method(each, words) for each in of_year).most_common(1)[0]
    said = usual if count > 1 else None
    rows = [_row(each, said, overview, words, address) for each in of_year]
    table = data_table(columns, rows, caption=caption, words=words, numeric=(2, 3), hidden_caption=True)
    source = html.P(words("page.balance.usual_method", method=said), className="source") if said else None
    is_withheld = any(each.state is CellState.CONFIDENTIAL for each in of_year)
    note = remark(words("note.withheld")) if is_withheld else None
    return [html.H2(caption, id="werte"), _choice(years, year, words, address), source, table, note]


def quality_sentence(overview: Overview, words: Words) -> str:
    """The data quality of the newest balance year, and for which share of the energy it is known."""
    of_year = counted_entries(overview.of(EmissionEntry)).get(overview.balance_year or 0, [])
    counted = [each for each in of_year if each.sector in BISKO_SECTORS]
    whole = [each for each in counted if each.carrier is Carrier.ALL]
    found = data_quality([each for each in counted if each.carrier is not Carrier.ALL]) or data_quality(whole)
    if found is None:
        return words("page.balance.quality_missing")
    return words(
        "page.balance.quality_value", value=words.percent(found.value), share=words.percent(found.graded)
    )


def _rank(entry: EmissionEntry) -> tuple[Any, ...]:
    """Areas, conventions and editions apart; totals last; sectors and carriers in their usual order."""
    return (
        entry.area.value != "territory",
        entry.basis not in BASES,
        -entry.edition,
        list(Sector).index(entry.sector),
        list(Carrier).index(entry.carrier),
    )


def _choice(years: list[int], year: int, words: Words, address: Address) -> Any:
    if len(years) == 1:
        return None
    pairs = [(str(each), str(each)) for each in years]
    select = Select(name=YEAR, id=YEAR, options=options(pairs), value=str(year), required=True)
    parts = [
        kept_publication(address),
        field(words("page.balance.choose_year"), select, words=words),
        button(words("button.show")),
    ]
    made = form(parts, action=f"{address.path}#werte", token=None, method="get")
    made.className = "form filters"
    return made


def _row(
    entry: EmissionEntry, usual: str | None, overview: Overview, words: Words, address: Address
) -> list[Any]:
    return [
        _sector(entry, words),
        words.label(entry.carrier),
        _amount(entry, None if entry.energy_mwh is None else words.energy(entry.energy_mwh), words),
        _amount(entry, None if entry.emissions_t is None else words.tonnes(entry.emissions_t), words),
        entry.quality.value if entry.quality else words("missing"),
        _origin(entry, usual, overview, words, address),
    ]


def _sector(entry: EmissionEntry, words: Words) -> str:
    """The sector, with what sets the value apart from the basic balance."""
    marks = []
    if entry.area.value != "territory":
        marks.append(words.label(entry.area))
    if entry.basis not in BASES:
        marks.append(words.label(entry.basis))
    if entry.sector not in BISKO_SECTORS | {Sector.SUM}:
        marks.append(words("note.not_in_total"))
    if entry.is_included_in is not None:
        marks.append(words("page.balance.included_in", sector=words.label(entry.is_included_in)))
    if entry.edition > 1:
        marks.append(words("page.balance.edition", edition=entry.edition))
    name = words.label(entry.sector)
    return f"{name} ({', '.join(marks)})" if marks else name


def _amount(entry: EmissionEntry, amount: str | None, words: Words) -> str:
    """The value, or why there is none: nothing occurring is not the same as nothing known."""
    if amount is not None:
        return amount
    return words("missing") if entry.state is CellState.VALUE else words.label(entry.state)


def _origin(
    entry: EmissionEntry, usual: str | None, overview: Overview, words: Words, address: Address
) -> Any:
    """Method and source where they differ from the usual ones, and the cells of the amounts."""
    method = _method(entry, words)
    amounts = [name for name in ("energy_mwh", "emissions_t") if getattr(entry, name) is not None]
    cells = origin_lines([overview.origin(entry, name) for name in amounts], words, address)
    shown = [method] if method != usual else []
    comments = value_comments(entry, amounts, overview, words)
    return [*shown, *cells, *comments] or words("page.balance.as_above")


def _method(entry: EmissionEntry, words: Words) -> str:
    by = words("note.determined_by", by=entry.determined_by) if entry.determined_by else None
    known = [by, entry.method, entry.factor_set, entry.tool, entry.source]
    return " · ".join(dict.fromkeys(each for each in known if each)) or words("note.source_missing")
