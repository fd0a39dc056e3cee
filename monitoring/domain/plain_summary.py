"""The summary in plain language: what is said of a municipality, one thought each; the texts say how."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from monitoring.domain.balance import Area
from monitoring.domain.indicator import Direction
from monitoring.domain.measure import EFFECTIVE
from monitoring.domain.overview import Overview
from monitoring.domain.pace import factor, pace
from monitoring.domain.progress import Progress
from monitoring.domain.rating import Rating
from monitoring.domain.series import Series
from monitoring.domain.target import TargetQuantity
from monitoring.domain.totals import total_series
from monitoring.domain.views import TargetView


class PlainTopic(StrEnum):
    """The parts of the summary, in their order."""

    WHERE = "where"
    TARGET = "target"
    ENOUGH = "enough"
    DOING = "doing"
    NEXT = "next"


@dataclass(frozen=True)
class PlainFact:
    """One thought: its part, its code, and the values it names, in base units; `about` is the target."""

    topic: PlainTopic
    code: str
    values: dict[str, Any] = field(default_factory=dict)
    about: TargetView | None = None


def plain_summary(overview: Overview) -> list[PlainFact]:
    """Everything that is said, in order; what is missing is said to be missing.

    >>> from datetime import date
    >>> from monitoring.domain.municipality import Municipality
    >>> from monitoring.domain.overview import Stand
    >>> empty = Overview(Municipality(slug="a", name="A"), Stand(True, False, 1), {}, date(2026, 1, 1))
    >>> [fact.code for fact in plain_summary(empty)]
    ['no_value', 'no_target', 'cannot_say', 'no_measures', 'target_needed']
    """
    main = overview.main_target
    if main is None:
        parts = _without_target(overview)
        return [*parts[:-1], *_doing(overview), parts[-1]]
    return [
        *_where(main, overview),
        *_target(main),
        *_enough(main),
        *_doing(overview),
        *_next(main),
    ]


def _where(main: TargetView, overview: Overview) -> Iterator[PlainFact]:
    """The latest value, the one it is compared with, and what limits the comparison."""
    progress = main.progress
    yield from _scope(main)
    if progress.latest_value is None:
        yield PlainFact(PlainTopic.WHERE, "no_value")
        return
    yield _value(progress.latest_year, progress.latest_value, main)
    yield from _compared(main)
    yield from _gap_of_data(progress.latest_year, overview)


def _scope(main: TargetView) -> Iterator[PlainFact]:
    progress = main.progress
    if progress.quantity is not TargetQuantity.INDICATOR:
        yield PlainFact(PlainTopic.WHERE, "explained", about=main)
    if progress.area is Area.ADMINISTRATION:
        yield PlainFact(PlainTopic.WHERE, "administration")
    if progress.sector is not None:
        yield PlainFact(PlainTopic.WHERE, "sector", {"sector": progress.sector})
    if progress.indicator is not None:
        yield PlainFact(PlainTopic.WHERE, "counted", {"indicator": progress.indicator})


def _value(year: int | None, value: float, about: TargetView | None) -> PlainFact:
    return PlainFact(PlainTopic.WHERE, "value", {"year": year, "value": value}, about)


def _compared(main: TargetView) -> Iterator[PlainFact]:
    progress = main.progress
    if progress.base_year is None or progress.latest_value is None:
        return
    if progress.base_value is None:
        code = "base_withheld" if progress.is_base_withheld else "base_missing"
        yield PlainFact(PlainTopic.WHERE, code, {"year": progress.base_year})
        return
    if progress.latest_year == progress.base_year:
        yield PlainFact(PlainTopic.WHERE, "only_one")
        return
    yield PlainFact(
        PlainTopic.WHERE, "base", {"year": progress.base_year, "value": progress.base_value}, main
    )
    yield PlainFact(PlainTopic.WHERE, *_change(progress.latest_value, progress.base_value))
    if progress.breaks_since_base:
        yield PlainFact(PlainTopic.WHERE, "break", {"year": progress.breaks_since_base[-1]})


def _change(value: float, base: float) -> tuple[str, dict[str, Any]]:
    """Whether it is less, more or about as much, and by which share of the base value.

    >>> _change(88.0, 100.0), _change(100.2, 100.0)
    (('less', {'share': 0.12}), ('same', {}))
    """
    if not base:
        return ("more_than_none" if value > 0 else "same"), {}
    share = round((value - base) / base, 12)
    if abs(share) < SAME:
        return "same", {}
    return "less" if share < 0 else "more", {"share": abs(share)}


SAME = 0.005
"""A change that would be written as 0 %."""


def _gap_of_data(latest: int | None, overview: Overview) -> Iterator[PlainFact]:
    if latest is not None and latest < overview.today.year - 1:
        yield PlainFact(PlainTopic.WHERE, "nothing_newer")


def _target(main: TargetView) -> Iterator[PlainFact]:
    progress = main.progress
    values = {"year": progress.target_year, "value": progress.target_value}
    if progress.target_value is None:
        yield PlainFact(PlainTopic.TARGET, "target_unknown", {"year": progress.target_year})
        return
    code = "target_more" if progress.direction is Direction.MORE else "target"
    yield PlainFact(
        PlainTopic.TARGET, "target_none_left" if not progress.target_value else code, values, main
    )
    if progress.is_residual_assumed:
        yield PlainFact(PlainTopic.TARGET, "assumed")


def _enough(main: TargetView) -> Iterator[PlainFact]:
    """The rating, why it cannot be given, how sure it is, and the distance from the path."""
    progress = main.progress
    if progress.rating is Rating.NOT_ASSESSABLE:
        yield PlainFact(PlainTopic.ENOUGH, "cannot_say")
        yield PlainFact(PlainTopic.ENOUGH, f"because_{progress.reason.code}", dict(progress.reason.numbers))
        return
    yield PlainFact(PlainTopic.ENOUGH, f"rated_{progress.rating}", {"points": progress.points})
    if progress.rating in (Rating.ACHIEVED, Rating.MISSED):
        return
    if progress.uncertain:
        yield PlainFact(PlainTopic.ENOUGH, "uncertain")
    if progress.gap:
        values = {"year": progress.latest_year, "value": abs(progress.gap)}
        yield PlainFact(PlainTopic.ENOUGH, _side(progress), values, main)


def _side(progress: Progress) -> str:
    """Whether the latest value is better or worse than promised, and in which direction."""
    is_above = (progress.gap or 0) > 0
    if progress.direction is Direction.MORE:
        return "ahead_more" if is_above else "behind_more"
    return "behind" if is_above else "ahead"


def _doing(overview: Overview) -> Iterator[PlainFact]:
    number = len(overview.measures)
    if not number:
        yield PlainFact(PlainTopic.DOING, "no_measures")
        return
    running = sum(view.measure.status in EFFECTIVE for view in overview.measures)
    late = overview.late
    yield PlainFact(PlainTopic.DOING, "measures", {"n": number})
    yield PlainFact(PlainTopic.DOING, "running", {"n": running})
    yield PlainFact(PlainTopic.DOING, "late", {"n": late})
    yield PlainFact(PlainTopic.DOING, "count_says_nothing")


def _next(main: TargetView) -> Iterator[PlainFact]:
    """What has to change each year and how that compares with so far; else what is to be decided or added."""
    progress, required = main.progress, main.progress.required_per_year
    if progress.rating is Rating.NOT_ASSESSABLE:
        yield PlainFact(PlainTopic.NEXT, f"first_{progress.reason.code}", dict(progress.reason.numbers))
    elif progress.rating in (Rating.ACHIEVED, Rating.MISSED):
        yield PlainFact(PlainTopic.NEXT, f"after_{progress.rating}")
    elif progress.is_target_value_reached or not required:
        yield PlainFact(PlainTopic.NEXT, "keep")
    else:
        values = {"year": progress.target_year, "value": abs(required)}
        code = "each_year_less" if required > 0 else "each_year_more"
        yield PlainFact(PlainTopic.NEXT, code, values, main)
        yield from _pace(main, required)


def _pace(main: TargetView, required: float) -> Iterator[PlainFact]:
    """How much it was each year so far; that it went the other way, where it did."""
    found = pace(main.progress)
    if found is None:
        return
    if factor(main.progress, found) is None:
        yield PlainFact(PlainTopic.NEXT, "so_far_not", {"year": found.since})
        return
    code = "so_far_less" if required > 0 else "so_far_more"
    values = {"value": abs(found.per_year), "year": found.since}
    yield PlainFact(PlainTopic.NEXT, code, values, main)


def _without_target(overview: Overview) -> list[PlainFact]:
    series: Series = total_series(overview.emissions)
    facts = [PlainFact(PlainTopic.WHERE, "no_value")]
    if series.latest is not None:
        facts = [_value(series.latest.year, series.latest.value, None)]
        facts += _since_first(series)
        facts += _gap_of_data(series.latest.year, overview)
    return [
        *facts,
        PlainFact(PlainTopic.TARGET, "no_target"),
        PlainFact(PlainTopic.ENOUGH, "cannot_say"),
        PlainFact(PlainTopic.NEXT, "target_needed"),
    ]


def _since_first(series: Series) -> Iterator[PlainFact]:
    """The change since the first value of the same method, t CO2e."""
    first, last = series.comparable()[0], series.comparable()[-1]
    if first == last:
        yield PlainFact(PlainTopic.WHERE, "only_one")
        return
    yield PlainFact(PlainTopic.WHERE, "base", {"year": first.year, "value": first.value})
    yield PlainFact(PlainTopic.WHERE, *_change(last.value, first.value))
