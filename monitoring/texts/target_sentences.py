"""Sentences about a target: what was decided, what it assumes, and what was emitted beyond its path."""

from __future__ import annotations

from monitoring.domain.indicator import Direction
from monitoring.domain.progress import Progress
from monitoring.domain.target import TargetQuantity
from monitoring.texts.quantities import written
from monitoring.texts.words import Words


def target_sentence(progress: Progress, words: Words, unit: str | None = None) -> str:
    """What is to be reached by when, compared with the base year; an assumed residual is said to be one."""
    year = progress.target_year
    if progress.is_residual_assumed:
        return words("sentence.target.neutrality_assumed", year=year)
    if progress.target_value is None:
        return words("sentence.target.unknown", year=year)
    value = written(progress, progress.target_value, words, unit)
    if not progress.base_value or progress.base_year is None or progress.direction is Direction.MORE:
        return words("sentence.target.value", year=year, value=value)
    share = words.percent(1 - progress.target_value / progress.base_value)
    base_year = progress.base_year
    return words("sentence.target.value_with_base", year=year, value=value, share=share, base_year=base_year)


def decision_sentence(progress: Progress, words: Words) -> str:
    """By which decision the target was set."""
    if progress.decision_date is None:
        return words("page.targets.no_decision")
    if progress.decision_document is None:
        return words("page.targets.decision", date=progress.decision_date)
    document = progress.decision_document
    return words("page.targets.decision_with_document", date=progress.decision_date, document=document)


def path_line(progress: Progress, words: Words) -> str:
    """The line beneath a target path: who decided it when, whence its base value, how it runs between."""
    base, year = progress.base_source, progress.base_year
    told = [
        words("note.path_decision", decision=decision_sentence(progress, words).removesuffix(".")),
        words("note.path_base", year=year, source=words.label(base)) if base and year else None,
        words("note.path_form", form=words.label(progress.form)),
    ]
    return " · ".join(each for each in told if each)


def excess_sentence(progress: Progress, words: Words) -> str | None:
    """How much more or less than promised was emitted since the path began; None where nothing is known."""
    excess = progress.cumulative_excess
    if excess is None or excess.value == 0 or progress.quantity is not TargetQuantity.EMISSIONS:
        return None
    text = words(
        f"sentence.target.{'excess' if excess.value > 0 else 'excess_saved'}",
        first=excess.from_year,
        last=excess.until_year,
        value=words.tonnes(abs(excess.value)),
    )
    if not excess.interpolated_years:
        return text
    years = words.list(str(year) for year in excess.interpolated_years)
    return f"{text} {words('sentence.target.excess_interpolated', years=years)}"


def rating_notes(progress: Progress, words: Words) -> list[str]:
    """What stands beside every rating: what it also contains, and assumptions and breaks, if any."""
    contains = progress.quantity is not TargetQuantity.INDICATOR and progress.latest_value is not None
    notes = [words("note.rating_contains")] if contains else []
    if progress.is_residual_assumed:
        notes.append(words("note.residual_assumed"))
    return notes + [words("note.method_break", year=year) for year in progress.breaks_since_base]
