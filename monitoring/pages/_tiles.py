"""The tiles of the overview: at most six figures, each with its year and what it means; none without data."""

from __future__ import annotations

from dash import html

from monitoring.components.address import Address
from monitoring.components.tile import tile, tiles
from monitoring.domain.indicator import Direction
from monitoring.domain.measure import EFFECTIVE
from monitoring.domain.overview import Overview
from monitoring.domain.pace import pace
from monitoring.domain.progress import Progress
from monitoring.domain.series import Series
from monitoring.domain.totals import per_capita, total_series
from monitoring.pages._sources import balance_sources, beneath
from monitoring.pages._stand import latest_total
from monitoring.texts.answers import comparison
from monitoring.texts.numbers import NBSP
from monitoring.texts.quantities import difference, written
from monitoring.texts.words import Words

MOST = 6


def overview_tiles(overview: Overview, words: Words, address: Address) -> html.Ul | None:
    """The tiles side by side; nothing where there is nothing to show."""
    made = [
        *_of_balance(overview, words, address),
        *_of_target(overview, words, address),
        *_of_measures(overview, words, address),
        *_of_energy(overview, words, address),
    ]
    return tiles(made[:MOST], words("page.overview.tiles")) if made else None


def tiles_source(overview: Overview, words: Words) -> html.Div | None:
    """The line beneath the tiles, about the balance that most of them rest on."""
    totals = overview.emissions or overview.energy
    newest = latest_total(totals)
    return beneath(balance_sources(overview, newest, (), words)) if newest else None


def _number(amount: str) -> tuple[str, str]:
    """An amount in two parts, the number and what follows it."""
    number, _, unit = amount.partition(NBSP)
    return number, unit


def _of_balance(overview: Overview, words: Words, address: Address) -> list[html.Li]:
    total = total_series(overview.emissions)
    head = per_capita(total, overview.inhabitants)
    made = []
    if total.latest:
        made.append(_series_tile("emissions", total, words.tonnes(total.latest.value), words, address))
    if head.latest:
        amount = words("value.per_capita_t", value=words.per_capita(head.latest.value))
        made.append(_series_tile("emissions_per_capita", head, amount, words, address))
    return made


def _series_tile(name: str, series: Series, amount: str, words: Words, address: Address) -> html.Li:
    latest, first = series.latest, series.comparable()[0]
    assert latest is not None
    detail = words("tile.balance_year", year=latest.year)
    if first.year < latest.year:
        detail += comparison(latest.value, first.value, first.year, words)
        if first.year > series.points[0].year:  # the method changed: the answers compare further back
            detail = words("tile.same_method", detail=detail)
    number, unit = _number(amount)
    return tile(words(f"tile.{name}"), number, unit=unit, detail=detail, href=address.to("/bilanz"))


def _of_target(overview: Overview, words: Words, address: Address) -> list[html.Li]:
    main = overview.main_target
    if main is None:
        return []
    unit, href = main.unit, address.to("/ziele")
    made = [
        _gap_tile(main.progress, words, unit, href),
        _shares_tile(main.progress, words, href),
        _required_tile(main.progress, words, unit, href),
    ]
    return [each for each in made if each is not None]


def _gap_tile(progress: Progress, words: Words, unit: str | None, href: str) -> html.Li | None:
    if progress.gap is None:
        return None
    side = "above" if progress.gap > 0 else "below" if progress.gap < 0 else "on"
    share = words.percent(abs(progress.gap_share or 0.0), 1)
    detail = words(f"tile.gap_{side}", share=share, year=progress.latest_year)
    number, rest = _number(written(progress, abs(progress.gap), words, unit))
    return tile(words("tile.gap"), number, unit=rest, detail=detail, href=href)


def _shares_tile(progress: Progress, words: Words, href: str) -> html.Li | None:
    if progress.share_of_target is None or progress.share_of_time is None:
        return None
    detail = words(
        "tile.share_of_time_gone", time=words.percent(progress.share_of_time), year=progress.latest_year
    )
    if progress.breaks_since_base:
        detail = words("tile.across_break", detail=detail)
    number, rest = _number(words.percent(progress.share_of_target))
    name = "share_of_rise" if progress.direction is Direction.MORE else "share_of_target"
    return tile(words(f"tile.{name}"), number, unit=rest, detail=detail, href=href)


def _required_tile(progress: Progress, words: Words, unit: str | None, href: str) -> html.Li | None:
    rises = progress.direction is Direction.MORE
    sign = -1 if rises else 1
    required = (progress.required_per_year or 0.0) * sign
    if required <= 0 or progress.is_target_value_reached:
        return None
    detail = words(f"tile.{'more' if rises else 'less'}_until", year=progress.target_year)
    detail = f"{detail} {_so_far(progress, sign, words, unit)}".strip()
    number, rest = _number(written(progress, required, words, unit))
    return tile(words("tile.required_per_year"), number, unit=rest, detail=detail, href=href)


def _so_far(progress: Progress, sign: int, words: Words, unit: str | None) -> str:
    """The pace so far beside the one needed, with the year since when; nothing where it is unknown."""
    found = pace(progress)
    if found is None:
        return ""
    key = "tile.so_far_same_method" if found.is_same_method else "tile.so_far"
    return words(key, value=difference(progress, found.per_year * sign, words, unit), since=found.since)


def _of_measures(overview: Overview, words: Words, address: Address) -> list[html.Li]:
    if not overview.measures:
        return []
    running = sum(view.measure.status in EFFECTIVE for view in overview.measures)
    detail = words("tile.measures_detail", running=running, late=overview.late)
    number = words.number(len(overview.measures))
    note = words("note.count_says_nothing")
    return [tile(words("tile.measures"), number, detail=f"{detail} {note}", href=address.to("/massnahmen"))]


def _of_energy(overview: Overview, words: Words, address: Address) -> list[html.Li]:
    series = total_series(overview.energy)
    if not series.latest:
        return []
    return [_series_tile("energy", series, words.energy(series.latest.value), words, address)]
