"""The outlook in a sentence: where it leads if it goes on like this, and how far from the target that is."""

from __future__ import annotations

from monitoring.domain.indicator import Direction
from monitoring.domain.position import keeps
from monitoring.domain.progress import Progress
from monitoring.domain.target import TargetQuantity
from monitoring.texts.quantities import change_per_year, written
from monitoring.texts.words import Words


def outlook_sentence(progress: Progress, words: Words, unit: str | None = None) -> str:
    """What the mean change of the last years leads to; says so where there are too few values for it."""
    change, continued = progress.mean_change, progress.continued_value
    if progress.latest_year is not None and progress.latest_year >= progress.target_year:
        return words("outlook.over", year=progress.target_year)
    if change is None or continued is None:
        return words("outlook.unknown")
    so_far = change_per_year(progress, change.per_year, words, unit)
    if continued < 0 and progress.quantity is not TargetQuantity.INDICATOR:
        return words("outlook.none_left", since=change.from_year, change=so_far, year=progress.target_year)
    said = words(
        "outlook.continued",
        since=change.from_year,
        change=so_far,
        year=progress.target_year,
        value=written(progress, continued, words, unit),
    )
    return f"{said} {_against_target(progress, continued, words, unit)}".strip()


def _against_target(progress: Progress, continued: float, words: Words, unit: str | None) -> str:
    target = progress.target_value
    if target is None:
        return ""
    if keeps(continued, target, progress.direction):
        return words("outlook.reached", target=written(progress, target, words, unit))
    side = "too_little" if progress.direction is Direction.MORE else "too_much"
    return words(
        f"outlook.{side}",
        target=written(progress, target, words, unit),
        difference=written(progress, abs(continued - target), words, unit),
    )
