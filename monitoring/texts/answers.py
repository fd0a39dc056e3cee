"""The answers to the three questions of every view: where do we stand, is it enough, what comes next."""

from __future__ import annotations

from monitoring.domain.balance import Area
from monitoring.domain.indicator import Direction
from monitoring.domain.pace import factor, pace
from monitoring.domain.progress import Progress
from monitoring.domain.rating import Rating
from monitoring.texts.quantities import against_path, difference, written
from monitoring.texts.words import Words

NOTICEABLY_FASTER = 1.05
"""A pace that reads as 1.1 times the one so far, or more."""


def where(progress: Progress, words: Words, unit: str | None = None) -> str:
    """„Wo stehen wir?“: the latest value, the change since the base year, and what the path provides for."""
    if progress.latest_year is None or progress.latest_value is None:
        return words("answer.where.nothing")
    stands = words(
        f"answer.where.{progress.quantity}",
        year=progress.latest_year,
        value=written(progress, progress.latest_value, words, unit),
        comparison=since_base(progress, words),
        **({"name": progress.indicator or progress.name} if progress.quantity == "indicator" else {}),
    )
    more = (_base_missing(progress, words), _on_path(progress, words, unit), _break(progress, words))
    return " ".join([_scoped(progress, stands, words), *(sentence for sentence in more if sentence)])


def enough(progress: Progress, words: Words, unit: str | None = None) -> str:
    """„Reicht das?“: the rating in words, the share of the reduction beside that of the time, and the gap."""
    verdict = words(f"answer.enough.{progress.rating}")
    return f"{verdict} {enough_because(progress, words, unit)}".strip()


def enough_because(progress: Progress, words: Words, unit: str | None = None) -> str:
    """What the verdict rests on: the shares and the gap; empty where the target year is over."""
    if progress.rating in (Rating.ACHIEVED, Rating.MISSED):
        return ""
    more = (shares_sentence(progress, words), gap_sentence(progress, words, unit))
    return " ".join(sentence for sentence in more if sentence)


def next_step(progress: Progress, words: Words, late_measures: int = 0, unit: str | None = None) -> str:
    """„Was muss als Nächstes geschehen?“: what is missing, or the change needed per year; late measures."""
    sentences = [_what_is_needed(progress, words, unit)]
    if late_measures:
        sentences.append(words.plural("answer.next.late_measures", late_measures))
    return " ".join(sentences)


def shares_sentence(progress: Progress, words: Words) -> str | None:
    """The share of the reduction beside the share of the time; None where one of them is missing."""
    if progress.share_of_target is None or progress.share_of_time is None:
        return None
    rises = "_rise" if progress.direction is Direction.MORE else ""
    none = "_none" if progress.share_of_target <= 0 else ""
    return words(
        f"answer.enough.shares{rises}{none}",
        year=progress.latest_year,
        share=words.percent(progress.share_of_target),
        time=words.percent(progress.share_of_time),
    )


def gap_sentence(progress: Progress, words: Words, unit: str | None = None) -> str | None:
    """How far the latest value is from the path; None without a path value."""
    if progress.gap is None:
        return None
    return words("answer.enough.gap", year=progress.latest_year, position=against_path(progress, words, unit))


def comparison(value: float, base: float, base_year: int, words: Words) -> str:
    """A value compared with that of another year, to follow a sentence: „, 12 % weniger als 2010“.

    >>> from monitoring.texts.words import words
    >>> comparison(90.0, 100.0, 2010, words("en"))
    ', 10% less than in 2010'
    """
    if base == 0:
        return ""
    share = words.percent(abs(value - base) / abs(base))
    if share == words.percent(0.0):
        return words("answer.where.same", year=base_year)
    return words(f"answer.where.{'less' if value < base else 'more'}", share=share, year=base_year)


def since_base(progress: Progress, words: Words, across_break: str = "answer.where.across_break") -> str:
    """The latest value compared with the base year, to follow a sentence; empty where that is unknown."""
    if progress.latest_value is None or progress.base_value is None or progress.base_year is None:
        return ""
    if progress.latest_year is None or progress.latest_year <= progress.base_year:
        return ""
    compared = comparison(progress.latest_value, progress.base_value, progress.base_year, words)
    if compared and progress.breaks_since_base:
        return words(across_break, comparison=compared)
    return compared


def _base_missing(progress: Progress, words: Words) -> str | None:
    if progress.base_year is None or progress.base_value is not None:
        return None
    code = "base_withheld" if progress.is_base_withheld else "base_missing"
    return words(f"answer.where.{code}", year=progress.base_year)


def _on_path(progress: Progress, words: Words, unit: str | None) -> str | None:
    if progress.path_value is None:
        return None
    return words("answer.where.on_path", value=written(progress, progress.path_value, words, unit))


def _break(progress: Progress, words: Words) -> str | None:
    if not progress.breaks_since_base:
        return None
    years = words.list(str(year) for year in progress.breaks_since_base)
    return words("answer.where.break", years=years, base_year=progress.base_year)


def _scoped(progress: Progress, sentence: str, words: Words) -> str:
    """The sentence with the balance area and sector before it, where it is not about the whole territory."""
    scope = [words.label(progress.area)] if progress.area is Area.ADMINISTRATION else []
    scope += [words.label(progress.sector)] if progress.sector is not None else []
    return words("value.scoped", scope=", ".join(scope), sentence=sentence) if scope else sentence


def _what_is_needed(progress: Progress, words: Words, unit: str | None) -> str:
    if progress.rating in (Rating.ACHIEVED, Rating.MISSED):
        return words(f"answer.next.{progress.rating}", year=progress.target_year)
    if progress.rating is Rating.NOT_ASSESSABLE:
        return words(f"answer.next.{progress.reason.code}", **progress.reason.numbers)
    if progress.is_target_value_reached or progress.required_per_year is None:
        return words("answer.next.kept", year=progress.target_year)
    required = _required(progress, progress.required_per_year, words, unit)
    return " ".join(each for each in (required, _pace(progress, words, unit)) if each)


def _required(progress: Progress, required: float, words: Words, unit: str | None) -> str:
    return words(
        f"answer.next.{'fall' if required > 0 else 'rise'}",
        year=progress.target_year,
        subject=words(f"subject.{progress.quantity}"),
        value=difference(progress, abs(required), words, unit),
    )


def _pace(progress: Progress, words: Words, unit: str | None) -> str:
    """How the pace needed compares with the pace so far; nothing where that is unknown."""
    so_far = pace(progress)
    if so_far is None:
        return ""
    times = factor(progress, so_far)
    if times is None:
        return words("answer.next.no_progress", since=so_far.since)
    if times >= NOTICEABLY_FASTER:
        return words("answer.next.faster", factor=words.number(times, 1), since=so_far.since)
    value = difference(progress, abs(so_far.per_year), words, unit)
    return words("answer.next.pace_enough", value=value, since=so_far.since)
