"""The sentences above charts and lists: the same numbers as below, and what is missing said to be missing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import TypeVar

from monitoring.domain.balance import Sector
from monitoring.domain.measure import MeasureStatus
from monitoring.domain.series import Series
from monitoring.domain.totals import YearTotal
from monitoring.texts.answers import comparison
from monitoring.texts.words import Words

Named = TypeVar("Named", bound=StrEnum)

NAMED_AT_MOST = 3
"""How many obstacles or success factors a sentence names."""
LISTED_YEARS = 3
"""Up to so many years are listed, more are written as „2019 bis 2025“."""


def emissions_sentence(series: Series, words: Words) -> str:
    """What was emitted last, compared with the first comparable year; breaks and missing years are named."""
    return _series_sentence(
        "emissions", series, words.tonnes(series.latest.value if series.latest else None), words
    )


def energy_sentence(series: Series, words: Words) -> str:
    """What final energy was used last, compared with the first comparable year."""
    return _series_sentence(
        "energy", series, words.energy(series.latest.value if series.latest else None), words
    )


def _series_sentence(quantity: str, series: Series, value: str, words: Words) -> str:
    latest, first = series.latest, next(iter(series.comparable()), None)
    if latest is None or first is None:
        return words(f"sentence.{quantity}.none")
    if first.year == latest.year:
        sentences = [words(f"sentence.{quantity}.latest", year=latest.year, value=value)]
    else:
        compared = comparison(latest.value, first.value, first.year, words)
        sentences = [words(f"sentence.{quantity}.since", year=latest.year, value=value, comparison=compared)]
    sentences += [_breaks(series, words), missing_years_sentence(series.years, words)]
    return " ".join(sentence for sentence in sentences if sentence)


def _breaks(series: Series, words: Words) -> str:
    inside = series.breaks_between(series.years[0], series.years[-1])
    return words("sentence.break.between", years=words.list(map(str, inside))) if inside else ""


def missing_years_sentence(years: Sequence[int], words: Words) -> str:
    """Which years between the first and the last have no value; empty where none is missing."""
    missing = [year for year in range(min(years, default=0), max(years, default=0)) if year not in years]
    form = "one" if len(missing) == 1 else "other"
    return words(f"sentence.missing_years.{form}", years=words.list(map(str, missing))) if missing else ""


def data_gap_sentence(latest_year: int, today: date, words: Words) -> str:
    """From when the latest balance is, and for which full years since then there is none."""
    years = list(range(latest_year + 1, today.year))
    form = "none" if not years else "one" if len(years) == 1 else "other"
    return words(f"sentence.data_gap.{form}", latest=latest_year, years=_years(years, words))


def _years(years: Sequence[int], words: Words) -> str:
    if len(years) > LISTED_YEARS:
        return words("sentence.data_gap.range", first=years[0], last=years[-1])
    return words.list(map(str, years))


def balance_note(total: YearTotal, words: Words) -> str:
    """„Bilanzjahr 2022, veröffentlicht 2024“, and the source where it is given."""
    if total.published_in is None:
        note = words("note.balance_year_only", year=total.year)
    else:
        note = words("note.balance_year", year=total.year, published=total.published_in)
    if not total.source:
        return f"{note}."
    return f"{note}. {words('note.source', source=total.source.removesuffix('.'))}."


def sectors_sentence(total: YearTotal, words: Words) -> str:
    """Which sector has the largest share of a year, or why there is no total."""
    if total.missing:
        sectors = words.list(words.label(sector) for sector in total.missing)
        key = "confidential" if total.withheld else "incomplete"
        return words(f"sentence.sectors.{key}", year=total.year, sectors=sectors)
    if not total.total or not total.by_sector:
        return ""
    largest: Sector = max(total.by_sector, key=lambda sector: total.by_sector[sector])
    share = words.percent(total.by_sector[largest] / total.total)
    key = "largest_told" if total.withheld else "largest"
    return words(f"sentence.sectors.{key}", year=total.year, sector=words.label(largest), share=share)


def withheld_sentence(totals: Sequence[YearTotal], words: Words) -> str:
    """Which sectors are confidential in which years, and why another one is too."""
    years: dict[tuple[Sector, ...], list[int]] = {}
    for each in totals:
        if each.withheld:
            years.setdefault(each.withheld, []).append(each.year)
    if not years:
        return ""
    balances = [each.year for each in totals]
    named = [
        words(
            "note.withheld_sectors_of",
            sectors=words.list(words.label(sector) for sector in sectors),
            years=_of_balances(of_years, balances, words),
        )
        for sectors, of_years in years.items()
    ]
    return f"{words('note.withheld_sectors', sectors='; '.join(named))} {words('note.withheld')}"


def _of_balances(years: Sequence[int], balances: Sequence[int], words: Words) -> str:
    """Years between which there is no other balance as first and last, others one by one."""
    between = [year for year in balances if years[0] <= year <= years[-1]]
    return _years(years, words) if between == list(years) else words.list(map(str, years))


def measures_sentence(by_status: Mapping[MeasureStatus, int], late: int, words: Words) -> str:
    """How many measures are in which status and how many are late; the count says nothing about effect."""
    number = sum(by_status.values())
    if number == 0:
        return words("sentence.measures.total.zero")
    counted = [(status, by_status.get(status, 0)) for status in MeasureStatus]
    statuses = ", ".join(
        words("sentence.measures.status", n=words.number(n), status=words.label(status))
        for status, n in counted
        if n
    )
    total = words.plural("sentence.measures.total", number, statuses=statuses)
    return f"{total} {words.plural('sentence.measures.late', late)} {words('note.count_says_nothing')}"


def savings_sentence(savings_t: Iterable[float | None], words: Words) -> str:
    """For how many measures savings are stated, and their sum in t per year; one value for each measure."""
    every = list(savings_t)
    stated = [value for value in every if value is not None]
    if not stated:
        return words("sentence.measures.savings_none")
    value = words.tonnes(sum(stated))
    return words.plural("sentence.measures.savings", len(stated), total=words.number(len(every)), value=value)


def named_most_often(name: str, counts: Mapping[Named, int], words: Words) -> str:
    """The `obstacles` or `success_factors` that assessments name most often; says so where there are none."""
    by_count = sorted(((member, n) for member, n in counts.items() if n), key=lambda pair: -pair[1])
    if not by_count:
        return words("sentence.assessment.none")
    named = (
        words("sentence.assessment.counted", name=words.label(member), n=words.number(n))
        for member, n in by_count[:NAMED_AT_MOST]
    )
    return words(f"sentence.assessment.{name}", list=words.list(named))
