"""The answers in short: what can be read in ten seconds, each with the longer answer behind it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from monitoring.domain.measure import EFFECTIVE, MeasureStatus
from monitoring.domain.progress import Progress
from monitoring.domain.rating import Rating
from monitoring.domain.series import Series
from monitoring.texts.answers import enough_because, next_step, since_base, where
from monitoring.texts.quantities import difference, written
from monitoring.texts.sentences import emissions_sentence, measures_sentence
from monitoring.texts.words import Words


@dataclass(frozen=True)
class Answer:
    """The short answer to a question, and the longer one; empty where nothing more is to say."""

    short: str
    more: str = ""


def where_in_short(progress: Progress, words: Words, unit: str | None = None) -> Answer:
    """„Wo stehen wir?“: the latest value and what has changed since the base year."""
    if progress.latest_value is None:
        return Answer(words("answer.where.nothing"))
    short = words(
        f"answer.short.{progress.quantity}",
        year=progress.latest_year,
        value=written(progress, progress.latest_value, words, unit),
        comparison=since_base(progress, words, "answer.short.across_break"),
    )
    return Answer(short, where(progress, words, unit))


def emissions_in_short(series: Series, words: Words) -> Answer:
    """„Wo stehen wir?“ where there is no target: the latest emissions, t CO2e."""
    if series.latest is None:
        return Answer(emissions_sentence(series, words))
    value = words.tonnes(series.latest.value)
    short = words("answer.short.emissions", year=series.latest.year, value=value, comparison="")
    return Answer(short, emissions_sentence(series, words))


def enough_in_short(progress: Progress, words: Words, unit: str | None = None) -> Answer:
    """„Reicht das?“: the rating in words; behind it the shares and the gap."""
    return Answer(words(f"answer.enough.{progress.rating}"), enough_because(progress, words, unit))


def doing_in_short(by_status: Mapping[MeasureStatus, int], late: int, words: Words) -> Answer:
    """„Was wird getan?“: how many measures run or are done and how many are late; behind it every status.

    >>> from monitoring.texts.words import words
    >>> doing_in_short({MeasureStatus.IDEA: 1, MeasureStatus.ONGOING: 2}, 0, words("en")).short
    'Running or completed: 2 of 3 measures. Late: none.'
    """
    number = sum(by_status.values())
    if not number:
        return Answer(words("sentence.measures.total.zero"))
    running = sum(n for status, n in by_status.items() if status in EFFECTIVE)
    none = words("answer.short.none")
    short = words.plural(
        "answer.short.doing",
        number,
        running=words.number(running) if running else none,
        late=words.number(late) if late else none,
    )
    return Answer(short, measures_sentence(by_status, late, words))


def next_in_short(progress: Progress, words: Words, late: int = 0, unit: str | None = None) -> Answer:
    """„Was muss als Nächstes geschehen?“: the change needed each year, or what is missing first."""
    return Answer(_next(progress, words, unit), next_step(progress, words, late, unit))


def _next(progress: Progress, words: Words, unit: str | None) -> str:
    required = progress.required_per_year
    if progress.rating is Rating.NOT_ASSESSABLE:
        code = progress.reason.code
        key = f"answer.short.{code}" if f"answer.short.{code}" in words else f"answer.next.{code}"
        return words(key, **progress.reason.numbers)
    if progress.rating in (Rating.ACHIEVED, Rating.MISSED):
        return words(f"answer.short.{progress.rating}")
    if progress.is_target_value_reached or not required:
        return words("answer.short.kept", year=progress.target_year)
    value = difference(progress, abs(required), words, unit)
    return words(f"answer.short.{'less' if required > 0 else 'more'}", year=progress.target_year, value=value)
